package gameday.judge.sliced;

import gameday.jsonl.BadLineException;
import gameday.script.QuestionId;
import gameday.script.jsonl.ScriptLines;
import gameday.script.jsonl.ScriptScan.Placed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Sees that questions stand in order of time and that no id is there twice. */
final class ScriptOrder {
  private final Path script;
  private Optional<Duration> last = Optional.empty();
  private int lines;

  ScriptOrder(Path script) {
    this.script = script;
  }

  /**
   * Checks the next question.
   *
   * @param likely the place of an earlier one that likely has the same id, -1 if none
   * @param starts where the earlier ones begin in the file
   */
  void check(Placed placed, int likely, RunInFiles.Places starts) {
    String where = script.getFileName() + ":" + (lines + 2) + ": ";
    QuestionId id = placed.question().id();
    if (likely >= 0 && id.equals(idAt(starts.of(likely)))) {
      throw new BadLineException(where + "id " + id + " is there twice");
    }
    Duration at = placed.question().at();
    if (last.isPresent() && last.get().compareTo(at) > 0) {
      throw new BadLineException(
          where + "at must not be before " + last.get() + " of the line above");
    }
    last = Optional.of(at);
    lines++;
  }

  private QuestionId idAt(long start) {
    try {
      return ScriptLines.open(script).read(new long[] {start}).get(0).id();
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }
}
