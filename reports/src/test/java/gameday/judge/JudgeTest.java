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
import gameday.rehearsed.Day;
import gameday.rehearsed.Horizon;
import gameday.verdict.ExitCode;
import gameday.verdict.ObjectiveVerdict;
import gameday.verdict.Outcome;
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
