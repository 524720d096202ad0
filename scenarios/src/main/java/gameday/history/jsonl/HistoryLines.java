package gameday.history.jsonl;

import gameday.history.Entry;
import gameday.jsonl.BadLineException;
import gameday.jsonl.LinePicker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Single entries of a history file that was read before. Safe for many threads. */
public final class HistoryLines {
  private final LinePicker lines;

  private HistoryLines(LinePicker lines) {
    this.lines = lines;
  }

  /** Opens a file, which must not change meanwhile. */
  public static HistoryLines open(Path file) throws IOException {
    return new HistoryLines(LinePicker.open(file));
  }

  /**
   * The entries whose lines begin there, in this order.
   *
   * @throws BadLineException if the file has changed
   */
  public List<Entry> read(long[] starts) {
    return Stretch.again(lines.pick(starts));
  }
}
