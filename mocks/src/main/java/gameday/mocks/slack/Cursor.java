package gameday.mocks.slack;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Opaque marks in a listing; they hold all they mean, so the mock keeps none. */
final class Cursor {
  private Cursor() {}

  static String of(String kind, String value) {
    var text = kind + ":" + value;
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** What a cursor of that kind holds; empty if it isn't one. */
  static Optional<String> value(String kind, String cursor) {
    try {
      var text = new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8);
      return text.startsWith(kind + ":")
          ? Optional.of(text.substring(kind.length() + 1))
          : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
