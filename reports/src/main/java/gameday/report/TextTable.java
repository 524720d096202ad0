package gameday.report;

import java.util.List;

/** Aligned columns without boxes: the first to the left, the others to the right. */
final class TextTable {
  private TextTable() {}

  /** A row; missing cells are empty. */
  record Row(List<String> cells) {
    Row(String... cells) {
      this(List.of(cells));
    }

    private String cell(int column) {
      return column < cells.size() ? cells.get(column) : "";
    }
  }

  static void print(List<Row> rows, StringBuilder out) {
    int columns = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    int[] widths = new int[columns];
    for (Row row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], width(row.cell(i)));
      }
    }
    for (Row row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < columns; i++) {
        String padding = " ".repeat(widths[i] - width(row.cell(i)));
        line.append(i == 0 ? row.cell(i) + padding : "  " + padding + row.cell(i));
      }
      out.append(line.toString().stripTrailing()).append('\n');
    }
  }

  /** Columns a text takes. */
  static int width(String text) {
    return Columns.of(text);
  }
}
