package gameday.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.history.Happening;
import gameday.history.Happening.RunEnded.Reason;
import gameday.history.History;
import gameday.history.jsonl.HistoryReader;
import gameday.judge.Judge;
import gameday.judge.Judgement;
import gameday.process.AnswerRoute;
import gameday.process.Audience;
import gameday.process.Chat;
import gameday.process.EscalationProcess;
import gameday.process.HelpChatProduct;
import gameday.process.Tier;
import gameday.scenario.FaultPlan;
import gameday.scenario.Scenario;
import gameday.script.Asker;
import gameday.script.Script;
import gameday.script.ScriptedQuestion;
import gameday.verdict.Violation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One trouble of a whole session, with the reference pipeline. */
class GroupedRehearsalTest {
  private static final int ASKERS = 24;

  /** Rules that a machine with much else to do breaks, whatever the pipeline does. */
  private static final Set<String> OF_TIME = Set.of("polite-client", "on-time");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"CHATWOOT, THROUGH_AGENT", "CHATWOOT, STRAIGHT", "INTERCOM, THROUGH_AGENT"})
  void putsOneTroubleOfManyIntoFewThreadsAndAnswersThemAll(
      HelpChatProduct product, AnswerRoute route) throws Exception {
    Duration from = Duration.ofMinutes(1);
    FaultPlan outage =
        new FaultPlan(
            FaultPlan.Target.SLACK, new FaultPlan.Kind.Outage(), from, from.plusMinutes(2));
    Scenario scenario = answering(route, SmallEvent.scenario(product, List.of(outage)));
    Script script = new Script("small", 7, scenario.event().length(), questions());

    LiveOutcome outcome =
        LiveRehearsal.run(
            LiveSettings.of(scenario, script, 60, folder, ReferencePipeline.choice()).cold());

    History history =
        switch (HistoryReader.read(outcome.history())) {
          case HistoryReader.Read.Readable readable -> readable.history();
          case HistoryReader.Read.Faulty faulty -> throw new AssertionError(faulty.fault());
        };
    assertEquals(Reason.DRAINED, outcome.reason(), () -> outcome.detail() + told(history));
    long escalations = count(history, Happening.Escalated.class);
    long threads =
        history.entries().stream()
            .filter(
                entry ->
                    entry.what() instanceof Happening.SlackPosted post && post.threadTs().isEmpty())
            .count();
    assertEquals(ASKERS, escalations);
    assertTrue(threads <= 2, () -> threads + " threads");
    Judgement judgement = Judge.judge(scenario, script, history, List.of());
    List<String> violations =
        judgement.verdict().rules().stream()
            .filter(rule -> !OF_TIME.contains(rule.rule()))
            .flatMap(rule -> rule.violations().stream())
            .map(Violation::toString)
            .toList();
    assertEquals(List.of(), violations);
    assertEquals(
        ASKERS,
        count(history, Happening.PipelineNoted.class)
            + count(history, Happening.PipelineReplied.class));
  }

  private static Scenario answering(AnswerRoute route, Scenario like) {
    EscalationProcess process = like.process();
    return like.with(
        like.helpChat(),
        new EscalationProcess(process.profile(), process.way(), route, process.deadlines()),
        like.staff(),
        like.faults());
  }

  private static String told(History history) {
    return history.entries().stream()
        .map(entry -> "\n" + entry.atNanos() / 1_000_000 + " ms " + entry.what())
        .collect(Collectors.joining());
  }

  private static long count(History history, Class<? extends Happening> kind) {
    return history.entries().stream().filter(entry -> kind.isInstance(entry.what())).count();
  }

  private static List<ScriptedQuestion> questions() {
    List<ScriptedQuestion> questions = new ArrayList<>();
    for (int i = 1; i <= ASKERS; i++) {
      questions.add(question(i));
    }
    return questions;
  }

  private static ScriptedQuestion question(int number) {
    ScriptedQuestion like = Questions.inHelpChat(number).question();
    return new ScriptedQuestion(
        like.id(),
        Duration.ofSeconds(8L * number),
        new Asker("Ada", like.asker().email(), Audience.ATTENDEE),
        Chat.HELP,
        like.session(),
        "sound",
        like.page(),
        like.messages(),
        Tier.CSM,
        like.work(),
        Duration.ofHours(1),
        false,
        number % 2 == 0 ? "Nobody hears the keynote" : "nobody hears  the keynote!",
        Optional.empty(),
        like.answer(),
        Optional.empty());
  }
}
