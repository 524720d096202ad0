package gameday.evidence;

import java.time.Duration;

/**
 * How exact a deadline must be met, in one place.
 *
 * <p>Each tolerance has a part in event time, because pipelines count deadlines in whole seconds of
 * the event, and a part in machine time, because no machine acts at once. Machine time is not
 * compressed: at speed 60 a second of it is a minute of the event, so a compressed run judges
 * deadlines more coarsely; at speed 1 an error of a few seconds is found.
 */
public final class Tolerance {
  /** One second of the event: a due time rounded down to whole seconds. */
  private static final Duration EARLY_EVENT = Duration.ofSeconds(1);

  /** The clocks of harness and pipeline are started within this of each other. */
  private static final Duration EARLY_MACHINE = Duration.ofMillis(50);

  /** A pipeline that looks for due deadlines every five seconds of the event is good enough. */
  private static final Duration LATE_EVENT = Duration.ofSeconds(5);

  /** A call to Slack that waits for the limit of one message a second and channel. */
  private static final Duration LATE_MACHINE = Duration.ofSeconds(1);

  /** The longest usual pause between two tries of a client that backs off after a fault. */
  private static final Duration RETRY_MACHINE = Duration.ofSeconds(30);

  /** Two threads of the harness may write down cause and effect in the wrong order. */
  private static final Duration RECORDING_MACHINE = Duration.ofMillis(50);

  private final EventClock clock;

  Tolerance(EventClock clock) {
    this.clock = clock;
  }

  /** How much too early, wall nanoseconds. */
  public long earlyNanos() {
    return clock.wallNanos(EARLY_EVENT) + EARLY_MACHINE.toNanos();
  }

  /** How much too late, wall nanoseconds. */
  public long lateNanos() {
    return clock.wallNanos(LATE_EVENT) + LATE_MACHINE.toNanos();
  }

  /** How long after a fault's end a client may still wait before it tries again. */
  public long retryNanos() {
    return RETRY_MACHINE.toNanos();
  }

  /** How far an effect may be written down before its cause. */
  public long recordingNanos() {
    return RECORDING_MACHINE.toNanos();
  }
}
