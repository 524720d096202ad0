package gameday.mocks.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;

/** Halves of characters, which JSON escapes can write and UTF-8 can't. */
final class UnpairedSurrogates {
  private UnpairedSurrogates() {}

  static boolean areIn(JsonNode json) {
    if (json.isTextual()) {
      return areIn(json.textValue());
    }
    for (var field : json.properties()) {
      if (areIn(field.getKey())) {
        return true;
      }
    }
    for (var child : json) {
      if (areIn(child)) {
        return true;
      }
    }
    return false;
  }

  static boolean areIn(String text) {
    for (var n = 0; n < text.length(); n++) {
      var character = text.charAt(n);
      if (Character.isHighSurrogate(character)
          && n + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(n + 1))) {
        n++;
      } else if (Character.isSurrogate(character)) {
        return true;
      }
    }
    return false;
  }

  /** The text with the sign for something unreadable in place of each. */
  static String replaced(String text) {
    return areIn(text)
        ? new String(text.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.UTF_16BE)
        : text;
  }
}
