package gameday.mocks.sdk;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts the Node programs beside the tests, where there is Node and what they need. */
final class Node {
  static final File COMPLAINTS = new File("target/node.log");

  private static final Path PROGRAMS = Path.of("src/test/node");
  private static final int OLDEST = 20;
  private static final int PATIENCE_SECONDS = 10;

  private Node() {}

  /** Skips the test, and says what would make it run, where it can't. */
  static void assume() {
    assumeTrue(
        version() >= OLDEST,
        () -> "needs Node.js %d or newer on the PATH, with npm".formatted(OLDEST));
    assumeTrue(
        Files.isDirectory(PROGRAMS.resolve("node_modules")),
        "needs Slack's Node SDKs: npm ci --prefix mocks/src/test/node");
  }

  /** A program that isn't started yet; what it complains of is added to {@link #COMPLAINTS}. */
  static ProcessBuilder program(String file, String... arguments) {
    var command = new ArrayList<>(List.of("node", PROGRAMS.resolve(file).toString()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(COMPLAINTS));
  }

  private static int version() {
    try {
      var node = new ProcessBuilder("node", "--version").start();
      try (var said = node.inputReader()) {
        if (!node.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
          node.destroyForcibly();
          return 0;
        }
        // Such as v20.20.2.
        return Integer.parseInt(said.readLine().substring(1).split("\\.")[0]);
      }
    } catch (IOException none) {
      return 0;
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
