package gameday.scenario;

import java.time.Duration;

/** A distribution of durations. Written {@code 30s}, {@code exponential(mean 4m)} and so on. */
public sealed interface Spread {
  /** The mean. */
  Duration mean();

  /** Always the same. */
  record Fixed(Duration mean) implements Spread {}

  /** Exponential. */
  record Exponential(Duration mean) implements Spread {}

  /** Uniform between two durations. */
  record Uniform(Duration least, Duration most) implements Spread {
    @Override
    public Duration mean() {
      return least.plus(most).dividedBy(2);
    }
  }

  /** Lognormal; {@code variation} is the standard deviation divided by the mean. */
  record Lognormal(Duration mean, double variation) implements Spread {}

  /** Gamma (Erlang where {@code shape} is whole). */
  record Gamma(Duration mean, double shape) implements Spread {}
}
