package gameday.saboteur.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.saboteur.Day;
import gameday.saboteur.Saboteur;
import gameday.saboteur.Saboteurs;
import gameday.saboteur.matrix.Trial.Cell;
import gameday.verdict.Blame;
import gameday.verdict.Kind;
import gameday.verdict.Outcome;
import gameday.verdict.RuleVerdict;
import gameday.verdict.Violation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrialTest {
  private static final Saboteur DROPS = Saboteurs.called("drops-answers").orElseThrow();
  private static final Saboteur CALLS = Saboteurs.called("agent-calls-tech-support").orElseThrow();

  @Test
  void isRightIfTheRuleNoticedAndNoOther() {
    Trial trial = trial(DROPS, fails("answer-returned", Blame.PIPELINE), passes("on-time"));

    assertEquals(List.of(Cell.CAUGHT, Cell.QUIET), cells(trial));
    assertTrue(trial.isRight());
  }

  @Test
  void isWrongIfTheRuleSaysNothing() {
    Trial trial = trial(DROPS, passes("answer-returned"), passes("on-time"));

    assertEquals(List.of(Cell.MISSED, Cell.QUIET), cells(trial));
    assertEquals(List.of("answer-returned missed drops-answers (seed 3)"), trial.faults());
  }

  @Test
  void isWrongIfAnotherRuleSaysSomething() {
    Trial trial =
        trial(DROPS, fails("answer-returned", Blame.PIPELINE), fails("on-time", Blame.PIPELINE));

    assertEquals(List.of(Cell.CAUGHT, Cell.WRONG), cells(trial));
    assertEquals(
        List.of(
            "on-time was raised wrongly against drops-answers (seed 3), blaming the pipeline: "
                + "it happened"),
        trial.faults());
  }

  @Test
  void isWrongIfThePipelineIsBlamedForTheStaff() {
    assertTrue(trial(CALLS, fails(CALLS.rule(), Blame.STAFF)).isRight());
    assertFalse(trial(CALLS, fails(CALLS.rule(), Blame.PIPELINE)).isRight());
    assertFalse(trial(CALLS, fails(CALLS.rule(), Blame.STAFF, Blame.PIPELINE)).isRight());
  }

  @Test
  void isWrongIfAnythingIsSaidAgainstTheHonestPipeline() {
    Trial quiet = new Trial(Optional.empty(), Day.PLAIN, 3, List.of(passes("on-time")));
    Trial loud =
        new Trial(Optional.empty(), Day.PLAIN, 3, List.of(fails("on-time", Blame.HARNESS)));

    assertTrue(quiet.isRight());
    assertFalse(loud.isRight());
  }

  @Test
  void ruleThatIsSwitchedOffTurnsTheMatrixRed() {
    Trial on = trial(DROPS, fails("answer-returned", Blame.PIPELINE), passes("on-time"));
    Trial off =
        new Trial(
            on.saboteur(),
            on.day(),
            on.seed(),
            on.rules().stream().filter(rule -> !rule.rule().equals("answer-returned")).toList());

    assertTrue(new Matrix(List.of(on)).isRight());
    assertFalse(new Matrix(List.of(off)).isRight());
  }

  private static Trial trial(Saboteur saboteur, RuleVerdict... rules) {
    return new Trial(Optional.of(saboteur), saboteur.day(), 3, List.of(rules));
  }

  private static List<Cell> cells(Trial trial) {
    return trial.rules().stream().map(trial::cell).toList();
  }

  private static RuleVerdict passes(String rule) {
    return new RuleVerdict(rule, "It holds.", Outcome.PASS, 1, 1, List.of());
  }

  private static RuleVerdict fails(String rule, Blame... blames) {
    return new RuleVerdict(
        rule,
        "It holds.",
        List.of(blames).contains(Blame.PIPELINE) ? Outcome.FAIL : Outcome.PASS,
        1,
        1,
        Stream.of(blames)
            .map(
                blame ->
                    new Violation(
                        rule, Optional.empty(), blame, Kind.SAFETY, "it happened", List.of()))
            .toList());
  }
}
