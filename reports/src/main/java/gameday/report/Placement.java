package gameday.report;

import gameday.story.Row;
import gameday.story.SequencePicture;

/**
 * Where the page puts a row of a sequence picture: names of style classes, since the page's policy
 * forbids styles of single elements. Each lane has two columns, so that an arrow can begin and end
 * in its middle.
 */
final class Placement {
  private Placement() {}

  /**
   * Such as {@code arrow right s4 e10}, from the middle of the second lane to that of the fifth.
   */
  static String of(SequencePicture picture, Row row) {
    int lines = 2 * picture.lanes().size() + 1;
    int from = 2 * picture.column(row.from()) + 2;
    int to = 2 * picture.column(row.to()) + 2;
    return switch (row.kind()) {
      case STEP -> {
        if (row.isArrow()) {
          String way = from < to ? "right" : "left";
          yield "arrow %s s%d e%d".formatted(way, Math.min(from, to), Math.max(from, to));
        }
        yield "act s%d e%d".formatted(Math.max(1, from - 2), Math.min(lines, from + 2));
      }
      case FAULT -> "band fault s1 e" + lines;
      case DEADLINE -> "band due s1 e" + lines;
      case NOTE -> "band left s1 e" + lines;
    };
  }

  /** Who tells whom, for a reader without the lanes. */
  static String who(SequencePicture picture, Row row) {
    String from = picture.words(row.from());
    return row.isArrow() ? from + " → " + picture.words(row.to()) : from;
  }
}
