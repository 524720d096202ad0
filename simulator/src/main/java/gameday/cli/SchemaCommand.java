package gameday.cli;

import gameday.scenario.yaml.ScenarioSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gameday schema}: what editors complete scenarios by. */
@Command(
    name = "schema",
    description = "Prints the JSON Schema of scenarios, for editors.",
    mixinStandardHelpOptions = true)
final class SchemaCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().getOut().println(ScenarioSchema.json());
  }
}
