package gameday.cli;

import gameday.report.RunReport;
import gameday.script.Script;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gameday check}: judges a stored run again. */
@Command(
    name = "check",
    description = "Judges a stored run again, without playing it, and writes its report anew.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  @Parameters(paramLabel = "RUN", description = "A run folder, such as runs/latest.")
  private Path given;

  @Mixin private Judging judging;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Path folder = StoredRun.folder(given);
    ScenarioChoice.Chosen chosen =
        ScenarioChoice.load(
            folder.resolve(StoredRun.SCENARIO).toString(), List.of(), judging.gates());
    Script script = StoredRun.script(folder);
    StoredRun.Recorded recorded = StoredRun.history(folder);
    double speed =
        recorded.history().started().map(start -> start.speed()).orElse(chosen.scenario().speed());
    StoredRun.When when = StoredRun.when(folder, recorded.history());
    List<String> warnings =
        recorded.cutOff()
            ? List.of("the history's last line is cut off and was left out")
            : List.of();
    RunReport.Origin origin =
        new RunReport.Origin(
            Version.word(),
            when.started(),
            when.wall(),
            given.toString(),
            Called.command()
                + " run "
                + given.resolve(StoredRun.SCENARIO)
                + " --seed "
                + script.seed(),
            Called.command() + " check " + given,
            Called.command() + " explain " + given);
    return judging
        .conclude(
            new Judging.Case(
                chosen.scenario(),
                chosen.objectives(),
                script,
                recorded.history(),
                speed,
                folder,
                origin,
                warnings),
            spec.commandLine().getOut())
        .code();
  }
}
