package gameday.mocks.slack.app;

import java.util.Arrays;

/**
 * Slack delivers 30,000 events an hour to an app, in event time, counted here by the minute: the
 * hour is this minute and the 59 before. Safe for use by many threads.
 */
final class EventQuota {
  static final int AN_HOUR = 30_000;

  private static final int MINUTES = 60;
  private static final double NANOS_PER_MINUTE = 60e9;

  private final Timing timing;
  private final long startNanos;

  /** Events of each minute of the hour, and which minute that is. */
  private final int[] counts = new int[MINUTES];

  private final long[] minutes = new long[MINUTES];
  private long toldMinute = -1;

  EventQuota(Timing timing) {
    this.timing = timing;
    this.startNanos = timing.now();
    Arrays.fill(minutes, -1);
  }

  /** What is to become of an event that happens now. */
  synchronized Verdict next() {
    var minute = (long) ((timing.now() - startNanos) * timing.speed() / NANOS_PER_MINUTE);
    if (inTheHourBefore(minute) < AN_HOUR) {
      count(minute);
      return Verdict.DELIVER;
    }
    var first = toldMinute != minute;
    toldMinute = minute;
    return first ? Verdict.TELL : Verdict.DROP;
  }

  private int inTheHourBefore(long minute) {
    var sum = 0;
    for (var n = 0; n < MINUTES; n++) {
      sum += minutes[n] > minute - MINUTES ? counts[n] : 0;
    }
    return sum;
  }

  private void count(long minute) {
    var slot = (int) (minute % MINUTES);
    if (minutes[slot] != minute) {
      minutes[slot] = minute;
      counts[slot] = 0;
    }
    counts[slot]++;
  }

  /** What becomes of an event. */
  enum Verdict {
    DELIVER,
    /** Dropped, and the app is told so: once a minute. */
    TELL,
    DROP
  }
}
