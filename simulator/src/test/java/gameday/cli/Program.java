package gameday.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The program, run in this JVM. */
final class Program {
  private Program() {}

  /** How a command ended, and what it said. */
  record Ran(int code, String out, String err) {
    List<String> errLines() {
      return err.lines().toList();
    }
  }

  static Ran run(String... arguments) {
    return run(Map.of(), arguments);
  }

  static Ran run(Map<String, String> environment, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Main.run(environment, new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    return new Ran(code, out.toString(), err.toString());
  }

  /** A file beside these tests. */
  static String file(String name) {
    try {
      return Path.of(Program.class.getResource(name).toURI()).toString();
    } catch (URISyntaxException bug) {
      throw new IllegalStateException(bug);
    }
  }

  /** Two minutes with half a dozen questions. */
  static String tiny() {
    return file("tiny.yaml");
  }

  /** The folder of classes that {@code type} lies in. */
  static Path here(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException bug) {
      throw new IllegalStateException(bug);
    }
  }
}
