package gameday.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

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

  /** Its columns; the launcher knows. */
  static int columns() {
    return Integer.getInteger("gameday.columns", 100);
  }

  /** Whether it shows more than ASCII, by the language settings it was started with. */
  static boolean isUnicode() {
    String encoding = System.getProperty("stdout.encoding", System.getProperty("native.encoding"));
    return encoding == null || encoding.toUpperCase(Locale.ROOT).startsWith("UTF");
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
