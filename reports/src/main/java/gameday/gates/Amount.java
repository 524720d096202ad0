package gameday.gates;

import java.util.Locale;

/** Values as people read them. */
final class Amount {
  private Amount() {}

  /** A duration such as {@code 74 s} or {@code 180 ms}, or a share such as {@code 3.2%}. */
  static String of(Metric metric, double value) {
    return metric.isDuration() ? duration(value / 1e6) : number(value * 100) + "%";
  }

  private static String duration(double millis) {
    return Math.abs(millis) < 1000 ? number(millis) + " ms" : number(millis / 1000) + " s";
  }

  private static String number(double value) {
    String exact = String.format(Locale.ROOT, "%.1f", value);
    return exact.endsWith(".0") ? exact.substring(0, exact.length() - 2) : exact;
  }
}
