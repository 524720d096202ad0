package gameday.live;

import gameday.history.Entry;
import gameday.history.Happening;
import gameday.history.History;
import gameday.history.jsonl.HistoryReader;
import gameday.judge.Judge;
import gameday.judge.Judgement;
import gameday.scenario.Scenario;
import gameday.script.Script;
import gameday.verdict.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A run that is over, judged by all rules. */
record Judged(LiveOutcome outcome, History history, Judgement judgement) {
  static Judged of(Scenario scenario, Script script, LiveOutcome outcome) throws IOException {
    History history =
        switch (HistoryReader.read(outcome.history())) {
          case HistoryReader.Read.Readable readable -> readable.history();
          case HistoryReader.Read.Faulty faulty -> throw new AssertionError(faulty.fault());
        };
    return new Judged(outcome, history, Judge.judge(scenario, script, history, List.of()));
  }

  /** What is not as it should be: rules, questions without an answer, trouble; a sentence each. */
  List<String> faults() {
    List<String> faults = new ArrayList<>();
    if (outcome.reason() != Happening.RunEnded.Reason.DRAINED) {
      faults.add(outcome.detail());
    }
    judgement.verdict().rules().stream()
        .filter(rule -> rule.outcome() == Outcome.FAIL)
        .forEach(rule -> faults.add(rule.rule() + ": " + rule.violations()));
    judgement.measures().questions().stream()
        .filter(question -> question.resolution().isEmpty())
        .forEach(question -> faults.add("not answered: " + question));
    all(Happening.HarnessTrouble.class).forEach(trouble -> faults.add(trouble.toString()));
    return faults;
  }

  <T extends Happening> Stream<T> all(Class<T> kind) {
    return history.entries().stream().map(Entry::what).filter(kind::isInstance).map(kind::cast);
  }
}
