package gameday.live;

import gameday.script.ScriptedQuestion.Line;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What an asker writes after the first message, each line so long after the one before. */
final class FurtherLines {
  private final List<Line> lines;
  private int next = 1;
  private Optional<Duration> due = Optional.empty();

  /**
   * @param lines all of a question's, the first message included
   */
  FurtherLines(List<Line> lines) {
    this.lines = lines;
  }

  /** The first message's moment was {@code at}. */
  void begin(Duration at) {
    due = next < lines.size() ? Optional.of(at.plus(lines.get(next).after())) : Optional.empty();
  }

  /** When the next one is due; empty if there is none. */
  Optional<Duration> due() {
    return due;
  }

  /** The one that is due; only if there is one. */
  String take() {
    String text = lines.get(next++).text();
    begin(due.orElseThrow());
    return text;
  }

  void drop() {
    due = Optional.empty();
  }
}
