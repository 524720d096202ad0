package gameday.checker;

import gameday.evidence.Evidence;
import gameday.process.PipelinePart;
import java.util.Optional;

/** One rule of the process, judged over a whole run. */
interface Rule {
  /** Its id, such as {@code escalated-once}. */
  String id();

  /** The rule in words a trainer understands. */
  String sentence();

  /**
   * The failures of this rule that are matters of safety, in words; empty if there are none. Every
   * failure belongs to one rule.
   */
  String safety();

  /** Likewise those that are matters of liveness. */
  String liveness();

  /** One violation, in words. */
  String example();

  /** What a run must bring so that the rule is exercised, in words. */
  String needs();

  /** How many cases it takes for a pass; at least 1, because nothing measured is never a pass. */
  default int minimumCases() {
    return 1;
  }

  /** Whose its violations are, in words. */
  default String blame() {
    return "pipeline or staff";
  }

  /** Whether the run should have brought cases; if not, having none says nothing. */
  boolean isExercised(Evidence evidence);

  /** The part of a pipeline's work it is all about; one that doesn't know it is not judged. */
  default Optional<PipelinePart> part() {
    return Optional.empty();
  }

  /** Judges every case, in time linear in the history. */
  Findings judge(Evidence evidence);
}
