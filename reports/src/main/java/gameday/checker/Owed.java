package gameday.checker;

import gameday.evidence.Evidence;
import gameday.history.Entry;
import gameday.history.Happening.RunEnded.Reason;
import java.time.Duration;

/**
 * Something owed in a case since something happened: when it is late, and when it is missing. A
 * fault in the way puts it off to the fault's end, and nothing is owed to an asker who has left.
 *
 * @param since what happened
 */
record Owed(Evidence evidence, OwnCase one, Entry since) {
  /** Whether what came was due earlier. */
  boolean isLate(Entry came, Duration limit) {
    long latest = latest(limit);
    return came.atNanos() > latest && !one.isExcusedBy(latest);
  }

  /** Whether what never came was due before the run's end. */
  boolean isMissing(Duration limit) {
    long latest = latest(limit);
    return latest <= evidence.endNanos() && !one.isExcusedBy(latest);
  }

  /**
   * Whether what never came, and has no limit, can't come any more: the case is over or the run has
   * drained, and no fault was in the way to the end.
   */
  boolean isMissing() {
    boolean open =
        !one.isOver() && evidence.facts().ended().filter(Reason.DRAINED::equals).isEmpty();
    return !open
        && !one.isExcusedBy(evidence.endNanos())
        && !evidence.faults().covers(evidence.endNanos(), one.way());
  }

  private long latest(Duration limit) {
    long due = since.atNanos() + evidence.clock().wallNanos(limit);
    return evidence.faults().latest(due, one.way());
  }

  /** A sentence with places for what came and since what. */
  String lateness(Entry came, Duration limit) {
    Duration took = evidence.clock().eventTime(came.atNanos() - since.atNanos());
    return "'%%s' came at %s, %s after '%%s' instead of %s at most"
        .formatted(
            evidence.clock().time(came.atNanos()), OwnRule.seconds(took), OwnRule.seconds(limit));
  }
}
