package gameday.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrialDrawTest {
  private static final int SEEDS = 400;
  private static final Scenario STORM = Storm.scenario();
  private static final TrialDraw DRAW = new TrialDraw(STORM, true);

  @Test
  void aSeedIsTheSameDayWhateverWasDrawnBefore() {
    Trial first = new TrialDraw(STORM, true).draw(17);

    TrialDraw other = new TrialDraw(STORM, true);
    LongStream.range(1, 17).forEach(other::draw);

    assertEquals(first, other.draw(17));
    assertNotEquals(first.faults(), other.draw(18).faults());
  }

  @Test
  void everyKindHitsEveryTargetThatItCanHit() {
    Set<String> drawn = new TreeSet<>();
    trials().forEach(trial -> drawn.addAll(Hits.played(trial.faults()).keySet()));

    Set<String> possible = new TreeSet<>(List.of("pipeline crash", "pipeline intruder"));
    for (Target on : List.of(Target.SLACK, Target.HELP_CHAT, Target.MOD_CHAT)) {
      Arrays.stream(Kind.class.getPermittedSubclasses())
          .map(kind -> kind.getSimpleName().replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase())
          .filter(word -> !word.equals("crash") && !word.equals("intruder"))
          .filter(word -> !word.equals("error-words") || on == Target.SLACK)
          .forEach(word -> possible.add(on.word() + " " + word));
    }
    assertEquals(possible, drawn);
  }

  @Test
  void daysReachFromCalmToManyFaultsAtOnce() {
    List<Integer> counts = trials().map(trial -> trial.faults().size()).sorted().toList();

    assertEquals(0, counts.getFirst());
    assertTrue(counts.get(SEEDS / 8) == 0, "one day in six is calm");
    assertTrue(counts.get(SEEDS / 2) > 2, counts::toString);
    assertTrue(counts.getLast() > 25, counts::toString);
  }

  @Test
  void everyFaultEndsWhileQuestionsStillCome() {
    List<FaultPlan> plans = trials().flatMap(trial -> trial.faults().stream()).toList();

    Duration length = STORM.event().length();
    assertTrue(plans.size() > SEEDS);
    for (FaultPlan plan : plans) {
      assertTrue(!plan.from().isNegative(), plan::toString);
      assertTrue(plan.from().compareTo(plan.until()) < 0, plan::toString);
      assertTrue(plan.until().compareTo(length) <= 0, plan::toString);
    }
  }

  @Test
  void aCrashIsOverBeforeTheNextAndSomeFollowWithinAMinute() {
    int soon = 0;
    for (Trial trial : trials().toList()) {
      List<FaultPlan> crashes =
          trial.faults().stream().filter(plan -> plan.kind() instanceof Kind.Crash).toList();
      for (int i = 1; i < crashes.size(); i++) {
        Duration pause = crashes.get(i).from().minus(crashes.get(i - 1).until());
        assertTrue(pause.compareTo(Duration.ofSeconds(1)) >= 0, crashes::toString);
        soon += pause.compareTo(Duration.ofMinutes(1)) < 0 ? 1 : 0;
      }
    }
    assertTrue(soon > 10, "only " + soon);
  }

  @Test
  void keepsTheScenariosOwnFaultsAndCrashesClearOfTheirs() {
    Scenario crashing =
        Storm.scenario("faults=[{on: pipeline, kind: crash, from: start+5m, to: start+25m}]");
    TrialDraw draw = new TrialDraw(crashing, true);

    for (long seed = 1; seed <= SEEDS; seed++) {
      List<FaultPlan> crashes =
          draw.draw(seed).faults().stream()
              .filter(plan -> plan.kind() instanceof Kind.Crash)
              .toList();

      FaultPlan own = crashing.faults().getFirst();
      assertTrue(crashes.contains(own));
      for (FaultPlan other : crashes) {
        assertTrue(
            other.equals(own)
                || other.until().compareTo(own.from()) < 0
                || other.from().compareTo(own.until()) > 0,
            other::toString);
      }
    }
  }

  @Test
  void variesProductWayAndRouteUnlessToldNotTo() {
    Set<HelpChatProduct> products = EnumSet.noneOf(HelpChatProduct.class);
    Set<String> settled = new TreeSet<>();
    for (Trial trial : trials().toList()) {
      products.add(trial.scenario().helpChat());
      settled.add(
          trial.scenario().helpChat().hasPrivateNotes()
              + " "
              + trial.scenario().process().way()
              + " "
              + trial.scenario().process().route());
    }

    assertEquals(EnumSet.allOf(HelpChatProduct.class), products);
    assertEquals(
        Set.of(
            "true NOTE THROUGH_AGENT",
            "true NOTE STRAIGHT",
            "true BY_HAND THROUGH_AGENT",
            "true BY_HAND STRAIGHT",
            "false BY_HAND STRAIGHT"),
        settled);
    Scenario kept = new TrialDraw(STORM, false).draw(3).scenario();
    assertEquals(STORM.helpChat(), kept.helpChat());
    assertEquals(STORM.process(), kept.process());
  }

  @Test
  void everyDayReadsBackFromWhatIsWrittenOfIt() {
    for (Trial trial : trials().limit(60).toList()) {
      String text = EffectiveYaml.write(trial.scenario());

      Loaded loaded = ScenarioFile.read("day.yaml", text);

      assertEquals(trial.scenario(), loaded instanceof Loaded.Good it ? it.scenario() : null, text);
    }
  }

  private static Stream<Trial> trials() {
    return LongStream.rangeClosed(1, SEEDS).mapToObj(DRAW::draw);
  }
}
