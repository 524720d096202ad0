package gameday.mocks.slack.blocks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** A text object: {@code {"type": "mrkdwn", "text": …}}. */
final class TextObject {
  private static final Set<String> FIELDS = Set.of("type", "text", "emoji", "verbatim");
  static final Set<String> ANY = Set.of("plain_text", "mrkdwn");
  static final Set<String> PLAIN = Set.of("plain_text");

  private TextObject() {}

  /** Complains of {@code object} at {@code pointer} unless it is of one of the types. */
  static void judge(
      JsonNode object, String pointer, Set<String> types, int longest, Complaints complaints) {
    if (!object.isObject()) {
      complaints.add("must be an object", pointer);
      return;
    }
    var type = object.path("type");
    if (type.isMissingNode()) {
      complaints.missing("type", pointer);
    } else if (!types.contains(type.asText())) {
      complaints.unsupported(type.asText(), pointer);
    }
    if (object.has("text")) {
      string(object.path("text"), pointer + "/text", longest, complaints);
    } else {
      complaints.missing("text", pointer);
    }
    for (var field : object.properties()) {
      if (!FIELDS.contains(field.getKey())) {
        complaints.superfluous(field.getKey(), pointer);
      }
    }
  }

  /** Complains unless it is a text of 1 to {@code longest} characters. */
  static void string(JsonNode text, String pointer, int longest, Complaints complaints) {
    if (!text.isTextual()) {
      complaints.add("must be a string", pointer);
    } else if (text.asText().isEmpty()) {
      complaints.add("must be more than 0 characters", pointer);
    } else if (text.asText().length() > longest) {
      complaints.add("must be less than " + (longest + 1) + " characters", pointer);
    }
  }
}
