package gameday.trial;

import gameday.scenario.FaultPlan;
import gameday.script.ScriptedQuestion;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Predicate;

/**
 * Makes a failing day small: fewer questions, then fewer faults, then shorter and surer ones, then
 * simpler settings, again and again until nothing more can go. The same day shrinks to the same
 * day.
 */
public final class Shrinking {
  /** How many days are tried at most, unless somebody says otherwise. */
  public static final int MOST_TRIES = 2_000;

  private final Tries tries;

  private Shrinking(Tries tries) {
    this.tries = tries;
  }

  /**
   * Shrinks a day.
   *
   * @param failing a day that {@code fails}
   * @param fails whether a day fails in the same way
   * @param mostTries how many days may be tried
   * @param progress is told before each try how many it makes
   */
  public static Shrunk shrink(
      Trial failing, Predicate<Trial> fails, int mostTries, IntConsumer progress) {
    Shrinking shrinking = new Shrinking(new Tries(fails, mostTries, progress));
    Trial smallest = shrinking.smallest(failing);
    return new Shrunk(smallest, shrinking.tries.made(), !shrinking.tries.usedUp());
  }

  private Trial smallest(Trial failing) {
    Trial before;
    Trial now = failing;
    do {
      before = now;
      now = fewerQuestions(now);
      now = fewerFaults(now);
      now = new Narrowing(tries).narrow(now);
      now = Settling.settle(now, tries);
    } while (!now.equals(before) && !tries.usedUp());
    return now;
  }

  private Trial fewerQuestions(Trial failing) {
    List<ScriptedQuestion> fewest =
        DeltaDebugging.minimal(
            failing.script().questions(), some -> tries.fails(failing.asking(some)));
    return failing.asking(fewest);
  }

  private Trial fewerFaults(Trial failing) {
    Parts parts = Parts.of(failing.scenario());
    List<FaultPlan> fewest =
        DeltaDebugging.minimal(
            failing.faults(), some -> tries.fails(failing.with(parts.with(some))));
    return failing.with(parts.with(fewest));
  }
}
