package gameday.people;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * How people try again while a product is down: after a while, then after longer whiles, until it
 * works, is no longer wanted, or the run is long over.
 */
final class Persistence {
  private final Agenda agenda;
  private final Habits habits;
  private final Duration end;
  private int stuck;

  /** Tries until {@code end} of event time. */
  Persistence(Agenda agenda, Habits habits, Duration end) {
    this.agenda = agenda;
    this.habits = habits;
    this.end = end;
  }

  /** Tries {@code attempt} now and again until it gets through; then does {@code next}. */
  void insist(BooleanSupplier wanted, BooleanSupplier attempt, Runnable next) {
    insist(wanted, attempt, next, habits.firstRetry());
  }

  private void insist(
      BooleanSupplier wanted, BooleanSupplier attempt, Runnable next, Duration pause) {
    if (!wanted.getAsBoolean()) {
      return;
    }
    if (attempt.getAsBoolean()) {
      // What got through may have had consequences that make the rest unwanted.
      if (wanted.getAsBoolean()) {
        next.run();
      }
    } else if (agenda.now().plus(pause).compareTo(end) > 0) {
      stuck++;
    } else {
      agenda.after(pause, () -> insist(wanted, attempt, next, longer(pause)));
    }
  }

  private Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(habits.longestRetry()) < 0 ? twice : habits.longestRetry();
  }

  /** How often people have given up trying. */
  int stuck() {
    return stuck;
  }
}
