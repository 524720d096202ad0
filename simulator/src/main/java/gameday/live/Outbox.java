package gameday.live;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What one asker has still to send, in order, and when what failed is tried again. */
final class Outbox {
  /** How long an asker waits, event time, before a call that failed is tried again. */
  static final Duration RETRY = Duration.ofSeconds(15);

  private static final int MOST_TRIES = 40;

  /** Why an asker calls. */
  enum Kind {
    /** Opens the chat's window: all calls of the opening but the last. */
    OPEN,
    ASK,
    LINE,
    AGENT_PLEASE,
    FOLLOW_UP,
    COMEBACK,
    GOODBYE
  }

  /** Something to send. */
  record Deed(Kind kind, String text) {}

  private final Deque<Deed> deeds = new ArrayDeque<>();
  private int tries;
  private Optional<Duration> retryAt = Optional.empty();

  void add(Kind kind, String text) {
    deeds.add(new Deed(kind, text));
  }

  boolean isEmpty() {
    return deeds.isEmpty();
  }

  /** What comes first; only if there is something. */
  Deed first() {
    return deeds.element();
  }

  /** When the first is tried again; empty if it need not wait. */
  Optional<Duration> restsUntil(Duration now) {
    return retryAt.filter(later -> later.compareTo(now) > 0);
  }

  /** One call of the first was accepted, but more of its calls follow. */
  void callAccepted() {
    tries = 0;
    retryAt = Optional.empty();
  }

  /** The first is done. */
  Deed done() {
    callAccepted();
    return deeds.remove();
  }

  /**
   * The first failed.
   *
   * @param again when to try again, if that makes sense
   * @return whether it was given up, and is no longer there
   */
  boolean failed(int status, Duration again) {
    tries++;
    boolean forGood = status / 100 == 4 && status != 408 && status != 429;
    if (!forGood && tries < MOST_TRIES) {
      retryAt = Optional.of(again);
      return false;
    }
    done();
    return true;
  }

  /** Whoever was about to leave stays. */
  void dropGoodbye() {
    if (!isEmpty() && first().kind() == Kind.GOODBYE) {
      done();
    }
  }

  void clear() {
    deeds.clear();
    callAccepted();
  }
}
