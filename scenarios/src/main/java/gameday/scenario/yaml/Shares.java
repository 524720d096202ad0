package gameday.scenario.yaml;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Shares of a whole, written in per cent, kept as 0 to 1. */
final class Shares {
  static final String PATTERN = "^[0-9]+(\\.[0-9]+)? ?%$";
  private static final Pattern PERCENT = Pattern.compile(PATTERN);
  private static final int LONGEST = 40;

  private Shares() {}

  static double read(String text) {
    double share = unbounded(text);
    if (share > 1) {
      throw new BadValueException("must be a share from 0% to 100%");
    }
    return share;
  }

  /** A share that may be more than the whole, as when every speaker asks twice. */
  static double unbounded(String text) {
    if (text.length() > LONGEST || !PERCENT.matcher(text).matches()) {
      throw new BadValueException("must be a share in per cent");
    }
    return new BigDecimal(text.substring(0, text.length() - 1).strip())
        .movePointLeft(2)
        .doubleValue();
  }

  /** Reads back to the same number. */
  static String write(double share) {
    // valueOf takes the shortest decimal that means this double, and moving its point is exact.
    return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString() + "%";
  }
}
