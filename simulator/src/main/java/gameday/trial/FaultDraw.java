package gameday.trial;

import gameday.scenario.FaultPlan;
import gameday.scenario.FaultPlan.Kind;
import gameday.scenario.FaultPlan.Target;
import gameday.script.Script;
import gameday.trial.Moments.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Draws what goes wrong on one seed's day.
 *
 * <p>Each day may have only a random subset of all kinds of faults, from none to most of them: a
 * fault that is always there hides what happens without it (swarm testing: Groce, Zhang, Eide, Chen
 * and Regehr, ISSTA 2012). Every kind and target has a stream of chance of its own.
 *
 * <p>All faults end before questions stop coming, so that what must happen at last still can.
 */
final class FaultDraw {
  /** How likely each kind is on each product, by kind of day: calm, fair, …, a storm. */
  private static final double[] DENSITIES = {0, 0.02, 0.05, 0.1, 0.2, 0.4};

  private static final double SINGLE = 3;
  private static final int MOST_WINDOWS = 3;
  private static final int MOST_CRASHES = 6;
  private static final int MOST_A_MINUTE = 30;
  private static final Duration GAP = Duration.ofSeconds(1);
  private static final Duration SOON = Duration.ofMinutes(1);
  private static final Duration LONGEST_GONE = Duration.ofMinutes(3);
  private static final Duration LONGEST_PARTITION = Duration.ofMinutes(8);

  private final long seed;
  private final Moments moments;
  private final Duration length;
  private final double density;
  private final List<FaultPlan> plans = new ArrayList<>();

  private FaultDraw(long seed, Duration length, Script script) {
    this.seed = seed;
    this.length = length;
    moments = new Moments(length, script);
    density = DENSITIES[Dice.of(seed, "day").below(DENSITIES.length)];
  }

  /**
   * The faults of the day, in order of their beginning.
   *
   * @param own faults that are there anyway, which are left out
   */
  static List<FaultPlan> draw(Script script, List<FaultPlan> own) {
    FaultDraw draw = new FaultDraw(script.seed(), script.length(), script);
    for (Target on : Target.values()) {
      for (Hazard hazard : Hazard.values()) {
        if (hazard.hits(on)) {
          draw.product(on, hazard);
        }
      }
      draw.partition(on);
    }
    draw.crashes(own);
    draw.intruder();
    draw.plans.sort(Comparator.comparing(FaultPlan::from));
    return List.copyOf(draw.plans);
  }

  private void product(Target on, Hazard hazard) {
    Dice dice = Dice.of(seed, on.word() + " " + hazard.word());
    if (dice.happens(density)) {
      int times = dice.few(MOST_WINDOWS);
      for (int i = 0; i < times; i++) {
        Kind kind = hazard.draw(dice);
        add(on, kind, moments.window(dice, length));
      }
    }
  }

  /** Nothing gets through, either way, and nobody answers for the other side. */
  private void partition(Target on) {
    Dice dice = Dice.of(seed, on.word() + " partition");
    if (on != Target.PIPELINE && dice.happens(density)) {
      Window window = moments.window(dice, LONGEST_PARTITION);
      add(on, new Kind.LostCalls(1), window);
      add(on, new Kind.LostWebhooks(1), window);
    }
  }

  /** Several, some of them shortly after the one before; one must be over before the next. */
  private void crashes(List<FaultPlan> own) {
    Dice dice = Dice.of(seed, "crashes");
    if (!dice.happens(SINGLE * density)) {
      return;
    }
    List<Window> taken = new ArrayList<>();
    own.stream()
        .filter(plan -> plan.kind() instanceof Kind.Crash)
        .forEach(plan -> taken.add(new Window(plan.from(), plan.until())));
    int times = dice.few(MOST_CRASHES);
    for (int i = 0; i < times; i++) {
      Duration gone = dice.between(GAP, LONGEST_GONE);
      boolean again = i > 0 && dice.happens(0.5);
      Window window =
          again
              ? moments.from(taken.getLast().until().plus(dice.between(GAP, SOON)), gone)
              : moments.window(dice, gone);
      if (taken.stream().allMatch(other -> window.isClearOf(other, GAP))) {
        add(Target.PIPELINE, new Kind.Crash(), window);
        taken.add(window);
      }
    }
  }

  private void intruder() {
    Dice dice = Dice.of(seed, "intruder");
    if (dice.happens(SINGLE * density)) {
      add(
          Target.PIPELINE,
          new Kind.Intruder(1 + dice.below(MOST_A_MINUTE)),
          moments.window(dice, length));
    }
  }

  private void add(Target on, Kind kind, Window window) {
    plans.add(new FaultPlan(on, kind, window.from(), window.until()));
  }
}
