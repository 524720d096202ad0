package gameday.mining;

/** Text that XML 1.0 can hold. */
final class XmlText {
  private static final int CONTROL_PICTURES = 0x2400;
  private static final int REPLACEMENT = 0xFFFD;

  private XmlText() {}

  /** The text, with a picture for each control character and a mark for what is no character. */
  static String of(String raw) {
    return raw.codePoints().allMatch(XmlText::isAllowed)
        ? raw
        : raw.codePoints()
            .map(XmlText::replaced)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  private static int replaced(int point) {
    if (isAllowed(point)) {
      return point;
    }
    return point < ' ' ? CONTROL_PICTURES + point : REPLACEMENT;
  }

  /** Char of XML 1.0, section 2.2. */
  private static boolean isAllowed(int point) {
    return point == '\t'
        || point == '\n'
        || point == '\r'
        || point >= ' ' && point <= 0xD7FF
        || point >= 0xE000 && point <= 0xFFFD
        || point >= 0x10000;
  }
}
