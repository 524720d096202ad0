package gameday.cli;

import gameday.live.PipelineChoice;
import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which pipeline is rehearsed with. */
final class PipelineOptions {
  @Option(
      names = "--pipeline",
      paramLabel = "COMMAND",
      description = "Starts this program as the pipeline; default: the reference pipeline.")
  private Optional<String> command = Optional.empty();

  @Option(
      names = "--pipeline-url",
      paramLabel = "URL",
      description = "Uses a pipeline that runs already.")
  private Optional<URI> url = Optional.empty();

  @Option(names = "--port", description = "The mocks' port on loopback; default: any free one.")
  private int port;

  int port() {
    if (port < 0 || port > 65_535) {
      throw Failure.usage("--port must lie between 1 and 65535, was " + port);
    }
    return port;
  }

  /** The pipeline that runs already, if that was asked for. */
  Optional<URI> url() {
    return url;
  }

  PipelineChoice choice() {
    if (command.isPresent() && url.isPresent()) {
      throw Failure.usage("give --pipeline or --pipeline-url, not both");
    }
    if (url.isPresent()) {
      return new PipelineChoice.Running(checked(url.get()));
    }
    try {
      return command.map(PipelineChoice::command).orElseGet(PipelineOptions::reference);
    } catch (IllegalArgumentException e) {
      throw Failure.usage("--pipeline: " + e.getMessage());
    }
  }

  /** {@code url}, if webhooks can be sent there. */
  static URI checked(URI url) {
    boolean web =
        "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
    if (!web || url.getHost() == null) {
      throw Failure.usage(
          "--pipeline-url must be an http or https URL, was '"
              + url
              + "'; write e.g. http://127.0.0.1:8080");
    }
    return url;
  }

  /** This program's own {@code pipeline} command, in a JVM of its own that starts fast. */
  static PipelineChoice.Command reference() {
    return PipelineChoice.ofJava(Main.class, "pipeline");
  }
}
