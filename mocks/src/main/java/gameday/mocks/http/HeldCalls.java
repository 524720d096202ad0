package gameday.mocks.http;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;

/** Bounds how many calls are held without an answer at once. Safe for use by many threads. */
final class HeldCalls {
  /** For how long a call is held. Clients give up sooner; the server would after 300 s. */
  static final Duration LONGEST = Duration.ofSeconds(290);

  private static final int MOST = 1_024;

  private final Queue<Long> ends = new ArrayDeque<>();

  /** Whether one more may be held from now on; takes its place if so. */
  synchronized boolean mayHold() {
    var now = System.nanoTime();
    while (!ends.isEmpty() && ends.peek() - now <= 0) {
      ends.remove();
    }
    return ends.size() < MOST && ends.add(now + LONGEST.toNanos());
  }
}
