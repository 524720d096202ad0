package gameday.histories;

import gameday.history.History;
import gameday.history.jsonl.HistoryReader;
import gameday.scenario.Scenario;
import gameday.scenario.yaml.Loaded;
import gameday.scenario.yaml.ScenarioFile;
import gameday.script.Script;
import gameday.script.jsonl.ScriptFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** One rule's folder: a history it accepts, one it rejects, and a page that says why. */
record Example(Path folder) {
  static final Path ALL = Path.of("src/test/resources/gameday/checker/histories");

  /** What the page of a folder says of the rejected history. */
  record Told(
      String accepted,
      String rejected,
      String question,
      String blame,
      List<Long> witnesses,
      String sentence) {}

  static List<Example> all() {
    try (Stream<Path> entries = Files.list(ALL)) {
      return entries.filter(Files::isDirectory).sorted().map(Example::new).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Scenario scenario() {
    try {
      Loaded loaded = ScenarioFile.read(ALL.resolve("scenario.yaml"), List.of());
      if (loaded instanceof Loaded.Good good) {
        return good.scenario();
      }
      throw new AssertionError(loaded);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Script script() {
    try {
      ScriptFile.Read read = ScriptFile.read(ALL.resolve("script.jsonl"));
      if (read instanceof ScriptFile.Read.Readable readable) {
        return readable.script();
      }
      throw new AssertionError(read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String rule() {
    return folder.getFileName().toString();
  }

  /** The files that must be there, and no others. */
  List<String> files() {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  History accepted() {
    return history("accepted.jsonl");
  }

  History rejected() {
    return history("rejected.jsonl");
  }

  private History history(String name) {
    try {
      HistoryReader.Read read = HistoryReader.read(folder.resolve(name));
      if (read instanceof HistoryReader.Read.Readable whole && !whole.truncated()) {
        return whole.history();
      }
      throw new AssertionError(folder + ": " + read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Told told() {
    return new Told(
        line("Accepted: "),
        line("Rejected: "),
        line("- Question: "),
        line("- Blame: "),
        Arrays.stream(line("- Witnesses: ").split(", ")).map(Long::valueOf).toList(),
        line("- Sentence: "));
  }

  private String line(String beginning) {
    return text("README.md")
        .lines()
        .filter(line -> line.startsWith(beginning))
        .findFirst()
        .map(line -> line.substring(beginning.length()))
        .orElseThrow(() -> new AssertionError(folder + ": no line '" + beginning + "…'"));
  }

  String text(String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
