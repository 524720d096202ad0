package gameday.scenario.yaml;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 90s}, {@code 8m50s}, {@code 1h}, {@code 200ms}. */
final class Durations {
  static final String PATTERN = "([0-9]+(\\.[0-9]+)?(d|h|ms|m|s))+";
  private static final Pattern WHOLE = Pattern.compile(PATTERN);
  private static final Pattern PART = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)(d|h|ms|m|s)");
  private static final Map<String, Long> NANOS =
      Map.of(
          "d", 86_400_000_000_000L,
          "h", 3_600_000_000_000L,
          "m", 60_000_000_000L,
          "s", 1_000_000_000L,
          "ms", 1_000_000L);
  private static final int LONGEST = 40;
  private static final BigDecimal MOST = BigDecimal.valueOf(Duration.ofDays(365).toNanos());

  private Durations() {}

  /** The duration; empty if {@code text} is none, or longer than a year. */
  static Optional<Duration> read(String text) {
    if (text.length() > LONGEST || !WHOLE.matcher(text).matches()) {
      return Optional.empty();
    }
    BigDecimal nanos = BigDecimal.ZERO;
    Matcher part = PART.matcher(text);
    while (part.find()) {
      nanos =
          nanos.add(
              new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(NANOS.get(part.group(2)))));
    }
    return nanos.compareTo(MOST) > 0
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(nanos.longValue()));
  }

  /** Reads back to the same duration; with a minus sign if negative. */
  static String write(Duration duration) {
    if (duration.isNegative()) {
      return "-" + write(duration.negated());
    }
    StringBuilder text = new StringBuilder();
    if (duration.toHours() > 0) {
      text.append(duration.toHours()).append('h');
    }
    if (duration.toMinutesPart() > 0) {
      text.append(duration.toMinutesPart()).append('m');
    }
    Duration seconds = Duration.ofSeconds(duration.toSecondsPart(), duration.toNanosPart());
    if (!seconds.isZero() || text.isEmpty()) {
      BigDecimal exact = BigDecimal.valueOf(seconds.toNanos(), 9).stripTrailingZeros();
      text.append(exact.toPlainString()).append('s');
    }
    return text.toString();
  }
}
