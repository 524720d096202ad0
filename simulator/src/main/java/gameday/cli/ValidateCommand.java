package gameday.cli;

import gameday.report.Visible;
import gameday.scenario.NoShows;
import gameday.scenario.Scenario;
import gameday.script.Script;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gameday validate}: everything that is wrong with a scenario. */
@Command(
    name = "validate",
    description = "Says everything that is wrong with a scenario, with line, column and remedy.",
    mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {
  @Mixin private ScenarioChoice choice;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    ScenarioChoice.Chosen chosen = choice.load(java.util.List.of());
    Scenario scenario = chosen.scenario();
    Script script = Drawing.of(scenario, scenario.seed());
    spec.commandLine()
        .getOut()
        .printf(
            "%s is valid: %d questions with seed %d, %d objectives, %d faults%n",
            scenario.name(),
            script.questions().size(),
            scenario.seed(),
            chosen.objectives().size(),
            scenario.faults().size());
    NoShows.gaps(scenario)
        .forEach(
            gap ->
                spec.commandLine()
                    .getOut()
                    .println("warning: " + scenario.name() + ": " + Visible.text(gap)));
    return 0;
  }
}
