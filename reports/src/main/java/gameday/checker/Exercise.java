package gameday.checker;

import gameday.evidence.CaseFile;
import gameday.evidence.Evidence;
import gameday.process.Tier;

/** What a run had to bring about, given its script and who gave up. */
final class Exercise {
  /** What {@link #escalations} asks for, in words. */
  static final String ESCALATION = "a question that needs an escalation, and an asker who stays";

  private Exercise() {}

  /** Whether a question was there to be escalated, and its asker stayed. */
  static boolean escalations(Evidence evidence) {
    return evidence.cases().stream()
        .anyMatch(file -> file.question().truth().needsEscalation() && !file.isGivenUp());
  }

  /** Whether a question was there that only Tech Support can answer, and its asker stayed. */
  static boolean techSupport(Evidence evidence) {
    return evidence.cases().stream().anyMatch(Exercise::needsTechSupport);
  }

  private static boolean needsTechSupport(CaseFile file) {
    return file.question().truth() == Tier.TECH_SUPPORT && !file.isGivenUp();
  }
}
