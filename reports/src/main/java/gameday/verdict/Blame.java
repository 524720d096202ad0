package gameday.verdict;

/** Whose a violation is. Only the pipeline's make a run fail. */
public enum Blame {
  PIPELINE,
  STAFF,
  HARNESS;

  /** Lower case, for files and people. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
