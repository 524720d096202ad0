package gameday.verdict;

/**
 * What a finding rests on, in the sense of Alpern and Schneider, <i>Defining Liveness</i> (1985),
 * with deadlines counted among the promises.
 */
public enum Kind {
  /**
   * Something happened that must not: true at once, whatever comes later and whatever fault is on.
   */
  SAFETY,
  /**
   * Something that was due came late or not at all: put off by faults until they are over, and
   * judged only in a run that came to its own end.
   */
  LIVENESS;

  /** Lower case, for files and people. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
