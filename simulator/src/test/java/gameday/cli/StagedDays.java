package gameday.cli;

import gameday.history.Entry;
import gameday.history.Happening;
import gameday.history.Happening.Asked;
import gameday.history.Happening.ChatbotReplied;
import gameday.history.Happening.Closed;
import gameday.history.Happening.FaultBegan;
import gameday.history.Happening.FaultEnded;
import gameday.history.Happening.IntruderTried;
import gameday.history.Happening.PipelineReady;
import gameday.history.Happening.RunEnded;
import gameday.history.Happening.RunStarted;
import gameday.history.History;
import gameday.scenario.FaultPlan;
import gameday.scenario.FaultPlan.Kind;
import gameday.scenario.FaultPlan.Target;
import gameday.scenario.Scenario;
import gameday.script.Script;
import gameday.script.ScriptedQuestion;
import gameday.trial.Rehearsal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Days on which a chatbot answers everything, played by hand. The pipeline has nothing to do; where
 * a bug is planted, it believes a forged request on days with a crash, soon after each question
 * whose number ends in 7.
 */
final class StagedDays implements Rehearsal {
  /** Settings under which a chatbot can answer everything. */
  static final String[] SETTINGS = {
    "--set", "chatbot.resolves=100%", "--set", "audiences.speakers.mod-chat=0%"
  };

  private final boolean bug;

  StagedDays(boolean bug) {
    this.bug = bug;
  }

  private record Timed(Duration at, Happening what) {}

  @Override
  public History play(Scenario scenario, Script script) {
    List<Timed> day = new ArrayList<>();
    for (FaultPlan plan : scenario.faults()) {
      day.add(new Timed(plan.from(), new FaultBegan(plan.on().word(), plan.kind().word())));
      day.add(new Timed(plan.until(), new FaultEnded(plan.on().word(), plan.kind().word())));
    }
    script.questions().forEach(question -> day.addAll(answered(question)));
    if (bug) {
      day.addAll(forgeries(scenario, script));
    }
    day.sort(Comparator.comparing(Timed::at));
    List<Happening> whole = new ArrayList<>();
    whole.add(new RunStarted(scenario.name(), script.seed(), 1, "virtual"));
    whole.add(new PipelineReady("at once"));
    List<Entry> entries = new ArrayList<>();
    whole.forEach(what -> entries.add(new Entry(entries.size(), 0, what)));
    day.forEach(
        timed -> entries.add(new Entry(entries.size(), timed.at().toNanos(), timed.what())));
    Duration end = script.length().plus(Duration.ofHours(1));
    entries.add(
        new Entry(
            entries.size(), end.toNanos(), new RunEnded(RunEnded.Reason.DRAINED, "all is said")));
    return new History(entries);
  }

  private static List<Timed> answered(ScriptedQuestion question) {
    String conversation = "c-" + question.id();
    return List.of(
        new Timed(
            question.at(),
            new Asked(
                question.id(),
                question.chat(),
                conversation,
                question.messages().getFirst().text())),
        new Timed(
            question.at().plusSeconds(3),
            new ChatbotReplied(question.id(), question.answer(), true)),
        new Timed(question.at().plusSeconds(4), new Closed(question.id(), "chatbot")));
  }

  private static List<Timed> forgeries(Scenario scenario, Script script) {
    boolean crashes =
        scenario.faults().stream()
            .anyMatch(p -> p.on() == Target.PIPELINE && p.kind() instanceof Kind.Crash);
    return script.questions().stream()
        .filter(question -> crashes && question.id().value().endsWith("7"))
        .map(
            question ->
                new Timed(
                    question.at().plusSeconds(10),
                    new IntruderTried("slack", "unsigned", 200, "forged-" + question.id())))
        .toList();
  }
}
