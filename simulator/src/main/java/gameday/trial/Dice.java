package gameday.trial;

import gameday.script.Chance;
import java.time.Duration;
import org.apache.commons.rng.UniformRandomProvider;

/** Throws for one purpose of one seed's day, whatever is drawn for others. */
final class Dice {
  private static final int PER_CENT = 100;

  private final UniformRandomProvider source;

  private Dice(UniformRandomProvider source) {
    this.source = source;
  }

  static Dice of(long seed, String purpose) {
    return new Dice(new Chance(seed, "trial", 0).stream(purpose));
  }

  boolean happens(double probability) {
    return source.nextDouble() < probability;
  }

  /** A whole number from 0 to {@code bound - 1}. */
  int below(int bound) {
    return source.nextInt(bound);
  }

  /** One of a few. */
  int oneOf(int... values) {
    return values[below(values.length)];
  }

  /** One more with probability a half, again and again; from 1 to {@code most}. */
  int few(int most) {
    int count = 1;
    while (count < most && happens(0.5)) {
      count++;
    }
    return count;
  }

  /** Whole per cent, so that it is the same when written: all of them, few, or any share. */
  double share() {
    return switch (below(3)) {
      case 0 -> 1;
      case 1 -> (1 + below(10)) / (double) PER_CENT;
      default -> (1 + below(PER_CENT)) / (double) PER_CENT;
    };
  }

  /** Whole milliseconds, every order of magnitude alike. */
  Duration between(Duration least, Duration most) {
    double low = StrictMath.log(least.toMillis());
    double high = StrictMath.log(Math.max(most.toMillis(), least.toMillis() + 1));
    return Duration.ofMillis(Math.round(StrictMath.exp(low + (high - low) * source.nextDouble())));
  }

  /** Whole milliseconds from zero, any moment alike. */
  Duration upTo(Duration most) {
    return Duration.ofMillis(source.nextLong(most.toMillis() + 1));
  }
}
