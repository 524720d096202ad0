package gameday.report;

import gameday.measures.Measures;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Small figures in words, and how many of many are told. */
final class Facts {
  /** How many violations of one rule the page tells; violations.csv has all. */
  static final int VIOLATIONS_TOLD = 20;

  /** How many witnesses of one violation the page tells. */
  static final int WITNESSES_TOLD = 12;

  /** How much of a text a picture shows at once. */
  static final int SAID = 90;

  /** How much of it opens; history.jsonl has all. */
  static final int SAID_WHOLE = 2000;

  private Facts() {}

  /** A speed without needless decimals, such as {@code 60} or {@code 0.5}. */
  static String speed(double speed) {
    return BigDecimal.valueOf(speed).stripTrailingZeros().toPlainString();
  }

  /** A share as whole per cent. */
  static String percent(double share) {
    return Math.round(share * 100) + " %";
  }

  /** A share as a length of a meter 100 long. */
  static long meter(double share) {
    return Math.clamp(Math.round(share * 100), 0, 100);
  }

  /** A number with its thousands set apart. */
  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** The machines' times as rows. */
  static List<Measures.Row> machine(Measures measures) {
    return List.of(
        new Measures.Row("", "generator: sent later than intended", measures.generatorLag()),
        new Measures.Row("", "pipeline: webhook acknowledged", measures.pipelineAck()));
  }

  /** People by occupancy, the busiest first; equally busy ones by name. */
  static List<Map.Entry<String, Double>> busiestFirst(Measures measures) {
    return measures.occupancy().entrySet().stream()
        .sorted(
            Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .toList();
  }
}
