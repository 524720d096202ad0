package gameday.virtual;

import gameday.script.ScriptedQuestion.Line;
import java.util.List;

/** What an asker has yet to write after the first message, each a while after the one before. */
final class FurtherLines {
  private static final long NEVER = Long.MAX_VALUE;

  private final List<Line> lines;
  private int next = 1;
  private long dueNanos = NEVER;

  FurtherLines(List<Line> lines) {
    this.lines = lines;
  }

  /** The first message was meant for then. */
  void begin(long sinceNanos) {
    dueNanos = next < lines.size() ? sinceNanos + lines.get(next).after().toNanos() : NEVER;
  }

  /** When the next is due; the end of time if there is none. */
  long dueNanos() {
    return dueNanos;
  }

  /** The next, which is due; then the one after it is waited for. */
  String take() {
    String text = lines.get(next++).text();
    begin(dueNanos);
    return text;
  }

  /** No more is wanted. */
  void drop() {
    dueNanos = NEVER;
  }
}
