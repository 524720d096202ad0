package gameday.mocks.faults;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads how durations are spread. */
final class DelayText {
  static final String EXPECTED =
      "a duration such as 30s, or exponential(mean 4s), uniform(1s, 3s),"
          + " lognormal(mean 4s, cv 0.8), gamma(mean 4s, shape 2)";

  private static final String NUMBER = "([0-9]{1,3}(?:\\.[0-9]{1,6})?)";
  private static final String D = "(" + Durations.PATTERN + ")";
  private static final Pattern EXPONENTIAL = Pattern.compile("exponential\\(mean " + D + "\\)");
  private static final Pattern UNIFORM = Pattern.compile("uniform\\(" + D + ", ?" + D + "\\)");
  private static final Pattern LOGNORMAL =
      Pattern.compile("lognormal\\(mean " + D + ", ?cv " + NUMBER + "\\)");
  private static final Pattern GAMMA =
      Pattern.compile("gamma\\(mean " + D + ", ?shape " + NUMBER + "\\)");
  private static final int LONGEST = 100;
  private static final double LEAST_SHAPE = 0.01;
  private static final double MOST = 100;

  private DelayText() {}

  /** The spread; empty if {@code text} is none. */
  static Optional<Fault.Sampler> read(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    var exponential = EXPONENTIAL.matcher(text);
    if (exponential.matches()) {
      return duration(exponential.group(1)).map(Delay.Exponential::new);
    }
    var uniform = UNIFORM.matcher(text);
    if (uniform.matches()) {
      return duration(uniform.group(1))
          .flatMap(least -> duration(uniform.group(2)).map(most -> new Delay.Uniform(least, most)))
          .filter(it -> it.least().compareTo(it.most()) <= 0)
          .map(it -> it);
    }
    var lognormal = LOGNORMAL.matcher(text);
    if (lognormal.matches()) {
      return duration(lognormal.group(1))
          .map(mean -> new Delay.Lognormal(mean, Double.parseDouble(lognormal.group(2))))
          .filter(it -> it.variation() <= MOST)
          .map(it -> it);
    }
    var gamma = GAMMA.matcher(text);
    if (gamma.matches()) {
      return duration(gamma.group(1))
          .map(mean -> new Delay.Gamma(mean, Double.parseDouble(gamma.group(2))))
          .filter(it -> it.shape() >= LEAST_SHAPE && it.shape() <= MOST)
          .map(it -> it);
    }
    return duration(text).map(Delay.Fixed::new);
  }

  private static Optional<Duration> duration(String text) {
    return Durations.read(text);
  }
}
