package gameday.judge;

import gameday.checker.RuleBook;
import gameday.evidence.Evidence;
import gameday.gates.Gates;
import gameday.gates.Objective;
import gameday.history.Happening.RunEnded;
import gameday.history.Happening.RunEnded.Reason;
import gameday.history.History;
import gameday.measures.Compression;
import gameday.measures.Measures;
import gameday.measures.Measuring;
import gameday.scenario.Scenario;
import gameday.script.Script;
import gameday.verdict.RuleVerdict;
import gameday.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Judges a run. */
public final class Judge {
  private Judge() {}

  /** The judgement; the same for the same arguments. */
  public static Judgement judge(
      Scenario scenario, Script script, History history, List<Objective> objectives) {
    return judge(new Evidence(scenario, script, history), objectives);
  }

  /** Likewise, of a run that was indexed for other readers as well. */
  public static Judgement judge(Evidence evidence, List<Objective> objectives) {
    History history = evidence.history();
    Measures measures = Measuring.of(evidence);
    List<RuleVerdict> rules = RuleBook.judge(evidence);
    Reason reason =
        Trust.isWhole(history)
            ? history.ended().map(RunEnded::reason).orElse(Reason.ABORTED)
            : Reason.ABORTED;
    Verdict verdict =
        new Verdict(
            reason,
            rules,
            Gates.judge(objectives, evidence, measures, rules),
            Trust.doubts(evidence, measures, rules));
    List<String> warnings = new ArrayList<>(LeftOut.of(evidence));
    Compression.warning(measures, evidence.clock().speed()).ifPresent(warnings::add);
    return new Judgement(verdict, measures, warnings);
  }
}
