package gameday.cli;

import gameday.evidence.Evidence;
import gameday.gates.Objective;
import gameday.history.History;
import gameday.judge.Judge;
import gameday.judge.Judgement;
import gameday.mining.LogFile;
import gameday.mining.Texts;
import gameday.report.RunFiles;
import gameday.report.RunReport;
import gameday.report.TerminalSummary;
import gameday.report.UnwritableRunFolderException;
import gameday.scenario.NoShows;
import gameday.scenario.Scenario;
import gameday.script.Script;
import gameday.story.Pictures;
import gameday.verdict.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Judges a run, writes its files and prints its end; the same after a run and on a stored one. */
final class Judging {
  /** Entries of a history up to which its event log is written unasked: some 90 MB. */
  private static final int MOST_LOGGED = 100_000;

  @Option(
      names = "--gate",
      paramLabel = "OBJECTIVE",
      description =
          "Adds an objective, e.g. 'help-chat first-response p90 < 60s'; may be repeated.")
  private List<String> gates = new ArrayList<>();

  @Option(names = "--no-gates", description = "Judges correctness only.")
  private boolean noGates;

  @Option(names = "--json", paramLabel = "FILE", description = "Writes run.json there as well.")
  private Optional<Path> json = Optional.empty();

  @Option(names = "--junit", paramLabel = "FILE", description = "Writes junit.xml there as well.")
  private Optional<Path> junit = Optional.empty();

  @Option(names = "--html", paramLabel = "FILE", description = "Writes report.html there as well.")
  private Optional<Path> html = Optional.empty();

  @Option(
      names = {"-q", "--quiet"},
      description = "Prints the verdict only.")
  private boolean quiet;

  /** What is judged. */
  record Case(
      Scenario scenario,
      List<Objective> objectives,
      Script script,
      History history,
      double speed,
      Path folder,
      RunReport.Origin origin,
      List<String> warnings) {}

  /** The objectives to add to the scenario's. */
  List<String> gates() {
    return List.copyOf(gates);
  }

  boolean isQuiet() {
    return quiet;
  }

  /** Judges, writes, prints; returns the exit code. */
  ExitCode conclude(Case run, PrintWriter out) {
    List<Objective> objectives = noGates ? List.of() : run.objectives();
    Evidence evidence = new Evidence(run.scenario(), run.script(), run.history());
    Judgement judged = Judge.judge(evidence, objectives);
    List<String> warnings = new ArrayList<>(run.warnings());
    warnings.addAll(judged.warnings());
    warnings.addAll(NoShows.missing(run.scenario()));
    RunReport report =
        new RunReport(
            run.scenario(),
            run.script().seed(),
            run.speed(),
            judged.verdict(),
            judged.measures(),
            run.history(),
            run.origin(),
            warnings,
            Files.isRegularFile(run.folder().resolve("gatling").resolve("index.html")),
            Pictures.of(evidence, judged.verdict().rules()));
    try {
      RunFiles.write(run.folder(), report);
      eventLog(run.folder(), evidence);
      json.ifPresent(file -> copy(run.folder().resolve(RunFiles.JSON), file));
      junit.ifPresent(file -> RunFiles.write(file, RunFiles.junit(report)));
      html.ifPresent(file -> RunFiles.write(file, RunFiles.page(report)));
    } catch (UnwritableRunFolderException e) {
      throw new Failure(ExitCode.NOT_TRUSTWORTHY, List.of(e.getMessage()));
    }
    ExitCode code = judged.verdict().exitCode();
    if (quiet) {
      out.printf("%s: %s (exit %d)%n", run.scenario().name(), code.meaning(), code.code());
    } else {
      out.print(TerminalSummary.of(report, Terminal.isThere()));
      out.flush();
    }
    return code;
  }

  /** Of a day that is no bigger than usual; a bigger one's is there for the asking. */
  private static void eventLog(Path folder, Evidence evidence) {
    Path file = folder.resolve(LogFile.OCEL2.fileName());
    try {
      if (evidence.history().entries().size() <= MOST_LOGGED) {
        LogFile.OCEL2.write(evidence, Texts.KEPT, file);
      } else {
        // An older judgement's log would be taken for this one's.
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new Failure(
          ExitCode.NOT_TRUSTWORTHY, List.of("cannot write '" + file + "': " + RunFolder.reason(e)));
    }
  }

  private static void copy(Path from, Path to) {
    try {
      RunFiles.write(to, Files.readString(from));
    } catch (IOException e) {
      throw new Failure(ExitCode.NOT_TRUSTWORTHY, List.of(RunFolder.reason(e)));
    }
  }
}
