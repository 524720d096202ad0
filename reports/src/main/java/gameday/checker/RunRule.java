package gameday.checker;

import gameday.evidence.Evidence;
import gameday.evidence.RunFacts;

/** A rule that judges what machines did over the whole run, whichever question it was about. */
interface RunRule extends Rule {
  /** Begins to watch a run. */
  Watch watch(RunFacts facts);

  @Override
  default boolean isExercised(Evidence evidence) {
    return watched(evidence).isExercised();
  }

  @Override
  default Findings judge(Evidence evidence) {
    return watched(evidence).findings();
  }

  private Watch watched(Evidence evidence) {
    Watch watch = watch(evidence.facts());
    evidence.history().entries().forEach(watch::see);
    return watch;
  }
}
