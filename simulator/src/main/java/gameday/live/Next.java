package gameday.live;

import gameday.mocks.chat.VisitorApi.VisitorCall;
import java.time.Duration;
import java.util.Optional;

/** What an asker does next. */
sealed interface Next {
  /** Send {@code call} now; {@code name} groups calls of a kind. */
  record Send(String name, VisitorCall call) implements Next {}

  /** Wait for mail, at most until an event time. */
  record Await(Optional<Duration> until) implements Next {}

  /** The visit is over. */
  record Leave() implements Next {}
}
