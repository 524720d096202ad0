package gameday.checker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gameday.history.Happening.FaultBegan;
import gameday.history.Happening.FaultEnded;
import gameday.history.Happening.HarnessTrouble;
import gameday.history.Happening.PipelineGone;
import gameday.history.Happening.PipelineReady;
import gameday.history.Happening.RunEnded;
import gameday.history.Happening.RunStarted;
import gameday.rehearsed.Day;
import gameday.rehearsed.Excerpt;
import gameday.rehearsed.Judged;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A pipeline that is gone: {@code no-question-lost}'s, whatever was asked. */
class LostPipelineTest {
  @Test
  void blamesAPipelineThatEndsByItselfAndNoOther() {
    Excerpt whole = Excerpt.of(3);

    assertEquals(
        "the pipeline ended by itself at 09:15:00 with exit code 137",
        whole.and(900, new PipelineGone(false, 137)).judged().sentence());
    assertEquals(List.of(), whole.and(900, new PipelineGone(true, 143)).judged().findings());
  }

  @ParameterizedTest
  @CsvSource({
    "899.95, ''",
    "899.949999999, no-question-lost pipeline",
    "901.05, ''",
    "901.050000001, no-question-lost pipeline"
  })
  void excusesAPipelineThatTheScenarioCrashed(double at, String finding) {
    Excerpt crashed =
        Excerpt.of(3)
            .and(900, new FaultBegan("pipeline", "crash"))
            .and(900.5, new FaultEnded("pipeline", "crash"))
            .and(901, new PipelineReady("http"));

    assertEquals(
        finding.isEmpty() ? List.of() : List.of(finding),
        crashed.and(at, new PipelineGone(false, 137)).judged().findings());
  }

  @Test
  void saysOnceThatAPipelineWasNeverThere() {
    Excerpt start = Excerpt.of(3).with(Day.empty().at(0, new RunStarted("horizon", 1, 1, "wall")));
    RunEnded aborted = new RunEnded(RunEnded.Reason.ABORTED, "no answer on port 4000");

    Excerpt never = start.and(1, aborted);
    Excerpt died = start.and(0.5, new PipelineGone(false, 1), aborted);
    Excerpt ours = start.and(0.5, new HarnessTrouble(Optional.empty(), "no port"), aborted);
    Excerpt there = start.and(0.5, new PipelineReady("http"), aborted);

    assertEquals(
        "the pipeline was never there: no answer on port 4000", abortedBy(never).sentence());
    assertEquals(
        "the pipeline ended by itself at 09:00:00 with exit code 1", abortedBy(died).sentence());
    assertEquals(List.of(), abortedBy(ours).findings());
    assertEquals(List.of(), abortedBy(there).findings());
  }

  private static Judged abortedBy(Excerpt run) {
    return Judged.of(run.scenario(), run.script(), run.day().history());
  }
}
