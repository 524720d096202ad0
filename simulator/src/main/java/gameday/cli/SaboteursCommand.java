package gameday.cli;

import gameday.checker.RuleBook;
import gameday.saboteur.Saboteur;
import gameday.saboteur.Saboteurs;
import gameday.saboteur.matrix.LivePlayer;
import gameday.saboteur.matrix.Matrix;
import gameday.saboteur.matrix.MatrixText;
import gameday.saboteur.matrix.Trial;
import gameday.verdict.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gameday saboteurs}: proves the rules on pipelines and staff that do wrong. */
@Command(
    name = "saboteurs",
    description = "Plays planted faults, and shows which rule notices each.",
    mixinStandardHelpOptions = true)
final class SaboteursCommand implements Callable<Integer> {
  @Option(
      names = "--only",
      paramLabel = "ID",
      split = ",",
      description = "Only these saboteurs; default: all.")
  private List<String> only = List.of();

  @Option(
      names = "--seeds",
      paramLabel = "FROM..TO",
      description = "Days to play each on, e.g. 1..3; default: ${DEFAULT-VALUE}.")
  private String seeds = "1..3";

  @Option(names = "--list", description = "Lists the saboteurs, and plays nothing.")
  private boolean list;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where live runs leave their files: ${DEFAULT-VALUE}.")
  private Path out = Path.of("runs", "saboteurs");

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter terminal = spec.commandLine().getOut();
    List<Saboteur> chosen = chosen();
    if (list) {
      chosen.forEach(
          one -> terminal.printf("%-34s %-26s %s%n", one.id(), one.rule(), one.sentence()));
      return ExitCode.PASS.code();
    }
    Seeds days = Seeds.of(seeds);
    Matrix matrix =
        Matrix.play(
            new LivePlayer(out, PipelineOptions.reference()),
            chosen,
            days.all(),
            trial -> told(terminal, trial));
    terminal.print(MatrixText.of(matrix, RuleBook.ids()));
    terminal.flush();
    return (matrix.isRight() ? ExitCode.PASS : ExitCode.INCORRECT).code();
  }

  private static void told(PrintWriter terminal, Trial trial) {
    terminal.printf(
        "seed %d  %-34s %s%n", trial.seed(), trial.who(), trial.isRight() ? "ok" : "NOT OK");
    trial.faults().forEach(fault -> terminal.println("    " + fault));
    terminal.flush();
  }

  private List<Saboteur> chosen() {
    if (only.isEmpty()) {
      return Saboteurs.all();
    }
    return only.stream()
        .map(
            id ->
                Saboteurs.called(id)
                    .orElseThrow(
                        () ->
                            Failure.usage(
                                "no saboteur is called '"
                                    + id
                                    + "'; see gameday saboteurs --list")))
        .toList();
  }
}
