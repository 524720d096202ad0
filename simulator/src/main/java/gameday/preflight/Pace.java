package gameday.preflight;

import java.time.Duration;

/** Keeps us from asking faster than a few times a second, and waits as long as we are told to. */
final class Pace {
  /** Who is told to come again in an hour has had their answer. */
  static final Duration LONGEST = Duration.ofSeconds(60);

  static final int TRIES = 5;

  private final Duration apart;
  private long nextNanos = System.nanoTime();

  Pace(Duration apart) {
    this.apart = apart;
  }

  /** Returns when the next call may go. */
  void await() throws InterruptedException {
    long wait = nextNanos - System.nanoTime();
    if (wait > 0) {
      Thread.sleep(Duration.ofNanos(wait));
    }
    nextNanos = System.nanoTime() + apart.toNanos();
  }

  /** No call before that long from now; false if that is longer than we would wait. */
  boolean holdOff(Duration told) {
    if (told.compareTo(LONGEST) > 0) {
      return false;
    }
    nextNanos = System.nanoTime() + told.toNanos();
    return true;
  }

  /** The header {@code Retry-After} in seconds; a second if it says nothing. */
  static Duration told(String retryAfter) {
    return retryAfter != null && retryAfter.strip().matches("\\d{1,6}")
        ? Duration.ofSeconds(Math.max(1, Long.parseLong(retryAfter.strip())))
        : Duration.ofSeconds(1);
  }
}
