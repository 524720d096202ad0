package gameday.contract;

import static org.awaitility.Awaitility.await;

import gameday.cli.Main;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The reference pipeline in a process of its own. */
final class ReferenceProgram implements AutoCloseable {
  private final Process process;

  private ReferenceProgram(Process process) {
    this.process = process;
  }

  /** Starts it with {@code environment}, to listen on {@code port}; returns at once. */
  static ReferenceProgram start(Map<String, String> environment, int port, File log)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "pipeline")
            .redirectErrorStream(true)
            .redirectOutput(log);
    builder.environment().putAll(environment);
    builder.environment().put(PipelineVariable.PORT.name(), Integer.toString(port));
    return new ReferenceProgram(builder.start());
  }

  /** Waits until {@code base} is healthy. */
  void awaitHealth(URI base) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest health = HttpRequest.newBuilder(base.resolve(PipelinePath.HEALTH)).build();
      await()
          .atMost(Duration.ofSeconds(60))
          .ignoreExceptions()
          .until(
              () ->
                  client.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
