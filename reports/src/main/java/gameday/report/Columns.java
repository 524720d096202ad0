package gameday.report;

import java.lang.Character.UnicodeScript;

/**
 * How many columns of a terminal a text takes: marks that join the letter before them take none,
 * ideographs and emoji two. Near enough: terminals differ where emoji are joined to one.
 */
final class Columns {
  private Columns() {}

  static int of(String text) {
    return text.codePoints().map(Columns::of).sum();
  }

  static int of(int point) {
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(point) ? 2 : 1;
    };
  }

  private static boolean isWide(int point) {
    // Fullwidth forms are Latin by script; halfwidth ones, from U+FF61, are narrow.
    if (point >= 0xFF01 && point <= 0xFFE6) {
      return point <= 0xFF60 || point >= 0xFFE0;
    }
    return Character.isEmojiPresentation(point)
        || point >= 0x3000 && point <= 0x303E
        || isOfWideScript(point);
  }

  private static boolean isOfWideScript(int point) {
    if (point < 0x1100) {
      return false;
    }
    UnicodeScript script = UnicodeScript.of(point);
    return script == UnicodeScript.HAN
        || script == UnicodeScript.HIRAGANA
        || script == UnicodeScript.KATAKANA
        || script == UnicodeScript.YI
        || script == UnicodeScript.BOPOMOFO
        || script == UnicodeScript.HANGUL && (point < 0x1160 || point > 0x11FF);
  }

  /** The longest beginning that takes at most {@code most} columns, and at least one letter. */
  static String first(String text, int most) {
    int used = 0;
    int end = 0;
    while (end < text.length()) {
      int point = text.codePointAt(end);
      used += of(point);
      if (used > most && end > 0) {
        break;
      }
      end += Character.charCount(point);
    }
    return text.substring(0, end);
  }
}
