package gameday.verdict;

/** Three-valued: what was not measured enough is never a pass. */
public enum Outcome {
  PASS,
  FAIL,
  INCONCLUSIVE,
  /** The script never asked for it; says nothing about the run, good or bad. */
  NOT_EXERCISED;

  /** Lower case, for files and people. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
