package gameday.cli;

import gameday.contract.PipelineVariable;
import gameday.pipeline.server.PipelineMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The reference pipeline, as a program that tells a test which secrets it was given. */
final class TellingPipeline {
  private TellingPipeline() {}

  /** The command that starts one; its secrets go to {@code told}, a line each. */
  static String command(Path told, boolean leaky) {
    return "'%s' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '%s' %s '%s' %s"
        .formatted(
            Path.of(System.getProperty("java.home"), "bin", "java"),
            System.getProperty("java.class.path"),
            TellingPipeline.class.getName(),
            told,
            leaky);
  }

  public static void main(String[] arguments) throws IOException {
    List<String> secrets =
        Arrays.stream(PipelineVariable.values())
            .filter(PipelineVariable::isSecret)
            .map(variable -> System.getenv(variable.name()))
            .filter(secret -> secret != null && !secret.isEmpty())
            .toList();
    Files.write(Path.of(arguments[0]), secrets);
    if (Boolean.parseBoolean(arguments[1])) {
      System.out.println("my token is " + secrets.getLast());
    }
    System.exit(PipelineMain.run(System.getenv()));
  }
}
