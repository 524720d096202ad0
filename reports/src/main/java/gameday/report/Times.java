package gameday.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Durations and times of day, in figures people and machines read. */
final class Times {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'");

  private Times() {}

  /**
   * Such as {@code 340 ms}, {@code 3.4 s}, {@code 74 s}, {@code 12 min 05 s}, {@code 1 h 05 min}.
   */
  static String words(Duration duration) {
    if (duration.isNegative()) {
      return "-" + words(duration.negated());
    }
    long millis = Math.round(duration.toNanos() / 1e6);
    if (millis < 1000) {
      return millis + " ms";
    }
    if (millis < 9_950) {
      return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }
    long seconds = Math.round(millis / 1000.0);
    if (seconds < 120) {
      return seconds + " s";
    }
    if (seconds < 3600 && seconds % 60 == 0) {
      return seconds / 60 + " min";
    }
    if (seconds < 3600) {
      return "%d min %02d s".formatted(seconds / 60, seconds % 60);
    }
    long minutes = Math.round(seconds / 60.0);
    return "%d h %02d min".formatted(minutes / 60, minutes % 60);
  }

  /** Seconds to the microsecond, without trailing zeros. */
  static BigDecimal seconds(Duration duration) {
    BigDecimal exact =
        BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9));
    BigDecimal rounded = exact.setScale(6, RoundingMode.HALF_UP).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }

  /** The time of day to the second. */
  static String clock(LocalDateTime starts, Duration at) {
    return CLOCK.format(starts.plus(at));
  }

  /** The time of day to the minute. */
  static String minute(LocalDateTime starts, Duration at) {
    return MINUTE.format(starts.plus(at));
  }

  /** A wall-clock moment to the minute, such as {@code 2026-11-22 14:03 UTC}. */
  static String utc(Instant moment) {
    return UTC.format(moment.atOffset(ZoneOffset.UTC));
  }

  /** Event time of an entry's wall nanoseconds. */
  static Duration eventTime(long atNanos, double speed) {
    return Duration.ofNanos(Math.round(atNanos * speed));
  }
}
