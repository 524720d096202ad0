package gameday.cli;

import gameday.pipeline.server.PipelineMain;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code gameday pipeline}: the reference pipeline alone. */
@Command(
    name = "pipeline",
    description = "Runs the reference pipeline; takes its settings from the environment.",
    mixinStandardHelpOptions = true)
final class PipelineCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return PipelineMain.run(System.getenv());
  }
}
