package gameday.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gameday.docs.Pages;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The two programs of docs/your-own-pipeline.md, and how they are started here. */
final class OwnPipelines {
  static final Path FOLDER = Pages.ROOT.resolve("docs").resolve("your-own-pipeline");
  static final Path JAVASCRIPT = FOLDER.resolve("pipeline.mjs");
  static final Path JAVA = FOLDER.resolve("java/src/main/java/Pipeline.java");

  /** Where Slack's Node SDKs are installed for the tests of the mocks. */
  private static final Path INSTALLED = Pages.ROOT.resolve("mocks/src/test/node");

  private static final int OLDEST_NODE = 20;

  private OwnPipelines() {}

  /** Skips the test, and says what would make it run, where Node or Bolt is missing. */
  static void assumeNode() {
    assumeTrue(
        nodeVersion() >= OLDEST_NODE,
        () -> "needs Node.js %d or newer on the PATH".formatted(OLDEST_NODE));
    assumeTrue(
        Files.isDirectory(INSTALLED.resolve("node_modules")),
        "needs Slack's Node SDKs: npm ci --prefix mocks/src/test/node");
  }

  /** What goes before the command that starts gameday, so that the pipeline finds Bolt. */
  static List<String> withBolt() {
    return List.of("env", "NODE_OPTIONS=--import=" + INSTALLED.resolve("here.mjs").toUri());
  }

  /** The same program with one piece of it replaced, in {@code folder}. */
  static Path changed(Path program, String piece, String other, Path folder) throws IOException {
    String text = Files.readString(program);
    assertTrue(text.contains(piece), piece);
    return Files.writeString(folder.resolve(program.getFileName()), text.replace(piece, other));
  }

  /** The command that starts a Java program, once {@code folder} has its class. */
  static String java(Path program, Path folder) throws IOException {
    compile(program, folder);
    return "'%s' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -cp '%s' Pipeline"
        .formatted(
            Path.of(System.getProperty("java.home"), "bin", "java"),
            folder + File.pathSeparator + System.getProperty("java.class.path"));
  }

  private static void compile(Path program, Path folder) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter complaints = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of(
              "--release", "21", "-Xlint:all", "-Werror", "-proc:none", "-d", folder.toString());
      boolean good =
          compiler
              .getTask(complaints, files, null, options, null, files.getJavaFileObjects(program))
              .call();
      assertEquals("", complaints.toString());
      assertTrue(good);
    }
  }

  private static int nodeVersion() {
    try {
      Process node = new ProcessBuilder("node", "--version").start();
      try (var said = node.inputReader()) {
        if (!node.waitFor(10, TimeUnit.SECONDS)) {
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
