package gameday.cli;

import gameday.scenario.yaml.Catalog;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gameday scenarios}: the catalogue. */
@Command(
    name = "scenarios",
    description = "Lists the scenarios of the catalogue.",
    mixinStandardHelpOptions = true)
final class ScenariosCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    Catalog.list().forEach(one -> out.printf("%-16s %s%n", one.name(), one.title()));
    out.println();
    out.println("run one with: gameday run NAME; a path of your own file works as well");
  }
}
