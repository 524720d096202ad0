package gameday.cli;

/** How the user called this program, for commands to be typed again. */
final class Called {
  private Called() {}

  /** Such as {@code ./gameday}; the launcher says which. */
  static String command() {
    return System.getProperty("gameday.command", "gameday");
  }
}
