package gameday.live;

import gameday.history.Happening.RunEnded;
import gameday.people.OpenWork;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Decides when a run is over. One thread. */
final class Drain {
  /** How a run ends. */
  record End(RunEnded.Reason reason, String detail) {}

  /** What a run looks like at one moment. */
  record Look(
      Duration now,
      boolean visitorsLeft,
      OpenWork people,
      int pendingDeliveries,
      boolean pipelineThere,
      int open) {
    private boolean isDone() {
      return visitorsLeft && people.isNone() && pendingDeliveries == 0;
    }
  }

  /** What a pipeline still does after it has taken the last webhook is to be seen, too. */
  private static final long LAST_EFFECTS_NANOS = TimeUnit.MILLISECONDS.toNanos(700);

  private static final Duration WITHOUT_PIPELINE = Duration.ofMinutes(10);

  private final Duration lastIntended;
  private final Duration allowance;
  private Optional<Long> doneSince = Optional.empty();
  private Optional<Duration> goneSince = Optional.empty();

  Drain(Duration lastIntended, Duration allowance) {
    this.lastIntended = lastIntended;
    this.allowance = allowance;
  }

  /** The end, if this is it; to be asked every so often. */
  Optional<End> look(Look look, long nanoTime) {
    doneSince = look.isDone() ? Optional.of(doneSince.orElse(nanoTime)) : Optional.empty();
    goneSince = look.pipelineThere() ? Optional.empty() : Optional.of(goneSince.orElse(look.now()));
    if (doneSince.isPresent() && nanoTime - doneSince.get() >= LAST_EFFECTS_NANOS) {
      return Optional.of(new End(RunEnded.Reason.DRAINED, "every question came to its end"));
    }
    if (look.now().compareTo(bound()) < 0) {
      return Optional.empty();
    }
    String why = goneSince.isPresent() ? "the pipeline is gone" : "the time for draining is over";
    return Optional.of(
        new End(
            RunEnded.Reason.STILL_OPEN,
            why
                + ": "
                + look.open()
                + " questions open, "
                + look.pendingDeliveries()
                + " deliveries pending"));
  }

  /** When it ends at the latest; sooner if nobody will bring an answer back. */
  private Duration bound() {
    Duration whole = lastIntended.plus(allowance);
    return goneSince
        .map(gone -> later(gone, lastIntended).plus(WITHOUT_PIPELINE))
        .filter(sooner -> sooner.compareTo(whole) < 0)
        .orElse(whole);
  }

  private static Duration later(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
