package gameday.pipeline.delivery;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before trying again: people's time, but a machine needs its own least.
 *
 * @param speed seconds of event time in a second
 * @param chance draws from 0 to 1, by which lanes are kept from coming back in step
 */
public record Backoff(double speed, DoubleSupplier chance) {
  private static final double FIRST_MILLIS = 500;
  private static final double MOST_MILLIS = 16_000;
  private static final double LEAST_WALL_MILLIS = 50;

  /** By a chance of its own. */
  public Backoff(double speed) {
    this(speed, () -> ThreadLocalRandom.current().nextDouble());
  }

  /**
   * The wait after {@code tries} failed tries, from 1 on: half a second of event time, doubled with
   * each to 16 s; up to half as much again, so that lanes don't come back in step. With a call that
   * hung before, that is the half minute that a pipeline may take to notice that a fault is over.
   */
  public Duration after(int tries) {
    double event = Math.min(MOST_MILLIS, FIRST_MILLIS * Math.pow(2, Math.min(tries - 1, 16)));
    double wall = Math.max(LEAST_WALL_MILLIS, event / speed);
    double spread = 1 + chance.getAsDouble() / 2;
    return Duration.ofNanos((long) (wall * spread * 1e6));
  }
}
