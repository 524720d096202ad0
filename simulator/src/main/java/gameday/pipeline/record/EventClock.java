package gameday.pipeline.record;

import gameday.pipeline.store.ClockZero;
import java.time.Duration;
import java.time.Instant;

/**
 * Event time: goes on while the pipeline is down, runs {@code speed} times as fast as the wall
 * clock, and never goes back, whatever happens to the wall clock or the speed between two starts.
 */
final class EventClock {
  private final long atStartNanos;
  private final long startedNanos = System.nanoTime();
  private final double speed;

  /**
   * @param zero where it was, and when, as far as the database knows
   * @param lastNanos event time of the last input; the clock starts there at the earliest
   */
  EventClock(ClockZero zero, long lastNanos, double speed, Instant now) {
    double goneNanos = Math.max(0, now.toEpochMilli() - zero.wallMillis()) * 1e6 * zero.speed();
    this.atStartNanos = Math.max(lastNanos, zero.eventNanos() + (long) goneNanos);
    this.speed = speed;
  }

  long nowNanos() {
    return atStartNanos + (long) ((System.nanoTime() - startedNanos) * speed);
  }

  /** Event time at {@code instant}, if {@code now} is now. */
  long nanosOf(Instant instant, Instant now) {
    return nowNanos() - (long) (Duration.between(instant, now).toNanos() * speed);
  }

  /** Wall nanoseconds until event time {@code atNanos}; 0 if it is past. */
  long wallNanosUntil(long atNanos) {
    return (long) Math.max(0, Math.ceil((atNanos - nowNanos()) / speed));
  }

  /** What a later start must know to go on from here. */
  ClockZero zero(Instant now) {
    return new ClockZero(now.toEpochMilli(), nowNanos(), speed);
  }
}
