package gameday.mocks.slack.app;

import java.time.Clock;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The clocks of the app's side.
 *
 * @param wall by which receivers judge a signature's age
 * @param nanoTime the machine's, such as {@code System::nanoTime}
 * @param speed seconds of event time in one second
 * @param alarms in machine time
 */
record Timing(Clock wall, LongSupplier nanoTime, double speed, Alarms alarms) {
  /** How long an app has to acknowledge, machine time. */
  static final Duration PATIENCE = Duration.ofSeconds(3);

  long now() {
    return nanoTime.getAsLong();
  }

  /** Whether that much machine time has passed since {@code thenNanos}. */
  boolean passed(long thenNanos, Duration time) {
    return now() - thenNanos > time.toNanos();
  }

  /** Whether that much event time has. */
  boolean passedInEvent(long thenNanos, Duration time) {
    return (now() - thenNanos) * speed > time.toNanos();
  }
}
