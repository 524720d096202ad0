package gameday.pipeline.delivery;

import java.time.Duration;

/** How fast one product is written to, learnt from how it takes what it is sent. */
public sealed interface Pace {
  /** How long nothing is to be sent after a try that ended like this. */
  Duration after(Attempt attempt);

  /** Nothing waits any more. */
  void idle();

  /**
   * One message after the other. Free until Slack says that it was too many. From then on, once it
   * takes messages again, no more than one in an interval, so that it need not say so twice. Free
   * again as soon as nothing waits: short bursts are allowed, and how long one may be is not
   * published.
   *
   * <p>The interval is what Slack publishes, one second in a channel, by Slack's own clock. A
   * mocked Slack's goes at the speed of the event, or a compressed rehearsal would be held up sixty
   * times as long as the day it stands for. {@code Retry-After} is a machine's wait and never
   * scaled.
   *
   * <p>Used by one worker at a time.
   */
  final class OneByOne implements Pace {
    private final Duration interval;
    private boolean careful;

    OneByOne(Duration interval) {
      this.interval = interval;
    }

    /**
     * One message in a second of event time.
     *
     * @param speed seconds of event time in a second
     */
    public static OneByOne everySecond(double speed) {
      return new OneByOne(Duration.ofNanos((long) Math.ceil(1e9 / speed)));
    }

    @Override
    public synchronized Duration after(Attempt attempt) {
      return switch (attempt) {
        case Attempt.NotNow notNow -> {
          careful = true;
          yield notNow.after();
        }
        case Attempt.Accepted accepted -> gap();
        case Attempt.Refused refused -> gap();
        case Attempt.Failed failed -> gap();
        case Attempt.Unknown unknown -> gap();
      };
    }

    private Duration gap() {
      return careful ? interval : Duration.ZERO;
    }

    @Override
    public synchronized void idle() {
      careful = false;
    }
  }

  /**
   * Many conversations beside each other, each of which tries again for itself. When as many tries
   * in a row have failed as may be under way at once, it is not about one of them: all wait, longer
   * each time, or a product that comes back would be met by everybody at once.
   */
  final class SideBySide implements Pace {
    private final int atOnce;
    private final Backoff backoff;
    private int failedInARow;

    /**
     * Nothing has failed yet.
     *
     * @param atOnce how many tries may be under way beside each other
     */
    public SideBySide(int atOnce, Backoff backoff) {
      this.atOnce = atOnce;
      this.backoff = backoff;
    }

    @Override
    public synchronized Duration after(Attempt attempt) {
      return switch (attempt) {
        case Attempt.NotNow notNow -> notNow.after();
        case Attempt.Accepted accepted -> works();
        case Attempt.Refused refused -> works();
        case Attempt.Failed failed -> fails();
        case Attempt.Unknown unknown -> fails();
      };
    }

    private Duration works() {
      failedInARow = 0;
      return Duration.ZERO;
    }

    private Duration fails() {
      failedInARow++;
      return failedInARow % atOnce == 0 ? backoff.after(failedInARow / atOnce) : Duration.ZERO;
    }

    @Override
    public void idle() {}
  }
}
