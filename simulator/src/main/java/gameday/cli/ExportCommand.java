package gameday.cli;

import gameday.evidence.Evidence;
import gameday.mining.LogFile;
import gameday.mining.Texts;
import gameday.verdict.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gameday export}: a stored run as an event log. */
@Command(
    name = "export",
    description = "Writes a stored run as an event log for process-mining tools.",
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "RUN", description = "A run folder, such as runs/latest.")
  private Path given;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      required = true,
      description = "ocel2 (OCEL 2.0, JSON) or xes (IEEE 1849, a trace a question).")
  private String format;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to; default: ocel2.json or questions.xes in the run folder.")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--without-texts", description = "Leaves out texts, names and e-mail addresses.")
  private boolean withoutTexts;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    LogFile log = log();
    Path folder = StoredRun.folder(given);
    Evidence evidence = StoredRun.evidence(folder, spec.commandLine().getErr());
    Path file = out.orElse(folder.resolve(log.fileName()));
    try {
      log.write(evidence, withoutTexts ? Texts.LEFT_OUT : Texts.KEPT, file);
    } catch (IOException e) {
      throw new Failure(
          ExitCode.NOT_TRUSTWORTHY, List.of("cannot write '" + file + "': " + RunFolder.reason(e)));
    }
    spec.commandLine().getOut().println(file);
    return 0;
  }

  private LogFile log() {
    return switch (format.toLowerCase(Locale.ROOT)) {
      case "ocel2" -> LogFile.OCEL2;
      case "xes" -> LogFile.XES;
      default -> throw Failure.usage("--format must be ocel2 or xes, was '" + format + "'");
    };
  }
}
