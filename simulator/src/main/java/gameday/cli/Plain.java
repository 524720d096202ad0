package gameday.cli;

/** Text from elsewhere, made safe for a terminal. */
final class Plain {
  private Plain() {}

  /** {@code text} with control and bidirectional formatting characters shown as {@code \\uXXXX}. */
  static String line(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean format = Character.getType(c) == Character.FORMAT;
      if (Character.isISOControl(c) && c != '\n' || format) {
        plain.append(String.format("\\u%04X", (int) c));
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
