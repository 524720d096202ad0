package gameday.mocks.slack;

import java.util.Locale;

/**
 * A user: a person or the bot.
 *
 * @param state whether they can act
 * @param updatedSeconds when any of this last changed, in seconds since 1970
 */
record Person(String id, String name, String email, boolean bot, State state, long updatedSeconds) {

  /** How far a person is in. */
  enum State {
    /** Has a letter and hasn't answered it yet. */
    INVITED,
    ACTIVE,
    DEACTIVATED
  }

  /** A handle like {@code ada.lovelace}. */
  String handle() {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", ".");
  }

  boolean isActive() {
    return state == State.ACTIVE;
  }

  boolean isDeactivated() {
    return state == State.DEACTIVATED;
  }

  Person in(State next, long nowSeconds) {
    return new Person(id, name, email, bot, next, nowSeconds);
  }
}
