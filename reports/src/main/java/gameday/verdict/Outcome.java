package gameday.verdict;

/** Three-valued: what was not measured enough is never a pass. */
public enum Outcome {
  PASS,
  FAIL,
  INCONCLUSIVE;

  /** Lower case, for files and people. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
