package gameday.mocks.slack;

/** A user: a person or the bot. */
record Person(String id, String name, String email, boolean bot) {
  /** A handle like {@code ada.lovelace}. */
  String handle() {
    return name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", ".");
  }
}
