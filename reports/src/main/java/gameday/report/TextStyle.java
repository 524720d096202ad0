package gameday.report;

/**
 * What a terminal can show.
 *
 * @param width its columns; from 40 to 400
 * @param unicode whether it shows more than ASCII
 * @param colours whether it may be painted on
 */
public record TextStyle(int width, boolean unicode, boolean colours) {
  private static final int NARROWEST = 40;
  private static final int WIDEST = 400;

  public TextStyle {
    width = Math.clamp(width, NARROWEST, WIDEST);
  }

  /** The text as this terminal can show it: made visible already, and in ASCII if it must be. */
  String shown(String visible) {
    if (unicode) {
      return visible;
    }
    StringBuilder ascii = new StringBuilder(visible.length());
    visible
        .codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '…' -> ascii.append("...");
                case '→' -> ascii.append("->");
                case '✓' -> ascii.append("ok");
                case '✗' -> ascii.append("x");
                case '’' -> ascii.append('\'');
                case '⟨' -> ascii.append('<');
                case '⟩' -> ascii.append('>');
                default -> {
                  if (point < 0x7F) {
                    ascii.appendCodePoint(point);
                  } else if (point >= 0x2400 && point < 0x2420) {
                    // A control character's picture, as terminals have always written it.
                    ascii.append('^').append((char) (point - 0x2400 + '@'));
                  } else {
                    ascii.append("<U+%04X>".formatted(point));
                  }
                }
              }
            });
    return ascii.toString();
  }

  String bold(String text) {
    return colours ? "\u001b[1m" + text + "\u001b[0m" : text;
  }
}
