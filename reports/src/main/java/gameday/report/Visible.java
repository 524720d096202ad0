package gameday.report;

/**
 * Makes text of strangers safe to look at: whatever a terminal, a browser or a parser would obey
 * instead of show becomes a visible sign. Escaping for the place the text goes to comes after.
 */
public final class Visible {
  private static final int CONTROL_PICTURES = 0x2400;
  private static final int DELETE_PICTURE = 0x2421;
  private static final int REPLACEMENT = 0xFFFD;

  private Visible() {}

  /** The text with its line breaks kept. */
  public static String text(String raw) {
    return show(raw.replace("\r\n", "\n"), true);
  }

  /** The text on one line; line breaks become visible signs. */
  static String line(String raw) {
    return show(raw.replace("\r\n", "\n"), false);
  }

  /** One line of at most {@code most} code points, which tells how many more there were. */
  static String line(String raw, int most) {
    return line(clip(raw, most));
  }

  /** Likewise in short, where the line breaks themselves say nothing: strokes stand for them. */
  static String brief(String raw, int most) {
    return line(raw.strip().replaceAll("\\s*\n\\s*", " / "), most);
  }

  /** At most {@code most} code points, which tells how many more there were. */
  static String clip(String raw, int most) {
    int length = raw.codePointCount(0, raw.length());
    if (length <= most) {
      return raw;
    }
    return raw.substring(0, raw.offsetByCodePoints(0, most))
        + "… (%,d more characters)".formatted(length - most);
  }

  private static String show(String raw, boolean keepBreaks) {
    StringBuilder shown = new StringBuilder(raw.length());
    raw.codePoints()
        .forEach(
            point -> {
              if (point == '\n' && keepBreaks) {
                shown.append('\n');
              } else {
                append(point, shown);
              }
            });
    return shown.toString();
  }

  private static void append(int point, StringBuilder shown) {
    if (point < ' ') {
      shown.appendCodePoint(CONTROL_PICTURES + point);
    } else if (point == 0x7F) {
      shown.appendCodePoint(DELETE_PICTURE);
    } else if (isUnprintable(point)) {
      shown.appendCodePoint(REPLACEMENT);
    } else if (isInvisible(point)) {
      shown.append("⟨U+%04X⟩".formatted(point));
    } else {
      shown.appendCodePoint(point);
    }
  }

  /** C1 controls, lone surrogates, noncharacters: XML and terminals refuse or obey them. */
  private static boolean isUnprintable(int point) {
    return point >= 0x80 && point <= 0x9F
        || point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE
        || (point & 0xFFFE) == 0xFFFE
        || point >= 0xFDD0 && point <= 0xFDEF;
  }

  /** What turns the reading direction, breaks lines or hides; joiners stay, scripts need them. */
  private static boolean isInvisible(int point) {
    return switch (point) {
      case 0xAD, 0x61C, 0x200B, 0x200E, 0x200F, 0x2028, 0x2029, 0x2060, 0xFEFF -> true;
      default ->
          point >= 0x202A && point <= 0x202E
              || point >= 0x2066 && point <= 0x2069
              || point >= 0xE0000 && point <= 0xE007F;
    };
  }
}
