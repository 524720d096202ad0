package gameday.report;

import gameday.story.Lane;
import gameday.story.Row;
import gameday.story.SequencePicture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A sequence picture as lines of text: time, sequence, the lanes with their arrow, and beside them
 * what was done. Where a terminal is too narrow for lanes, their names stand before it.
 */
final class TextPicture {
  private static final int LANE = 6;
  private static final int LEAST_WORDS = 24;
  private static final int TOLD = 120;

  private final SequencePicture picture;
  private final TextStyle style;
  private final boolean whole;
  private final int sequenceWidth;
  private final boolean hasLanes;
  private final StringBuilder out = new StringBuilder();

  private TextPicture(SequencePicture picture, TextStyle style, boolean whole) {
    this.picture = picture;
    this.style = style;
    this.whole = whole;
    sequenceWidth = picture.rows().stream().mapToInt(row -> sequence(row).length()).max().orElse(0);
    hasLanes = head().length() + LANE * picture.lanes().size() + LEAST_WORDS <= style.width();
  }

  /**
   * The lines, each ended.
   *
   * @param whole whether texts are told in full length
   */
  static String of(SequencePicture picture, TextStyle style, boolean whole) {
    TextPicture text = new TextPicture(picture, style, whole);
    if (text.hasLanes) {
      text.heads();
    }
    picture.rows().forEach(text::row);
    return text.out.toString();
  }

  private String head() {
    return "  09:00:00 +10:00:00 " + " ".repeat(sequenceWidth) + " ";
  }

  private void heads() {
    StringBuilder line = new StringBuilder(" ".repeat(head().length()));
    for (Lane lane : picture.lanes()) {
      // A lane's line runs down the third of its columns; its name stands around that.
      line.append("%-5s ".formatted(lane.brief().length() < 5 ? " " + lane.brief() : lane.brief()));
    }
    out.append(line.toString().stripTrailing()).append('\n');
  }

  private void row(Row row) {
    String head =
        "%s %s %9s %s "
            .formatted(
                row.witness() ? "*" : " ",
                row.clock(),
                since(row.since()),
                " ".repeat(sequenceWidth - sequence(row).length()) + sequence(row));
    String lanes = hasLanes ? arrow(row) : "";
    String idle = hasLanes ? lifelines() : "";
    int room = style.width() - head.length() - Columns.of(lanes);
    List<String> lines = Wrapped.lines(words(row), room);
    for (int i = 0; i < lines.size(); i++) {
      String start = i == 0 ? head + lanes : " ".repeat(head.length()) + idle;
      String line = (start + lines.get(i)).stripTrailing();
      out.append(i == 0 && row.witness() ? style.bold(line) : line).append('\n');
    }
  }

  private String words(Row row) {
    String who = picture.words(row.from());
    String way = row.isArrow() ? who + " → " + picture.words(row.to()) : who;
    List<String> parts = new ArrayList<>();
    if (!hasLanes && row.kind() == Row.Kind.STEP) {
      parts.add(way);
    }
    parts.add(Visible.line(row.words(), TOLD));
    if (!row.text().isEmpty()) {
      parts.add(whole ? Visible.text(row.text()) : Visible.brief(row.text(), TOLD));
    }
    return style.shown(mark(row) + String.join(": ", parts));
  }

  private static String mark(Row row) {
    return switch (row.kind()) {
      case STEP -> "";
      case FAULT -> "[fault] ";
      case DEADLINE -> "[deadline] ";
      case NOTE -> "[...] ";
    };
  }

  private static String sequence(Row row) {
    return row.sequence().map(number -> "#" + number).orElse("");
  }

  /** Such as {@code +0:30} or {@code +1:05:30}. */
  static String since(Duration since) {
    // Whole seconds that have passed, as a clock on the wall shows them.
    long seconds = since.abs().toSeconds();
    String sign = since.isNegative() && seconds > 0 ? "-" : "+";
    return seconds < 3600
        ? "%s%d:%02d".formatted(sign, seconds / 60, seconds % 60)
        : "%s%d:%02d:%02d".formatted(sign, seconds / 3600, seconds / 60 % 60, seconds % 60);
  }

  private String lifelines() {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < picture.lanes().size(); i++) {
      line.append("  ").append(style.unicode() ? '│' : '|').append("   ");
    }
    return line.toString();
  }

  private String arrow(Row row) {
    StringBuilder line = new StringBuilder(lifelines());
    int from = LANE * picture.column(row.from()) + 2;
    int to = LANE * picture.column(row.to()) + 2;
    boolean unicode = style.unicode();
    if (from == to) {
      line.setCharAt(from, dot(row, unicode));
      return line.toString();
    }
    for (int i = Math.min(from, to) + 1; i < Math.max(from, to); i++) {
      line.setCharAt(i, unicode ? (line.charAt(i) == '│' ? '┼' : '─') : '-');
    }
    boolean right = from < to;
    line.setCharAt(from, unicode ? (right ? '├' : '┤') : '|');
    line.setCharAt(right ? to - 1 : to + 1, unicode ? (right ? '▶' : '◀') : (right ? '>' : '<'));
    return line.toString();
  }

  private static char dot(Row row, boolean unicode) {
    return switch (row.kind()) {
      case STEP -> unicode ? '●' : 'o';
      case FAULT -> unicode ? '✗' : 'x';
      case DEADLINE -> unicode ? '◇' : '!';
      case NOTE -> unicode ? '┆' : ':';
    };
  }
}
