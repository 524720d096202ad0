package gameday.mocks.slack;

import java.util.NavigableMap;
import java.util.Optional;

/**
 * Which messages a call asks for, by ts.
 *
 * @param oldest the lower end
 * @param latest the upper end
 * @param inclusive whether messages right at the ends count
 * @param error Slack's error word if an end is no ts
 */
record TsRange(String oldest, String latest, boolean inclusive, Optional<String> error) {
  private static final String FIRST = "0000000000.000000";
  private static final String LAST = "9999999999.999999";

  static TsRange of(Arguments arguments) {
    var oldest = arguments.text("oldest").map(TsRange::normal).orElse(Optional.of(FIRST));
    var latest = arguments.text("latest").map(TsRange::normal).orElse(Optional.of(LAST));
    var error =
        oldest.isEmpty()
            ? Optional.of("invalid_ts_oldest")
            : latest.isEmpty() ? Optional.of("invalid_ts_latest") : Optional.<String>empty();
    return new TsRange(
        oldest.orElse(FIRST), latest.orElse(LAST), arguments.flag("inclusive"), error);
  }

  /** Whether {@code ts} is a whole ts, as messages have. */
  static boolean isTs(String ts) {
    return ts.matches("\\d{10}\\.\\d{6}");
  }

  NavigableMap<String, Stored> of(NavigableMap<String, Stored> messages) {
    return oldest.compareTo(latest) > 0
        ? messages.subMap(FIRST, false, FIRST, false)
        : messages.subMap(oldest, inclusive, latest, inclusive);
  }

  /** In a ts's full length, so that text order is time order; the ends may come as {@code 0}. */
  private static Optional<String> normal(String given) {
    if (!given.matches("\\d{1,10}(\\.\\d{0,6})?")) {
      return Optional.empty();
    }
    var point = given.indexOf('.');
    var seconds = point < 0 ? given : given.substring(0, point);
    var fraction = point < 0 ? "" : given.substring(point + 1);
    return Optional.of(
        "0".repeat(10 - seconds.length())
            + seconds
            + "."
            + fraction
            + "0".repeat(6 - fraction.length()));
  }
}
