package gameday.script.jsonl;

import gameday.jsonl.BadLineException;
import gameday.jsonl.LinePicker;
import gameday.script.ScriptedQuestion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Single questions of a script file that was read before. Safe for many threads. */
public final class ScriptLines {
  private final LinePicker lines;

  private ScriptLines(LinePicker lines) {
    this.lines = lines;
  }

  /** Opens a file, which must not change meanwhile. */
  public static ScriptLines open(Path file) throws IOException {
    return new ScriptLines(LinePicker.open(file));
  }

  /**
   * The questions whose lines begin there, in this order.
   *
   * @throws BadLineException if the file has changed
   */
  public List<ScriptedQuestion> read(long[] starts) {
    return ScriptScan.read(lines.pick(starts)).what().stream()
        .map(ScriptScan.Placed::question)
        .toList();
  }
}
