package gameday.gates;

/**
 * Which figure of a distribution, and how many samples it takes to say it: about ten beyond the
 * point for the median, one or more for the far percentiles, where a run is short anyway.
 */
public enum Statistic {
  P50("p50", 50, 10),
  P90("p90", 90, 10),
  P95("p95", 95, 20),
  P99("p99", 99, 100),
  MEAN("mean", 0, 10),
  MAX("max", 100, 1),
  /** A share of questions or of actions. */
  SHARE("share", 0, 20),
  /** A share of time, which is no sample of anything. */
  TIME_SHARE("time share", 0, 1);

  private final String word;
  private final double percentile;
  private final int minimumSamples;

  Statistic(String word, double percentile, int minimumSamples) {
    this.word = word;
    this.percentile = percentile;
    this.minimumSamples = minimumSamples;
  }

  /** As written in an objective. */
  public String word() {
    return word;
  }

  double percentile() {
    return percentile;
  }

  /** With fewer samples an objective is inconclusive. */
  public int minimumSamples() {
    return minimumSamples;
  }
}
