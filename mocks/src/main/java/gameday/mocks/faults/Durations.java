package gameday.mocks.faults;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations and numbers as people write them: {@code 90s}, {@code 8m50s}, {@code 200ms}. */
final class Durations {
  static final String PATTERN = "(?:[0-9]{1,12}(?:\\.[0-9]{1,12})?(?:ms|s|m|h|d))+";
  private static final Pattern WHOLE = Pattern.compile(PATTERN);
  private static final Pattern PART = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)(ms|s|m|h|d)");
  private static final Map<String, Long> MILLIS =
      Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L);
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
      var millis =
          new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(MILLIS.get(part.group(2))));
      nanos = nanos.add(millis.movePointRight(6));
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
    var text = new StringBuilder();
    if (duration.toHours() > 0) {
      text.append(duration.toHours()).append('h');
    }
    if (duration.toMinutesPart() > 0) {
      text.append(duration.toMinutesPart()).append('m');
    }
    var seconds = Duration.ofSeconds(duration.toSecondsPart(), duration.toNanosPart());
    if (!seconds.isZero() || text.isEmpty()) {
      text.append(plain(BigDecimal.valueOf(seconds.toNanos(), 9))).append('s');
    }
    return text.toString();
  }

  /** A number without an exponent. */
  static String write(double number) {
    return plain(BigDecimal.valueOf(number));
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
