package gameday.mocks.slack.app;

import java.util.Map;

/** Keeps what grows small. */
final class Bounds {
  private Bounds() {}

  /** Drops the oldest of a map in order of insertion until at most {@code most} are left. */
  static void drop(Map<String, ?> oldestFirst, int most) {
    var oldest = oldestFirst.keySet().iterator();
    for (var n = oldestFirst.size(); n > most; n--) {
      oldest.next();
      oldest.remove();
    }
  }
}
