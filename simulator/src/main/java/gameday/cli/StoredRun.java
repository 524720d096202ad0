package gameday.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gameday.evidence.Evidence;
import gameday.history.History;
import gameday.history.jsonl.HistoryReader;
import gameday.report.RunFiles;
import gameday.scenario.Scenario;
import gameday.script.Script;
import gameday.script.jsonl.ScriptFile;
import gameday.verdict.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A run folder's files. */
final class StoredRun {
  static final String SCENARIO = "scenario.effective.yaml";
  static final String SCRIPT = "script.jsonl";
  static final String HISTORY = "history.jsonl";

  private StoredRun() {}

  /** A history, and whether its last line was cut off. */
  record Recorded(History history, boolean cutOff) {}

  /** When a run began and how long it took, wall clock. */
  record When(Instant started, Duration wall) {}

  static Path folder(Path given) {
    if (!Files.isDirectory(given)) {
      throw Failure.usage("'" + given + "' is no run folder; give one such as runs/latest");
    }
    for (String file : List.of(SCENARIO, SCRIPT, HISTORY)) {
      if (!Files.isRegularFile(given.resolve(file))) {
        throw Failure.usage("'" + given + "' is no run folder: it has no " + file);
      }
    }
    return given;
  }

  static Script script(Path folder) {
    try {
      return switch (ScriptFile.read(folder.resolve(SCRIPT))) {
        case ScriptFile.Read.Readable readable -> readable.script();
        case ScriptFile.Read.Faulty faulty -> throw Failure.usage(faulty.fault());
      };
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  static Recorded history(Path folder) {
    try {
      return switch (HistoryReader.read(folder.resolve(HISTORY))) {
        case HistoryReader.Read.Readable readable ->
            new Recorded(readable.history(), readable.truncated());
        case HistoryReader.Read.Faulty faulty ->
            throw new Failure(ExitCode.NOT_TRUSTWORTHY, List.of(faulty.fault()));
      };
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** The whole of it, as judges read it; {@code err} is told if the history was cut off. */
  static Evidence evidence(Path folder, PrintWriter err) {
    Scenario scenario =
        ScenarioChoice.load(folder.resolve(SCENARIO).toString(), List.of(), List.of()).scenario();
    Recorded recorded = history(folder);
    if (recorded.cutOff()) {
      err.println("gameday: the history's last line is cut off and was left out");
    }
    return new Evidence(scenario, script(folder), recorded.history());
  }

  /** From an earlier run.json; a run that never got so far has only its history's length. */
  static When when(Path folder, History history) {
    try {
      JsonNode run = new ObjectMapper().readTree(folder.resolve(RunFiles.JSON).toFile());
      return new When(
          Instant.parse(run.path("started").asText()),
          Duration.ofMillis(Math.round(run.path("wallSeconds").asDouble() * 1000)));
    } catch (IOException | java.time.DateTimeException notJudgedYet) {
      long nanos = history.entries().isEmpty() ? 0 : history.entries().getLast().atNanos();
      return new When(modified(folder), Duration.ofNanos(Math.max(0, nanos)));
    }
  }

  private static Instant modified(Path folder) {
    try {
      return Files.getLastModifiedTime(folder.resolve(SCRIPT)).toInstant();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static Failure unreadable(IOException e) {
    return new Failure(ExitCode.USAGE, List.of("cannot read the run: " + RunFolder.reason(e)));
  }
}
