package gameday.checker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.history.Happening;
import gameday.history.Happening.FaultBegan;
import gameday.history.Happening.RunEnded;
import gameday.history.Happening.RunEnded.Reason;
import gameday.rehearsed.Day;
import gameday.verdict.Kind;
import gameday.verdict.Outcome;
import gameday.verdict.RuleVerdict;
import gameday.verdict.Violation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every planted fault once more, in runs that were cut off and under faults that last to the end:
 * what happened is told all the same, what was missed is not.
 */
class SafetyAndLivenessTest {
  private static final Map<String, UnaryOperator<Day>> CUT_OFF =
      Map.of(
          "interrupted", day -> ending(day, Reason.INTERRUPTED),
          "aborted", day -> ending(day, Reason.ABORTED),
          "without its end", day -> day.without(RunEnded.class::isInstance));

  @TestFactory
  Stream<DynamicTest> tellsInACutOffRunWhatHappenedAndLeavesOpenWhatWasMissed() {
    return CUT_OFF.entrySet().stream()
        .flatMap(
            cut ->
                PlantedFaultsTest.plants().entrySet().stream()
                    .map(
                        plant ->
                            DynamicTest.dynamicTest(
                                plant.getKey() + ", " + cut.getKey(),
                                () -> check(plant.getValue(), cut.getValue()))));
  }

  private static void check(PlantedFaultsTest.Plant plant, UnaryOperator<Day> cut) {
    Kind kind = violations(plant.day()).get(0).kind();
    List<RuleVerdict> verdicts = RuleBookTest.judge(cut.apply(plant.day()));
    RuleVerdict verdict = verdict(verdicts, plant.rule());

    switch (kind) {
      case SAFETY -> {
        assertEquals(List.of(plant.rule()), rules(RuleBookTest.violations(verdicts)));
        assertEquals(Outcome.FAIL, verdict.outcome());
      }
      case LIVENESS -> {
        assertEquals(List.of(), RuleBookTest.violations(verdicts));
        assertEquals(Outcome.INCONCLUSIVE, verdict.outcome());
        assertEquals(1, verdict.undecided());
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> tellsUnderFaultsThatLastToTheEndWhatHappenedAndNothingThatWasMissed() {
    return PlantedFaultsTest.plants().entrySet().stream()
        .map(
            plant ->
                DynamicTest.dynamicTest(
                    plant.getKey(), () -> checkFaulty(plant.getKey(), plant.getValue())));
  }

  /** What a pipeline may do that could not know better, since the outage kept it from it. */
  private static final Set<String> UNKNOWING =
      Set.of(
          "reminds in another thread",
          "reminds though a CSM has seen it",
          "leaves out the e-mails");

  private static void checkFaulty(String name, PlantedFaultsTest.Plant plant) {
    boolean happened = violations(plant.day()).get(0).kind() == Kind.SAFETY;
    List<Violation> told = violations(outages(plant.day()));

    List<String> expected =
        happened && !UNKNOWING.contains(name) ? List.of(plant.rule()) : List.of();
    assertEquals(expected, rules(told), told::toString);
    assertTrue(told.stream().allMatch(violation -> violation.kind() == Kind.SAFETY));
  }

  @Test
  void bothKindsArePlanted() {
    Set<Kind> planted =
        PlantedFaultsTest.plants().values().stream()
            .map(plant -> violations(plant.day()).get(0).kind())
            .collect(Collectors.toSet());

    assertEquals(Set.of(Kind.values()), planted);
  }

  @Test
  void everyRuleSaysWhichOfItsFindingsAreWhich() {
    Set<String> living = new TreeSet<>();
    for (RuleBook.Words rule : RuleBook.words()) {
      assertTrue(rule.kinds().contains(Kind.SAFETY), rule::id);
      assertFalse(rule.example().isEmpty(), rule::id);
      if (rule.kinds().contains(Kind.LIVENESS)) {
        living.add(rule.id());
      }
    }

    assertEquals(Set.of("no-question-lost", "answer-returned", "on-time", "polite-client"), living);
  }

  @Test
  void passesNoHonestDayAsFarAsItIsOnlyCutOffButBlamesNobody() {
    List<RuleVerdict> verdicts =
        RuleBookTest.judge(ending(gameday.rehearsed.Horizon.honest(), Reason.INTERRUPTED));

    assertEquals(List.of(), RuleBookTest.violations(verdicts));
    assertTrue(verdicts.stream().allMatch(verdict -> verdict.undecided() == 0));
  }

  private static Day ending(Day day, Reason reason) {
    return day.changing(RunEnded.class, end -> true, end -> new RunEnded(reason, "told to"));
  }

  /** All products are out from before the first question on, and never come back. */
  private static Day outages(Day day) {
    Happening[] faults =
        Stream.of("slack", "help-chat", "mod-chat")
            .map(on -> new FaultBegan(on, "outage"))
            .toArray(Happening[]::new);
    return day.at(-0.5, faults);
  }

  private static List<Violation> violations(Day day) {
    return RuleBookTest.violations(RuleBookTest.judge(day));
  }

  private static List<String> rules(List<Violation> violations) {
    return violations.stream().map(Violation::rule).toList();
  }

  private static RuleVerdict verdict(List<RuleVerdict> verdicts, String rule) {
    return verdicts.stream().filter(each -> each.rule().equals(rule)).findFirst().orElseThrow();
  }
}
