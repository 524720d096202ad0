package gameday.cli;

/** Whether somebody watches. */
final class Terminal {
  private Terminal() {}

  /**
   * Whether standard output is a terminal that may be painted on; the launcher knows, Java does not
   * before version 22. CI=true and NO_COLOR turn it off.
   */
  static boolean isThere() {
    return Boolean.getBoolean("gameday.terminal")
        && !"true".equals(System.getenv("CI"))
        && System.getenv("NO_COLOR") == null;
  }
}
