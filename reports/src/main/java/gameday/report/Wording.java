package gameday.report;

import gameday.verdict.Outcome;

/**
 * How an outcome is told, everywhere. The only place that knows the outcomes one by one.
 *
 * @param word for tables
 * @param mark one character that says it without colour
 * @param style the style sheet's class
 * @param weight how bad it is; the higher, the earlier it is told
 * @param junit what it is in junit.xml
 */
record Wording(String word, String mark, String style, int weight, Junit junit) {
  /** What a JUnit case can be. */
  enum Junit {
    PASSED,
    FAILURE,
    ERROR,
    SKIPPED
  }

  private static final Wording PASS = new Wording("pass", "✓", "good", 0, Junit.PASSED);
  private static final Wording FAIL = new Wording("fail", "✗", "bad", 3, Junit.FAILURE);
  private static final Wording UNPROVEN = new Wording("not proven", "?", "open", 2, Junit.ERROR);
  private static final Wording IDLE = new Wording("not exercised", "–", "idle", 0, Junit.SKIPPED);

  static Wording of(Outcome outcome) {
    return switch (outcome) {
      case PASS -> PASS;
      case FAIL -> FAIL;
      case INCONCLUSIVE -> UNPROVEN;
      case NOT_EXERCISED -> IDLE;
    };
  }

  boolean isBad() {
    return junit == Junit.FAILURE;
  }

  boolean isGood() {
    return junit == Junit.PASSED;
  }

  boolean isUnproven() {
    return junit == Junit.ERROR;
  }
}
