package gameday.judge;

import static gameday.rehearsed.Horizon.honest;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.gates.Objectives;
import gameday.history.Happening;
import gameday.history.Happening.Asked;
import gameday.history.Happening.HarnessTrouble;
import gameday.history.Happening.RunEnded;
import gameday.history.Happening.RunStarted;
import gameday.history.Happening.SlackPosted;
import gameday.process.PipelinePart;
import gameday.rehearsed.Day;
import gameday.rehearsed.Horizon;
import gameday.verdict.ExitCode;
import gameday.verdict.ObjectiveVerdict;
import gameday.verdict.Outcome;
import gameday.verdict.RuleVerdict;
import gameday.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JudgeTest {
  @Test
  void passesAnHonestDay() {
    Verdict verdict = judge(honest());

    assertEquals(List.of(), verdict.distrust());
    assertEquals(ExitCode.PASS, verdict.exitCode());
  }

  @Test
  void findsAPipelineThatNeverPostsIncorrect() {
    Verdict verdict = judge(honest().without(SlackPosted.class::isInstance));

    assertEquals(ExitCode.INCORRECT, verdict.exitCode());
  }

  @Test
  void trustsNoHistoryThatIsCutOff() {
    Verdict cut = judge(honest().without(RunEnded.class::isInstance));
    Verdict headless = judge(honest().without(RunStarted.class::isInstance));

    assertEquals(RunEnded.Reason.ABORTED, cut.reason());
    assertTrue(cut.distrust().get(0).startsWith("history is cut off"));
    assertEquals(RunEnded.Reason.ABORTED, headless.reason());
    assertEquals(ExitCode.NOT_TRUSTWORTHY, judge(Day.empty()).exitCode());
  }

  @Test
  void trustsNoTiredGenerator() {
    Verdict late = judge(honest().moving(Asked.class, a -> a.conversation().equals("c2"), 0.5));
    Happening trouble = new HarnessTrouble(Optional.empty(), "out of file descriptors");

    assertEquals(ExitCode.NOT_TRUSTWORTHY, late.exitCode());
    assertEquals(ExitCode.NOT_TRUSTWORTHY, judge(honest().at(9, trouble)).exitCode());
  }

  @Test
  void saysByHowMuchAnObjectiveWasMissedAndWhenItWasWorst() {
    ObjectiveVerdict max = objective("help-chat resolution max < 60s");

    // q-5 was asked at 50 s and answered at 1330 s.
    assertEquals(Outcome.FAIL, max.outcome());
    assertEquals("missed by 1220 s (1280 s against 60 s); worst 09:00–09:15", max.explanation());
  }

  @Test
  void concludesNothingFromTooFewSamples() {
    ObjectiveVerdict few = objective("first-response p90 < 60s");
    ObjectiveVerdict none = objective("first-response p90 < 60s from keynote to keynote.end");

    assertEquals(Outcome.INCONCLUSIVE, few.outcome());
    assertEquals("5 samples, of the 10 it takes", few.explanation());
    assertEquals("-", none.actual());
  }

  @Test
  void findsAPipelineThatWasNeverHealthyIncorrectThoughWeEndedIt() {
    Day never =
        Day.empty()
            .at(0, new RunStarted("horizon", 1, 1, "wall"))
            .at(0.1, new Happening.PipelineGone(true, 143))
            .at(0.2, new RunEnded(RunEnded.Reason.ABORTED, "it was not healthy within 30 s"));

    assertEquals(ExitCode.INCORRECT, judge(never).exitCode());
    assertEquals(List.of(), judge(never).distrust());
  }

  @Test
  void judgesNothingOfAModChatThatThePipelineDoesNotKnow() {
    Day partial = withoutModChat();

    Judgement judged = judged(partial, List.of());

    // q-4 is the Mod chat's; it was never asked, and nobody is blamed for that.
    assertEquals(ExitCode.NOT_TRUSTWORTHY, judge(withoutQ4()).exitCode());
    assertEquals(ExitCode.PASS, judged.verdict().exitCode());
    RuleVerdict rule = rule(judged.verdict(), "mod-chat-private");
    assertEquals(Outcome.NOT_EXERCISED, rule.outcome());
    assertEquals("the pipeline knows no Mod chat", rule.lacking());
    assertEquals(
        List.of("the pipeline knows no Mod chat: 1 of 5 questions were not played"),
        judged.warnings());
    assertEquals(Outcome.PASS, rule(judged.verdict(), "on-time").outcome());
  }

  @Test
  void judgesNoDeadlineThatThePipelineDoesNotKnow() {
    Day late = honest().without(JudgeTest::isReminder);

    Verdict without = judge(lacking(late, PipelinePart.DEADLINES));

    assertEquals(Outcome.FAIL, rule(judge(late), "on-time").outcome());
    assertEquals(Outcome.NOT_EXERCISED, rule(without, "on-time").outcome());
    assertEquals(Outcome.PASS, rule(without, "mod-chat-private").outcome());
    assertEquals(ExitCode.PASS, without.exitCode());
  }

  @Test
  void measuresNoObjectiveThatIsAboutTheUnknownModChatOnly() {
    List<String> lines =
        List.of(
            "mod-chat first-response p50 < 60s",
            "mod-chat[speaker] first-response p50 < 60s",
            "first-response p90 < 60s",
            "pipeline ack p99 < 1s");

    List<ObjectiveVerdict> partial = judged(withoutModChat(), lines).verdict().objectives();
    List<ObjectiveVerdict> whole = judged(honest(), lines).verdict().objectives();

    assertEquals(
        List.of(
            Outcome.NOT_EXERCISED,
            Outcome.NOT_EXERCISED,
            Outcome.INCONCLUSIVE,
            Outcome.INCONCLUSIVE),
        partial.stream().map(ObjectiveVerdict::outcome).toList());
    assertEquals("the pipeline knows no Mod chat", partial.get(0).explanation());
    assertEquals("4 samples, of the 10 it takes", partial.get(2).explanation());
    assertEquals(
        List.of(), whole.stream().filter(o -> o.outcome() == Outcome.NOT_EXERCISED).toList());
  }

  @Test
  void changesNothingForPartsThatAreNotExercisedYet() {
    Day day =
        lacking(
            honest(),
            PipelinePart.GROUPING,
            PipelinePart.EDITS,
            PipelinePart.GRANTS,
            PipelinePart.FILES);

    Judgement judged = judged(day, List.of());

    assertEquals(judge(honest()).rules(), judged.verdict().rules());
    assertEquals(List.of(), judged.warnings());
  }

  private static Day withoutModChat() {
    return lacking(withoutQ4(), PipelinePart.MOD_CHAT);
  }

  private static Day withoutQ4() {
    return honest().without(JudgeTest::isAboutQ4);
  }

  private static boolean isAboutQ4(Happening what) {
    return what.toString().contains("q-4");
  }

  private static boolean isReminder(Happening what) {
    return what instanceof SlackPosted post && post.text().startsWith("Reminder:");
  }

  private static Day lacking(Day day, PipelinePart... parts) {
    return day.at(0, new Happening.PipelineLacks(List.of(parts)));
  }

  private static RuleVerdict rule(Verdict verdict, String id) {
    return verdict.rules().stream()
        .filter(rule -> rule.rule().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Judgement judged(Day day, List<String> objectives) {
    Objectives read = Objectives.read(objectives, Horizon.scenario().event());
    assertEquals(List.of(), read.faults());
    return Judge.judge(Horizon.scenario(), Horizon.script(), day.history(), read.objectives());
  }

  private static ObjectiveVerdict objective(String line) {
    Objectives read = Objectives.read(List.of(line), Horizon.scenario().event());
    return Judge.judge(Horizon.scenario(), Horizon.script(), honest().history(), read.objectives())
        .verdict()
        .objectives()
        .get(0);
  }

  private static Verdict judge(Day day) {
    return Judge.judge(Horizon.scenario(), Horizon.script(), day.history(), List.of()).verdict();
  }
}
