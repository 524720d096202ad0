package gameday.script;

import gameday.scenario.Spread;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.Philox4x64;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * Random streams by (seed, purpose, index): each draw has a stream of its own, so that changing one
 * setting of a scenario moves no draw of another.
 *
 * <p>Philox is counter-based: the seed and the purpose are its key, and the index stands in the
 * counter's highest word, so that streams start 2^192 blocks apart.
 *
 * @param seed the script's seed
 * @param scope whose draws these are, such as {@code speaker}
 * @param index which of them
 */
public record Chance(long seed, String scope, long index) {
  private static final long NANOS_PER_MILLI = 1_000_000;

  /** The stream of one purpose. */
  public UniformRandomProvider stream(String purpose) {
    return new Philox4x64(new long[] {seed, hash(scope + "/" + purpose), 0, 0, 0, index});
  }

  /** Uniform in [0, 1). */
  double uniform(String purpose) {
    return stream(purpose).nextDouble();
  }

  /** True with this probability. */
  boolean happens(String purpose, double probability) {
    return uniform(purpose) < probability;
  }

  /** A whole number from 0 to {@code bound - 1}. */
  int below(String purpose, int bound) {
    return stream(purpose).nextInt(bound);
  }

  /** Exponential with mean 1, by inversion. */
  double exponential(String purpose) {
    return -StrictMath.log1p(-uniform(purpose));
  }

  /** A duration of {@code spread}, rounded to milliseconds. */
  Duration duration(String purpose, Spread spread) {
    return millis(nanos(purpose, spread));
  }

  private double nanos(String purpose, Spread spread) {
    double mean = spread.mean().toNanos();
    return switch (spread) {
      case Spread.Fixed fixed -> mean;
      case Spread.Exponential exponential -> mean * exponential(purpose);
      case Spread.Uniform uniform -> {
        double least = uniform.least().toNanos();
        yield least + (uniform.most().toNanos() - least) * uniform(purpose);
      }
      case Spread.Lognormal lognormal -> mean * lognormal(purpose, lognormal.variation());
      case Spread.Gamma gamma ->
          AhrensDieterMarsagliaTsangGammaSampler.of(
                  stream(purpose), gamma.shape(), mean / gamma.shape())
              .sample();
    };
  }

  /** Mean 1: with sigma^2 = ln(1 + cv^2), exp(sigma z - sigma^2 / 2). */
  private double lognormal(String purpose, double variation) {
    double variance = StrictMath.log1p(variation * variation);
    double normal = ZigguratSampler.NormalizedGaussian.of(stream(purpose)).sample();
    return StrictMath.exp(StrictMath.sqrt(variance) * normal - variance / 2);
  }

  static Duration millis(double nanos) {
    return Duration.ofMillis(Math.round(nanos / NANOS_PER_MILLI));
  }

  /** FNV-1a, 64 bits. */
  private static long hash(String name) {
    long hash = 0xcbf29ce484222325L;
    for (byte next : name.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (next & 0xff)) * 0x100000001b3L;
    }
    return hash;
  }
}
