package gameday.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@link MockedSlack} in a JVM of its own, as every other of its kind is. */
final class MockedProgram implements AutoCloseable {
  private final Process process;
  private final BufferedReader said;
  private final BufferedWriter input;
  private final String[] words;

  private MockedProgram(Process process) throws IOException {
    this.process = process;
    this.said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    this.input =
        new BufferedWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    this.words = said.readLine().split(" ");
  }

  static MockedProgram start(MockedSlack.Kind kind, Path folder) throws IOException {
    Path own = Files.createDirectories(folder.resolve(kind.name()));
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx2g",
            "-cp",
            System.getProperty("java.class.path"),
            MockedSlack.class.getName(),
            kind.name(),
            own.toString());
    return new MockedProgram(
        new ProcessBuilder(command).redirectError(own.resolve("stderr").toFile()).start());
  }

  String url() {
    return words[0];
  }

  String token() {
    return words[1];
  }

  String channel() {
    return words[2];
  }

  Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Heap in use after a collection. */
  long heapKib() throws IOException {
    input.write("heap\n");
    input.flush();
    return Long.parseLong(said.readLine());
  }

  @Override
  public void close() {
    try {
      input.close();
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
