package gameday.script.jsonl;

import java.time.Duration;
import java.util.Optional;

/** Reads durations of the form that scripts are full of, such as {@code PT1H8M50.25S}, fast. */
final class ShortDurations {
  private static final int NANO_DIGITS = 9;

  /** More digits than that might be more nanoseconds than there are. */
  private static final int MOST_DIGITS = 6;

  private ShortDurations() {}

  /** The duration; empty if it has another form, which {@link Duration#parse} may know. */
  static Optional<Duration> read(String text) {
    if (!text.startsWith("PT") || text.length() == 2) {
      return Optional.empty();
    }
    long nanos = 0;
    String units = "HMS";
    int at = 2;
    while (at < text.length()) {
      int digits = digits(text, at);
      int end = at + digits;
      if (digits == 0 || digits > MOST_DIGITS || end == text.length()) {
        return Optional.empty();
      }
      long whole = Long.parseLong(text, at, end, 10);
      if (text.charAt(end) == '.') {
        int fraction = digits(text, end + 1);
        if (fraction == 0 || fraction > NANO_DIGITS || !text.startsWith("S", end + 1 + fraction)) {
          return Optional.empty();
        }
        long part = Long.parseLong(text, end + 1, end + 1 + fraction, 10);
        for (int i = fraction; i < NANO_DIGITS; i++) {
          part *= 10;
        }
        nanos += part;
        end += 1 + fraction;
      }
      int unit = units.indexOf(text.charAt(end));
      if (unit < 0) {
        return Optional.empty();
      }
      // Each unit at most once, from the longest on.
      long seconds =
          switch (units.charAt(unit)) {
            case 'H' -> 3600;
            case 'M' -> 60;
            default -> 1;
          };
      nanos += whole * seconds * 1_000_000_000L;
      units = units.substring(unit + 1);
      at = end + 1;
    }
    return Optional.of(Duration.ofNanos(nanos));
  }

  private static int digits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at - from;
  }
}
