package gameday.cli;

import gameday.cli.FaultSimulation.FailingDay;
import gameday.history.jsonl.HistoryWriter;
import gameday.report.Visible;
import gameday.scenario.Scenario;
import gameday.scenario.yaml.EffectiveYaml;
import gameday.script.jsonl.ScriptFile;
import gameday.trial.Finding;
import gameday.trial.Rehearsal;
import gameday.trial.Shrunk;
import gameday.trial.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes failing days where people and other commands find them. */
final class KeptDays {
  static final String SHRUNK = "shrunk.yaml";

  private final Path folder;
  private final Rehearsal rehearsal;
  private final Repeating repeating;

  /** Below {@code folder}; an older day of the same name is replaced. */
  KeptDays(Path folder, Rehearsal rehearsal, Repeating repeating) {
    this.folder = folder;
    this.rehearsal = rehearsal;
    this.repeating = repeating;
  }

  /** Plays a day again into a run folder. */
  Path keep(Trial trial, String name) throws IOException {
    Path day = Files.createDirectories(folder.resolve(name));
    Files.writeString(day.resolve(StoredRun.SCENARIO), EffectiveYaml.write(trial.scenario()));
    ScriptFile.write(trial.script(), day.resolve(StoredRun.SCRIPT));
    HistoryWriter.write(
        rehearsal.play(trial.scenario(), trial.script()), day.resolve(StoredRun.HISTORY));
    return day;
  }

  /** Writes the small day as a scenario beside the one it was made of; returns its file. */
  Path write(FailingDay day, Shrunk shrunk, Finding finding) throws IOException {
    Path file = day.folder().resolve(SHRUNK);
    String sentence =
        finding.breaches().stream()
            .filter(breach -> breach.rule().equals(day.rule()))
            .findFirst()
            .map(breach -> oneLine(breach.sentence()))
            .orElse("");
    Scenario scenario =
        shrunk
            .trial()
            .written(
                "Seed %d of %s, shrunk: violates %s"
                    .formatted(day.finding().seed(), shrunk.trial().scenario().name(), day.rule()),
                sentence);
    Files.writeString(file, header(day, shrunk, sentence, file) + EffectiveYaml.write(scenario));
    return file;
  }

  private String header(FailingDay day, Shrunk shrunk, String sentence, Path file) {
    return """
    # Made by gameday: the smallest day found on which the pipeline violates %s.
    #   %s
    # It was shrunk from this day, in %d tries%s:
    #   %s
    # Play it in virtual time:
    #   %s
    # Play it live; machines take their time there, so it may take several runs:
    #   %s
    """
        .formatted(
            day.rule(),
            sentence,
            shrunk.tries(),
            shrunk.isMinimal() ? "; nothing can be left out of it" : ", which were all it had",
            oneLine(repeating.seed(day.finding().seed())),
            oneLine(repeating.virtually(file)),
            oneLine(repeating.live(file)));
  }

  /** What a reader of YAML takes for one comment, whatever strangers wrote. */
  static String oneLine(String text) {
    return Visible.text(text).replace('\n', ' ').replaceAll("[\\u0085\\u2028\\u2029]", " ");
  }
}
