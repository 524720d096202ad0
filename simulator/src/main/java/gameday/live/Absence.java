package gameday.live;

import gameday.script.ScriptedQuestion.Comeback;
import java.time.Duration;
import java.util.Optional;

/** When somebody comes back who has gone away: a while after the conversation was closed. */
final class Absence {
  /** Who is never told that it was closed doesn't come back. */
  private static final Duration LONGEST = Duration.ofMinutes(30);

  private boolean closed;
  private Optional<Duration> until = Optional.empty();

  /** The conversation was closed, whether they are away by then or not. */
  void closed(Optional<Comeback> comeback, Duration now) {
    closed = true;
    if (until.isPresent()) {
      until = comeback.map(again -> now.plus(again.after()));
    }
  }

  void begins(Comeback comeback, Duration now) {
    until = Optional.of(now.plus(closed ? comeback.after() : LONGEST));
  }

  Optional<Duration> until() {
    return until;
  }

  /** It is over; whether they come back. */
  boolean ends() {
    until = Optional.empty();
    return closed;
  }
}
