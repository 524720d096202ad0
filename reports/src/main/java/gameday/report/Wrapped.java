package gameday.report;

import java.util.ArrayList;
import java.util.List;

/** A text in lines of at most so many columns, broken between words where it can be. */
final class Wrapped {
  private Wrapped() {}

  static List<String> lines(String text, int columns) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.split("\n", -1)) {
      paragraph(paragraph, Math.max(1, columns), lines);
    }
    return lines;
  }

  private static void paragraph(String text, int columns, List<String> lines) {
    StringBuilder line = new StringBuilder();
    int used = 0;
    for (String word : text.split(" +")) {
      String rest = word;
      int width = Columns.of(rest);
      if (used > 0 && used + 1 + width > columns) {
        lines.add(line.toString());
        line.setLength(0);
        used = 0;
      } else if (used > 0) {
        line.append(' ');
        used++;
      }
      while (used + width > columns) {
        String fits = Columns.first(rest, columns - used);
        if (fits.length() == rest.length()) {
          break;
        }
        lines.add(line.append(fits).toString());
        line.setLength(0);
        used = 0;
        rest = rest.substring(fits.length());
        width = Columns.of(rest);
      }
      line.append(rest);
      used += width;
    }
    lines.add(line.toString());
  }
}
