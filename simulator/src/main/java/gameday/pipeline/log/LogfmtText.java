package gameday.pipeline.log;

import java.util.regex.Pattern;

/** A value as logfmt has it: quoted unless it is plain, with nothing in it that a reader obeys. */
final class LogfmtText {
  private static final Pattern PLAIN = Pattern.compile("[\\w.,:;/@+%*#~&?!()\\[\\]{}<>|$^-]+");

  private LogfmtText() {}

  static String of(Object value) {
    String text = value.toString();
    return PLAIN.matcher(text).matches() ? text : quoted(text);
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints().forEach(point -> append(point, quoted));
    return quoted.append('"').toString();
  }

  private static void append(int point, StringBuilder quoted) {
    switch (point) {
      case '"' -> quoted.append("\\\"");
      case '\\' -> quoted.append("\\\\");
      case '\n' -> quoted.append("\\n");
      case '\r' -> quoted.append("\\r");
      case '\t' -> quoted.append("\\t");
      default -> {
        if (isObeyed(point)) {
          quoted.append("\\u%04x".formatted(point));
        } else {
          quoted.appendCodePoint(point);
        }
      }
    }
  }

  /** Controls of terminals, line ends of other scripts, what turns the direction of reading. */
  private static boolean isObeyed(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }
}
