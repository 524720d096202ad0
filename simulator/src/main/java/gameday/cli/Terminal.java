package gameday.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

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

  /**
   * {@code stream} for all to write to and nobody to close: a logger that ends closes what it wrote
   * to, and must not take the last word of a failed run with it.
   */
  static PrintStream kept(PrintStream stream) {
    return new PrintStream(stream, true, StandardCharsets.UTF_8) {
      @Override
      public void close() {
        flush();
      }
    };
  }
}
