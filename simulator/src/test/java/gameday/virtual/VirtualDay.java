package gameday.virtual;

import gameday.checker.RuleBook;
import gameday.evidence.Evidence;
import gameday.history.Happening;
import gameday.history.History;
import gameday.history.jsonl.HistoryWriter;
import gameday.judge.Judge;
import gameday.judge.Judgement;
import gameday.pipeline.Conduct;
import gameday.process.AnswerRoute;
import gameday.process.EscalationProcess;
import gameday.process.EscalationWay;
import gameday.process.HelpChatProduct;
import gameday.scenario.FaultPlan;
import gameday.scenario.Scenario;
import gameday.scenario.yaml.Catalog;
import gameday.scenario.yaml.Loaded;
import gameday.script.Script;
import gameday.script.ScriptDraw;
import gameday.verdict.Outcome;
import gameday.verdict.RuleVerdict;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A day that was played in virtual time, and judged by all rules. */
record VirtualDay(Scenario scenario, Script script, History history, List<RuleVerdict> rules) {
  static VirtualDay play(Scenario scenario) {
    return play(scenario, Conduct.HONEST);
  }

  static VirtualDay play(Scenario scenario, Conduct conduct) {
    Script script = ScriptDraw.draw(scenario);
    return of(scenario, script, VirtualRehearsal.play(scenario, script, conduct));
  }

  static VirtualDay of(Scenario scenario, Script script, History history) {
    return new VirtualDay(
        scenario, script, history, RuleBook.judge(new Evidence(scenario, script, history)));
  }

  static Scenario ofCatalogue(String name) {
    return switch (Catalog.load(name, List.of())) {
      case Loaded.Good good -> good.scenario();
      case Loaded.Faulty faulty -> throw new AssertionError(faulty.faults());
    };
  }

  /** The same scenario with another help chat, in which agents escalate as it lets them. */
  static Scenario in(HelpChatProduct product, Scenario scenario) {
    boolean notes = product.hasPrivateNotes();
    EscalationProcess process = scenario.process();
    EscalationProcess settled =
        new EscalationProcess(
            process.profile(),
            notes ? EscalationWay.NOTE : EscalationWay.BY_HAND,
            notes ? AnswerRoute.THROUGH_AGENT : AnswerRoute.STRAIGHT,
            process.deadlines(),
            process.groupWithin());
    return scenario.with(product, settled, scenario.staff(), scenario.faults());
  }

  /** The same scenario with these faults. */
  static Scenario under(List<FaultPlan> faults, Scenario scenario) {
    return scenario.with(scenario.helpChat(), scenario.process(), scenario.staff(), faults);
  }

  /** The same scenario with these of its questions. */
  static Scenario only(List<String> questions, Scenario scenario) {
    return scenario.keeping(questions);
  }

  /** What the pipeline did wrong, and what made the run no good; a sentence each. */
  List<String> faults() {
    Judgement judgement = Judge.judge(scenario, script, history, List.of());
    List<String> faults = new ArrayList<>(judgement.verdict().distrust());
    Happening.RunEnded end = history.ended().orElseThrow();
    if (end.reason() != Happening.RunEnded.Reason.DRAINED) {
      faults.add(end.toString());
    }
    for (RuleVerdict rule : rules) {
      if (rule.outcome() == Outcome.FAIL || rule.outcome() == Outcome.INCONCLUSIVE) {
        faults.add(
            rule.rule()
                + " "
                + rule.outcome().word()
                + ": "
                + rule.violations().stream().map(v -> v.question() + " " + v.sentence()).toList());
      }
    }
    return faults;
  }

  /** The rules the pipeline has broken. */
  List<String> broken() {
    return rules.stream()
        .filter(rule -> rule.outcome() == Outcome.FAIL)
        .map(RuleVerdict::rule)
        .toList();
  }

  <T extends Happening> Stream<T> all(Class<T> kind) {
    return history.entries().stream()
        .map(entry -> entry.what())
        .filter(kind::isInstance)
        .map(kind::cast);
  }

  /** The history as its file has it. */
  String file() throws IOException {
    StringWriter text = new StringWriter();
    try (HistoryWriter writer = HistoryWriter.to(text)) {
      history.entries().forEach(writer::append);
    }
    return text.toString();
  }
}
