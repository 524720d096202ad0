package gameday.trial;

import gameday.checker.RuleBook;
import gameday.evidence.Evidence;
import gameday.history.Happening.HarnessTrouble;
import gameday.history.Happening.RunEnded;
import gameday.history.History;
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
    // Rules only: response times would take longer than all else together.
    Evidence evidence = new Evidence(trial.scenario(), trial.script(), history);
    Map<String, Integer> cases = new LinkedHashMap<>();
    RuleBook.ids().forEach(rule -> cases.put(rule, 0));
    List<Breach> breaches = new ArrayList<>();
    for (RuleVerdict rule : RuleBook.judge(evidence)) {
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
        doubts(evidence));
  }

  /** Why a day proves nothing: its history has no end, or the harness was in trouble. */
  private static List<String> doubts(Evidence evidence) {
    List<String> doubts = new ArrayList<>();
    History history = evidence.history();
    boolean isWhole =
        history.started().isPresent()
            && history.ended().filter(end -> end.reason() != RunEnded.Reason.ABORTED).isPresent();
    if (!isWhole) {
      doubts.add("the history has no beginning or no end");
    }
    evidence.all(HarnessTrouble.class).stream()
        .filter(trouble -> trouble.what().question().isEmpty())
        .map(trouble -> "the harness had trouble: " + trouble.what().what())
        .forEach(doubts::add);
    return doubts;
  }
}
