package gameday.live;

import java.time.Duration;

/**
 * Wall time and event time of one run. Event time zero is set once, when the player is ready; until
 * then event time does not pass.
 */
final class LiveClock {
  private final double speed;
  private volatile Long zeroNanos;

  /**
   * @param speed seconds of event time per second of wall time; positive
   */
  LiveClock(double speed) {
    if (!(speed > 0) || Double.isInfinite(speed)) {
      throw new IllegalArgumentException("speed must be positive, was " + speed);
    }
    this.speed = speed;
  }

  /** Sets event time zero, as a value of {@link System#nanoTime}; only the first call counts. */
  synchronized void begin(long nanoTime) {
    if (zeroNanos == null) {
      zeroNanos = nanoTime;
    }
  }

  boolean hasBegun() {
    return zeroNanos != null;
  }

  double speed() {
    return speed;
  }

  /** Wall nanoseconds since event time zero. */
  long atNanos(long nanoTime) {
    return nanoTime - zero();
  }

  /** Event time now; negative before zero. */
  Duration now() {
    return eventTimeOf(System.nanoTime());
  }

  /** The event time of a value of {@link System#nanoTime}; negative before zero. */
  Duration eventTimeOf(long nanoTime) {
    return Duration.ofNanos(Math.round(atNanos(nanoTime) * speed));
  }

  /** The wall moment of an event time, as a value of {@link System#nanoTime}; never too early. */
  long nanoTimeOf(Duration eventTime) {
    return zero() + (long) Math.ceil(eventTime.toNanos() / speed);
  }

  private long zero() {
    Long zero = zeroNanos;
    if (zero == null) {
      throw new IllegalStateException("event time has not begun");
    }
    return zero;
  }
}
