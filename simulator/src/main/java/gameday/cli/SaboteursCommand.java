package gameday.cli;

import gameday.checker.RuleBook;
import gameday.report.Visible;
import gameday.saboteur.Saboteur;
import gameday.saboteur.Saboteurs;
import gameday.saboteur.matrix.LivePlayer;
import gameday.saboteur.matrix.Matrix;
import gameday.saboteur.matrix.MatrixJson;
import gameday.saboteur.matrix.MatrixText;
import gameday.saboteur.matrix.Player;
import gameday.saboteur.matrix.Trial;
import gameday.saboteur.matrix.VirtualPlayer;
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
      description = "Days to play each on, such as 7 or 1..3; default: ${DEFAULT-VALUE}.")
  private String seeds = "1..3";

  @Option(names = "--list", description = "Lists the saboteurs, and plays nothing.")
  private boolean list;

  @Option(names = "--json", description = "Prints the matrix as JSON, and progress on stderr.")
  private boolean json;

  @Option(
      names = "--live",
      description =
          "Plays against a real process and the mocks; default: in virtual time, in seconds.")
  private boolean live;

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
    List<Long> days = Seeds.of(seeds).all();
    PrintWriter progress = json ? spec.commandLine().getErr() : terminal;
    progress.printf(
        "seeds %s, %d saboteurs, %s%n", seeds, chosen.size(), live ? "live" : "in virtual time");
    progress.flush();
    Matrix matrix = Matrix.play(player(), chosen, days, trial -> told(progress, trial));
    terminal.print(json ? MatrixJson.of(matrix) + "\n" : MatrixText.of(matrix, RuleBook.ids()));
    terminal.flush();
    return (matrix.isRight() ? ExitCode.PASS : ExitCode.INCORRECT).code();
  }

  private Player player() {
    return live ? new LivePlayer(out, PipelineOptions.reference(), 1) : new VirtualPlayer();
  }

  private static void told(PrintWriter progress, Trial trial) {
    progress.printf(
        "seed %d  %-36s %s%n", trial.seed(), trial.who(), trial.isRight() ? "ok" : "NOT OK");
    trial.faults().forEach(fault -> progress.println("    " + Visible.text(fault)));
    progress.flush();
  }

  private List<Saboteur> chosen() {
    return only.isEmpty() ? Saboteurs.all() : only.stream().map(SaboteursCommand::called).toList();
  }

  private static Saboteur called(String id) {
    return Saboteurs.called(id.strip())
        .orElseThrow(
            () ->
                Failure.usage("no saboteur is called '" + id + "'; see gameday saboteurs --list"));
  }
}
