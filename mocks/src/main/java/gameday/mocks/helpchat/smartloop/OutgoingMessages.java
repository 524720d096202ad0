package gameday.mocks.helpchat.smartloop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The {@code messages} of {@code sendToUser}: older documentation has a JSON text there, later ones
 * an array; one message alone is taken too.
 */
final class OutgoingMessages {
  private static final int MAX_MESSAGES = 20;

  private OutgoingMessages() {}

  /** The messages, without those that only show typing; empty if they are not what they must be. */
  static Optional<List<ObjectNode>> read(JsonNode given) {
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
      if (!message.path("type").asText().equals("typing")) {
        messages.add(message);
      }
    }
    return Optional.of(messages);
  }

  private static boolean isMessage(ObjectNode message) {
    return switch (message.path("type").asText()) {
      case "text" -> RequestJson.text(message, "text").filter(Threads::isAcceptable).isPresent();
      case "image" -> RequestJson.text(message, "image").filter(Threads::isAcceptable).isPresent();
      case "button-template" -> message.toString().length() <= 10_000;
      case "typing" -> true;
      default -> false;
    };
  }
}
