package gameday.evidence;

import gameday.history.Entry;
import gameday.history.Happening;

/**
 * An entry whose happening is known to be a {@code T}.
 *
 * @param entry the entry, for witnesses
 * @param what its happening
 */
public record Moment<T extends Happening>(Entry entry, T what) {
  /** When, in wall nanoseconds since event time zero. */
  public long atNanos() {
    return entry.atNanos();
  }

  /** Whether it stands before {@code other} in the history. */
  public boolean isBefore(Moment<?> other) {
    return entry.sequence() < other.entry.sequence();
  }
}
