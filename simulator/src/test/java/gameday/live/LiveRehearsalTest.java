package gameday.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.history.Entry;
import gameday.history.Happening;
import gameday.history.Happening.RunEnded.Reason;
import gameday.history.History;
import gameday.history.jsonl.HistoryReader;
import gameday.process.HelpChatProduct;
import gameday.scenario.FaultPlan;
import gameday.scenario.Scenario;
import gameday.script.QuestionId;
import gameday.script.Script;
import gameday.script.ScriptDraw;
import gameday.script.ScriptedQuestion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LiveRehearsalTest {
  private static final double SPEED = 120;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(HelpChatProduct.class)
  void playsAWholeDayWithTheReferencePipeline(HelpChatProduct product) throws Exception {
    Scenario scenario = SmallEvent.scenario(product, List.of());
    Script script = ScriptDraw.draw(scenario);

    LiveOutcome outcome = LiveRehearsal.run(settings(scenario, script, ReferencePipeline.choice()));

    History history = read(outcome);
    assertEquals(Reason.DRAINED, outcome.reason(), () -> outcome.detail() + told(history));
    assertEquals(
        List.of(), all(history, Happening.HarnessTrouble.class).toList(), () -> told(history));
    Map<QuestionId, ScriptedQuestion> questions =
        script.questions().stream()
            .collect(Collectors.toMap(ScriptedQuestion::id, Function.identity()));
    List<QuestionId> asked =
        all(history, Happening.Asked.class).map(Happening.Asked::question).toList();
    assertEquals(questions.keySet(), Set.copyOf(asked));
    assertEquals(questions.size(), asked.size());
    for (Entry entry : history.entries()) {
      if (entry.what() instanceof Happening.Asked now) {
        Duration at = questions.get(now.question()).at();
        assertTrue(entry.atNanos() * SPEED >= at.toNanos(), () -> entry + " came before " + at);
      }
    }
    Set<QuestionId> escalated =
        all(history, Happening.Escalated.class)
            .map(Happening.Escalated::question)
            .collect(Collectors.toSet());
    Set<QuestionId> inSlack =
        all(history, Happening.SlackPosted.class)
            .filter(post -> post.threadTs().isEmpty())
            .flatMap(post -> post.questions().stream())
            .collect(Collectors.toSet());
    assertFalse(escalated.isEmpty());
    assertEquals(escalated, inSlack);
  }

  @Test
  void bringsAKilledPipelineBackAndPlaysFaultsAtTheirTimes() throws Exception {
    Duration from = Duration.ofMinutes(3);
    List<FaultPlan> faults =
        List.of(
            new FaultPlan(
                FaultPlan.Target.PIPELINE, new FaultPlan.Kind.Crash(), from, from.plusMinutes(1)),
            new FaultPlan(
                FaultPlan.Target.SLACK, new FaultPlan.Kind.Outage(), from, from.plusMinutes(2)));
    Scenario scenario = SmallEvent.scenario(HelpChatProduct.CHATWOOT, faults);
    Script script = ScriptDraw.draw(scenario);

    LiveSettings settings =
        settings(scenario, script, ReferencePipeline.choice()).allowing(Duration.ofMinutes(5));
    LiveOutcome outcome = LiveRehearsal.run(settings);

    // Chatwoot does not repeat what the pipeline missed, so some questions may stay open.
    History history = read(outcome);
    assertEquals(
        List.of(new Happening.PipelineGone(true, 137), new Happening.PipelineGone(true, 143)),
        all(history, Happening.PipelineGone.class).toList());
    assertEquals(2, all(history, Happening.PipelineReady.class).count());
    assertEquals(
        List.of(
            new Happening.FaultEnded("pipeline", "crash"),
            new Happening.FaultEnded("slack", "outage")),
        all(history, Happening.FaultEnded.class).toList());
  }

  @Test
  void playsAnIntruderAndMeddlesWithWebhooksAndTellsOfBoth() throws Exception {
    Duration end = Duration.ofMinutes(10);
    List<FaultPlan> faults =
        List.of(
            new FaultPlan(
                FaultPlan.Target.PIPELINE, new FaultPlan.Kind.Intruder(20), Duration.ZERO, end),
            new FaultPlan(
                FaultPlan.Target.HELP_CHAT,
                new FaultPlan.Kind.RepeatedWebhooks(0.3, 3),
                Duration.ZERO,
                end));
    Scenario scenario = SmallEvent.scenario(HelpChatProduct.CHATWOOT, faults);

    LiveOutcome outcome =
        LiveRehearsal.run(
            settings(scenario, ScriptDraw.draw(scenario), ReferencePipeline.choice()));

    History history = read(outcome);
    assertEquals(Reason.DRAINED, outcome.reason(), () -> outcome.detail() + told(history));
    List<Happening.IntruderTried> tries = all(history, Happening.IntruderTried.class).toList();
    assertTrue(tries.size() >= 12, () -> told(history));
    for (Happening.IntruderTried tried : tries) {
      int expected = tried.trick().equals("replayed") ? 200 : 401;
      assertEquals(expected, tried.status(), tried::toString);
      assertEquals(tried.mark().isEmpty(), tried.trick().equals("replayed"), tried::toString);
    }
    assertTrue(
        all(history, Happening.WebhookMeddled.class)
            .anyMatch(meddled -> meddled.fault().equals("repeated-webhooks")));
  }

  @Test
  void endsSoonAndReadablyWhenInterrupted() throws Exception {
    Scenario scenario = SmallEvent.scenario(HelpChatProduct.CHATWOOT, List.of());
    Script script = ScriptDraw.draw(scenario);
    AtomicReference<LiveRehearsal> rehearsal = new AtomicReference<>();
    LiveSettings settings =
        settings(scenario, script, ReferencePipeline.choice())
            .telling(progress -> rehearsal.get().interrupt());
    rehearsal.set(new LiveRehearsal(settings));

    LiveOutcome outcome = rehearsal.get().run();

    assertEquals(Reason.INTERRUPTED, outcome.reason());
    History history = read(outcome);
    assertEquals(Reason.INTERRUPTED, history.ended().orElseThrow().reason());
    assertTrue(all(history, Happening.Asked.class).count() < script.questions().size());
  }

  @Test
  void abortsWithThePipelinesLastWordsWhenItEndsAtOnce() throws Exception {
    LiveOutcome outcome = withPipeline("sh -c \"echo one; echo no state folder; exit 3\"");

    assertEquals(Reason.ABORTED, outcome.reason());
    assertEquals(
        "the pipeline ended before it was healthy; pipeline.log ends with: one | no state folder",
        outcome.detail());
  }

  @Test
  void abortsWhenThereIsNoSuchProgram() throws Exception {
    LiveOutcome outcome = withPipeline("no-such-pipeline --fast");

    assertEquals(Reason.ABORTED, outcome.reason());
    assertEquals("cannot start 'no-such-pipeline': no such program", outcome.detail());
  }

  @Test
  void abortsWhenThePipelineNeverBecomesHealthy() throws Exception {
    LiveOutcome outcome = withPipeline("sleep 60");

    assertEquals(Reason.ABORTED, outcome.reason());
    assertTrue(
        outcome.detail().startsWith("the pipeline was not healthy within 1 s: GET http"),
        outcome::detail);
  }

  private LiveOutcome withPipeline(String command) throws IOException {
    Scenario scenario = SmallEvent.scenario(HelpChatProduct.CHATWOOT, List.of());
    return LiveRehearsal.run(
        settings(scenario, ScriptDraw.draw(scenario), PipelineChoice.command(command))
            .healthyWithin(Duration.ofSeconds(1)));
  }

  private LiveSettings settings(Scenario scenario, Script script, PipelineChoice pipeline) {
    return LiveSettings.of(scenario, script, SPEED, folder, pipeline).cold();
  }

  private static History read(LiveOutcome outcome) throws IOException {
    return switch (HistoryReader.read(outcome.history())) {
      case HistoryReader.Read.Readable readable -> readable.history();
      case HistoryReader.Read.Faulty faulty -> throw new AssertionError(faulty.fault());
    };
  }

  private static <T extends Happening> java.util.stream.Stream<T> all(
      History history, Class<T> kind) {
    return history.entries().stream().map(Entry::what).filter(kind::isInstance).map(kind::cast);
  }

  private static String told(History history) {
    return history.entries().stream()
        .map(entry -> "\n" + entry.atNanos() / 1_000_000 + " ms " + entry.what())
        .collect(Collectors.joining());
  }
}
