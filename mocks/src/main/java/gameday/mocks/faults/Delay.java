package gameday.mocks.faults;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How durations are spread; each reads like the text that {@link FaultText} takes for it. */
public sealed interface Delay extends Fault.Sampler {
  /** Always the same. */
  record Fixed(Duration value) implements Delay {
    @Override
    public long nanos(RandomGenerator chance) {
      return value.toNanos();
    }

    @Override
    public String toString() {
      return Durations.write(value);
    }
  }

  /** Anything between the two, as likely. */
  record Uniform(Duration least, Duration most) implements Delay {
    @Override
    public long nanos(RandomGenerator chance) {
      return Math.round(
          least.toNanos() + (double) most.minus(least).toNanos() * chance.nextDouble());
    }

    @Override
    public String toString() {
      return "uniform(" + Durations.write(least) + ", " + Durations.write(most) + ")";
    }
  }

  /** Many short, few long. */
  record Exponential(Duration mean) implements Delay {
    @Override
    public long nanos(RandomGenerator chance) {
      return Math.round(mean.toNanos() * chance.nextExponential());
    }

    @Override
    public String toString() {
      return "exponential(mean " + Durations.write(mean) + ")";
    }
  }

  /** Log-normal; {@code variation} is the standard deviation over the mean. */
  record Lognormal(Duration mean, double variation) implements Delay {
    @Override
    public long nanos(RandomGenerator chance) {
      var variance = Math.log1p(variation * variation);
      var exponent = Math.sqrt(variance) * chance.nextGaussian() - variance / 2;
      return Math.round(mean.toNanos() * Math.exp(exponent));
    }

    @Override
    public String toString() {
      return "lognormal(mean " + Durations.write(mean) + ", cv " + Durations.write(variation) + ")";
    }
  }

  /** Gamma, of this shape. */
  record Gamma(Duration mean, double shape) implements Delay {
    @Override
    public long nanos(RandomGenerator chance) {
      return Math.round(mean.toNanos() / shape * drawn(shape, chance));
    }

    /** Marsaglia and Tsang, "A simple method for generating gamma variables", 2000. */
    private static double drawn(double shape, RandomGenerator chance) {
      if (shape < 1) {
        return drawn(shape + 1, chance) * Math.pow(chance.nextDouble(), 1 / shape);
      }
      var d = shape - 1.0 / 3;
      var c = 1 / Math.sqrt(9 * d);
      while (true) {
        var x = chance.nextGaussian();
        var v = Math.pow(1 + c * x, 3);
        if (v > 0
            && Math.log(1 - chance.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
          return d * v;
        }
      }
    }

    @Override
    public String toString() {
      return "gamma(mean " + Durations.write(mean) + ", shape " + Durations.write(shape) + ")";
    }
  }
}
