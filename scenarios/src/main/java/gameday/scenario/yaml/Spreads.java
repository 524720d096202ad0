package gameday.scenario.yaml;

import gameday.scenario.Spread;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Distributions of durations as one text. */
final class Spreads {
  private static final String D = Durations.PATTERN;
  private static final String N = "[0-9]+(?:\\.[0-9]+)?";

  static final String PATTERN =
      "^("
          + D
          + "|fixed\\("
          + D
          + "\\)|exponential\\(mean "
          + D
          + "\\)|uniform\\("
          + D
          + ", ?"
          + D
          + "\\)|lognormal\\(mean "
          + D
          + ", ?cv [0-9]+(\\.[0-9]+)?\\)|gamma\\(mean "
          + D
          + ", ?shape [0-9]+(\\.[0-9]+)?\\))$";

  private static final Pattern CALL =
      Pattern.compile(
          "(fixed|exponential|uniform|lognormal|gamma) ?\\( ?(?:mean )?([0-9.a-z]+)"
              + "(?: ?, ?(cv |shape )?("
              + N
              + "[a-z0-9.]*))? ?\\)");
  private static final double MOST = 100;
  private static final double LEAST_SHAPE = 0.01;

  private Spreads() {}

  static Spread read(String text) {
    if (text.length() > 100) {
      throw bad();
    }
    if (!text.contains("(")) {
      return new Spread.Fixed(duration(text));
    }
    Matcher call = CALL.matcher(text);
    if (!call.matches()) {
      throw bad();
    }
    String name = call.group(1);
    Duration first = duration(call.group(2));
    String label = call.group(3) == null ? "" : call.group(3).strip();
    String second = call.group(4) == null ? "" : call.group(4);
    return switch (name + " " + label + (second.isEmpty() ? "" : "+")) {
      case "fixed " -> new Spread.Fixed(first);
      case "exponential " -> new Spread.Exponential(first);
      case "uniform +" -> uniform(first, duration(second));
      case "lognormal cv+" -> new Spread.Lognormal(first, number(second, 0, "cv"));
      case "gamma shape+" -> new Spread.Gamma(first, number(second, LEAST_SHAPE, "shape"));
      default -> throw bad();
    };
  }

  static String write(Spread spread) {
    return switch (spread) {
      case Spread.Fixed fixed -> Durations.write(fixed.mean());
      case Spread.Exponential exponential ->
          "exponential(mean " + Durations.write(exponential.mean()) + ")";
      case Spread.Uniform uniform ->
          "uniform("
              + Durations.write(uniform.least())
              + ", "
              + Durations.write(uniform.most())
              + ")";
      case Spread.Lognormal lognormal ->
          "lognormal(mean "
              + Durations.write(lognormal.mean())
              + ", cv "
              + plain(lognormal.variation())
              + ")";
      case Spread.Gamma gamma ->
          "gamma(mean " + Durations.write(gamma.mean()) + ", shape " + plain(gamma.shape()) + ")";
    };
  }

  private static Spread uniform(Duration least, Duration most) {
    if (least.compareTo(most) > 0) {
      throw new BadValueException("must have the shorter duration first");
    }
    return new Spread.Uniform(least, most);
  }

  private static double number(String text, double least, String name) {
    double number = Kinds.number(text, name + " must be a number");
    if (number < least || number > MOST) {
      throw new BadValueException(name + " must be from " + plain(least) + " to " + plain(MOST));
    }
    return number;
  }

  private static Duration duration(String text) {
    return Durations.read(text).orElseThrow(Spreads::bad);
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  private static BadValueException bad() {
    return new BadValueException(
        "must be a duration such as 30s, or fixed(30s), exponential(mean 4m), uniform(10s, 30s),"
            + " lognormal(mean 4m, cv 0.8), gamma(mean 4m, shape 2)");
  }
}
