package gameday.mocks.helpchat.smartloop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The {@code messages} of {@code sendToUser} and {@code sendToBot}: older documentation has a JSON
 * text there, later ones an array; one message alone is taken too.
 */
final class Messages {
  /** What the bot may send. */
  static final List<String> TYPES = List.of("text", "image", "button-template", "typing");

  private static final Set<String> FROM_USERS = Set.of("text", "image");
  private static final int MAX_TEXT = 150_000;
  private static final int MAX_REST = 10_000;
  private static final int MAX_MESSAGES = 20;

  private Messages() {}

  static boolean isAcceptable(String text) {
    return !text.isBlank() && text.length() <= MAX_TEXT;
  }

  static ObjectNode text(String text) {
    return RequestJson.object().put("type", "text").put("text", text);
  }

  static ObjectNode image(String url) {
    return RequestJson.object().put("type", "image").put("image", url);
  }

  /** What it says in words: its text, an image's address, or nothing. */
  static String words(ObjectNode message) {
    return RequestJson.text(message, message.path("type").asText()).orElse("");
  }

  /** What goes to a user, without what only shows typing; empty if it isn't what it must be. */
  static Optional<List<ObjectNode>> toUser(JsonNode given) {
    return read(given).map(all -> all.stream().filter(it -> !type(it).equals("typing")).toList());
  }

  /** What comes from a user; empty if it isn't what it must be. */
  static Optional<List<ObjectNode>> fromUser(JsonNode given) {
    return read(given).filter(all -> all.stream().allMatch(it -> FROM_USERS.contains(type(it))));
  }

  private static Optional<List<ObjectNode>> read(JsonNode given) {
    JsonNode value = given.isTextual() ? RequestJson.read(given.asText()).orElse(given) : given;
    List<JsonNode> all = value.isArray() ? value.valueStream().toList() : List.of(value);
    if (all.isEmpty() || all.size() > MAX_MESSAGES) {
      return Optional.empty();
    }
    List<ObjectNode> messages = new ArrayList<>();
    for (JsonNode one : all) {
      if (!(one instanceof ObjectNode message) || !isMessage(message)) {
        return Optional.empty();
      }
      messages.add(message);
    }
    return Optional.of(messages);
  }

  private static boolean isMessage(ObjectNode message) {
    JsonNode quickReplies = message.path("quickReplies");
    int rest = message.toString().length() - words(message).length();
    if (rest > MAX_REST || !(quickReplies.isMissingNode() || quickReplies.isArray())) {
      return false;
    }
    return switch (type(message)) {
      case "text", "image" -> isAcceptable(words(message));
      case "button-template", "typing" -> true;
      default -> false;
    };
  }

  private static String type(ObjectNode message) {
    return message.path("type").asText();
  }
}
