package gameday.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.process.HelpChatProduct;
import gameday.scenario.FaultPlan;
import gameday.scenario.FaultPlan.Kind;
import gameday.scenario.FaultPlan.Target;
import gameday.scenario.Scenario;
import gameday.scenario.yaml.EffectiveYaml;
import gameday.scenario.yaml.Loaded;
import gameday.scenario.yaml.ScenarioFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ShrinkingTest {
  private static final TrialDraw DRAW = new TrialDraw(Storm.scenario(), true);
  private static final Duration CENTRE = Duration.ofMinutes(12);

  /** Two certain questions, and Slack's answers lost at a certain moment while it also crashes. */
  private static final Predicate<Trial> BUG =
      trial ->
          asks(trial, "q-00003")
              && asks(trial, "q-00031")
              && has(trial, Target.SLACK, Kind.LostAnswers.class)
              && has(trial, Target.PIPELINE, Kind.Crash.class);

  private static boolean asks(Trial trial, String id) {
    return trial.script().questions().stream().anyMatch(one -> one.id().value().equals(id));
  }

  private static boolean has(Trial trial, Target on, Class<? extends Kind> kind) {
    return trial.faults().stream()
        .anyMatch(
            plan ->
                plan.on() == on
                    && kind.isInstance(plan.kind())
                    && plan.from().compareTo(CENTRE) <= 0
                    && CENTRE.compareTo(plan.until()) < 0);
  }

  private static Trial failing() {
    Trial drawn =
        LongStream.range(1, 10_000)
            .mapToObj(DRAW::draw)
            .filter(trial -> trial.faults().size() > 10)
            .findFirst()
            .orElseThrow();
    List<FaultPlan> faults = new ArrayList<>(drawn.faults());
    faults.add(
        new FaultPlan(
            Target.SLACK,
            new Kind.LostAnswers(0.37),
            Duration.ofMinutes(2),
            Duration.ofMinutes(28)));
    faults.add(
        new FaultPlan(
            Target.PIPELINE, new Kind.Crash(), Duration.ofMinutes(11), Duration.ofMinutes(14)));
    return drawn.with(Parts.of(drawn.scenario()).with(faults));
  }

  @Test
  void shrinksToExactlyWhatMustCoincide() {
    Shrunk shrunk = Shrinking.shrink(failing(), BUG, Shrinking.MOST_TRIES, made -> {});

    Trial least = shrunk.trial();
    assertTrue(shrunk.isMinimal());
    assertEquals(
        List.of("q-00003", "q-00031"),
        least.script().questions().stream().map(one -> one.id().value()).toList());
    assertEquals(2, least.faults().size(), least.faults()::toString);
    assertTrue(has(least, Target.SLACK, Kind.LostAnswers.class));
    assertTrue(has(least, Target.PIPELINE, Kind.Crash.class));
  }

  @Test
  void narrowsFaultsToSecondsAndMakesThemSure() {
    Trial least = Shrinking.shrink(failing(), BUG, Shrinking.MOST_TRIES, made -> {}).trial();

    for (FaultPlan plan : least.faults()) {
      Duration length = plan.until().minus(plan.from());
      assertTrue(length.compareTo(Duration.ofSeconds(4)) <= 0, plan::toString);
    }
    assertTrue(
        least.faults().stream().anyMatch(plan -> plan.kind().equals(new Kind.LostAnswers(1))));
  }

  @Test
  void settlesForOnePersonATeamAndTheUsualProduct() {
    Scenario least =
        Shrinking.shrink(failing(), BUG, Shrinking.MOST_TRIES, made -> {}).trial().scenario();

    assertEquals(1, least.staff().clientTeam().people());
    assertEquals(1, least.staff().csm().people());
    assertEquals(1, least.staff().techSupport().people());
    assertEquals(HelpChatProduct.CHATWOOT, least.helpChat());
  }

  @Test
  void keepsSettingsThatMatter() {
    Predicate<Trial> needsThree = trial -> trial.scenario().staff().csm().people() >= 3;

    Shrunk shrunk = Shrinking.shrink(failing(), needsThree, Shrinking.MOST_TRIES, made -> {});

    assertEquals(4, shrunk.trial().scenario().staff().csm().people());
    assertEquals(List.of(), shrunk.trial().script().questions());
    assertEquals(List.of(), shrunk.trial().faults());
  }

  @Test
  void shrinksTheSameDayToTheSameDay() {
    List<Integer> first = new ArrayList<>();
    List<Integer> second = new ArrayList<>();

    Shrunk one = Shrinking.shrink(failing(), BUG, Shrinking.MOST_TRIES, first::add);
    Shrunk other = Shrinking.shrink(failing(), BUG, Shrinking.MOST_TRIES, second::add);

    assertEquals(one, other);
    assertEquals(first, second);
    assertEquals(one.tries(), first.getLast());
  }

  @Test
  void stopsAtItsBoundWithADayThatFails() {
    List<Integer> tried = new ArrayList<>();

    Shrunk shrunk = Shrinking.shrink(failing(), BUG, 9, tried::add);

    assertEquals(9, tried.size());
    assertFalse(shrunk.isMinimal());
    assertTrue(BUG.test(shrunk.trial()));
  }

  @Test
  void isWrittenAsAScenarioThatDrawsTheSameDayAgain() {
    Trial least = Shrinking.shrink(failing(), BUG, Shrinking.MOST_TRIES, made -> {}).trial();

    String text = EffectiveYaml.write(least.written("A day", "It fails."));
    Scenario read = ((Loaded.Good) ScenarioFile.read("shrunk.yaml", text)).scenario();
    Trial again = Trial.asWritten(read, read.seed());

    assertEquals(least.script().questions(), again.script().questions());
    assertEquals(least.faults(), again.faults());
    assertEquals(least.scenario().staff(), again.scenario().staff());
    assertTrue(BUG.test(again));
  }
}
