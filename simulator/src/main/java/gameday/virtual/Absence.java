package gameday.virtual;

import gameday.script.ScriptedQuestion.Comeback;
import java.util.Optional;

/** When somebody comes back who has gone away: a while after the conversation was closed. */
final class Absence {
  private static final long NEVER = Long.MAX_VALUE;

  /** Who is never told that it was closed doesn't come back. */
  private static final long LONGEST_NANOS = 1_800_000_000_000L;

  private boolean closed;
  private long untilNanos = NEVER;

  /** The conversation was closed, whether they are away by then or not. */
  void closed(Optional<Comeback> comeback, long nowNanos) {
    closed = true;
    if (untilNanos != NEVER) {
      comeback.ifPresent(again -> untilNanos = nowNanos + again.after().toNanos());
    }
  }

  void begins(Comeback comeback, long nowNanos) {
    untilNanos = nowNanos + (closed ? comeback.after().toNanos() : LONGEST_NANOS);
  }

  /** When it ends; the end of time if nobody is away. */
  long untilNanos() {
    return untilNanos;
  }

  /** It is over; whether they come back. */
  boolean ends() {
    untilNanos = NEVER;
    return closed;
  }
}
