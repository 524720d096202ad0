package gameday.trial;

import java.util.function.IntConsumer;
import java.util.function.Predicate;

/** Tries days, so many at most; after that every day is taken for one that doesn't fail. */
final class Tries {
  private final Predicate<Trial> fails;
  private final int most;
  private final IntConsumer progress;
  private int made;
  private boolean used;

  Tries(Predicate<Trial> fails, int most, IntConsumer progress) {
    this.fails = fails;
    this.most = most;
    this.progress = progress;
  }

  boolean fails(Trial trial) {
    if (made >= most) {
      used = true;
      return false;
    }
    made++;
    progress.accept(made);
    return fails.test(trial);
  }

  int made() {
    return made;
  }

  /** Whether a day was not tried any more. */
  boolean usedUp() {
    return used;
  }
}
