package gameday.verdict;

/**
 * What the command line exits with. Precedence where several hold: interrupted, usage, not
 * trustworthy, incorrect, gate failed, inconclusive.
 */
public enum ExitCode {
  PASS(0, "everything held"),
  BROKEN(1, "gameday itself broke"),
  GATE_FAILED(2, "an objective was missed"),
  INCORRECT(3, "a correctness rule was violated"),
  INCONCLUSIVE(4, "too little was measured to say"),
  NOT_TRUSTWORTHY(5, "the environment can't be trusted"),
  USAGE(64, "usage or configuration is wrong"),
  INTERRUPTED(130, "interrupted");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  /** The process's exit status. */
  public int code() {
    return code;
  }

  /** The meaning in a few words. */
  public String meaning() {
    return meaning;
  }
}
