package gameday.trial;

import gameday.checker.RuleBook;
import gameday.history.History;
import gameday.judge.Judge;
import gameday.judge.Judgement;
import gameday.trial.Finding.Breach;
import gameday.verdict.Blame;
import gameday.verdict.Outcome;
import gameday.verdict.RuleVerdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Plays a trial and judges it by every rule. */
public final class Examination {
  private final Rehearsal rehearsal;

  /** An examination in which {@code rehearsal} plays. */
  public Examination(Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
  }

  /** What came of a trial; the same for the same trial. */
  public Finding of(Trial trial) {
    History history = rehearsal.play(trial.scenario(), trial.script());
    return judged(trial, history);
  }

  /** What came of a trial that was played. */
  public static Finding judged(Trial trial, History history) {
    Judgement judged = Judge.judge(trial.scenario(), trial.script(), history, List.of());
    Map<String, Integer> cases = new LinkedHashMap<>();
    RuleBook.ids().forEach(rule -> cases.put(rule, 0));
    List<Breach> breaches = new ArrayList<>();
    for (RuleVerdict rule : judged.verdict().rules()) {
      if (rule.outcome() != Outcome.NOT_EXERCISED) {
        cases.put(rule.rule(), rule.cases());
      }
      rule.violations().stream()
          .filter(violation -> violation.blame() == Blame.PIPELINE)
          .map(it -> new Breach(it.rule(), it.question(), it.sentence()))
          .forEach(breaches::add);
    }
    SortedMap<String, Integer> played = Hits.played(trial.faults());
    return new Finding(
        trial.seed(),
        trial.script().questions().size(),
        history.entries().size(),
        cases,
        played,
        Hits.of(history, played),
        breaches,
        judged.verdict().distrust());
  }
}
