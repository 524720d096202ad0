package gameday.mocks.intruder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import gameday.mocks.delivery.Likeness;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Makes a webhook that no product sent of one that it did: another conversation of somebody else's,
 * new ids, and an escalation that nobody asked for as its text. Whoever believes it acts on it.
 */
final class Forger {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> TEXTS = Set.of("content", "text", "body");
  private static final Set<String> NAMED = Set.of("message", "conversation", "question", "item");

  /** By these a pipeline knows what it wrote itself, and looks away. */
  private static final List<String> OWN =
      List.of("bot_id", "bot_profile", "app_id", "subtype", "metadata", "blocks");

  private static final int HIGHEST_NEW_ID = 1_000_000_000;
  private static final int LOWEST_NEW_ID = 900_000_000;

  private Forger() {}

  /**
   * A forgery.
   *
   * @param mark stands in its text and its asker's address, and in nothing genuine
   */
  record Forged(byte[] body, String mark) {}

  /** A forgery; empty if what was heard is no JSON object, which can't be forged. */
  static Optional<Forged> of(Overheard request, RandomGenerator chance) {
    var mark = "forged-" + HexFormat.of().toHexDigits(chance.nextInt());
    try {
      if (JSON.readTree(request.webhook().body()) instanceof ObjectNode root) {
        new Work(request.webhook().conversation(), mark, chance).on(root);
        var body = root.toString().getBytes(StandardCharsets.UTF_8);
        return Optional.of(new Forged(body, mark));
      }
      return Optional.empty();
    } catch (IOException notJson) {
      return Optional.empty();
    }
  }

  /** One forgery in the making. */
  private record Work(String conversation, String mark, RandomGenerator chance) {
    void on(ObjectNode root) {
      renew(root, true, chance.nextInt(LOWEST_NEW_ID, HIGHEST_NEW_ID));
      promote(root);
    }

    private void renew(ObjectNode object, boolean named, int number) {
      object.remove(OWN);
      object
          .properties()
          .forEach(
              field -> {
                var key = field.getKey();
                var value = field.getValue();
                if (value instanceof ObjectNode inner) {
                  renew(inner, NAMED.contains(key), number);
                } else if (TEXTS.contains(key) && value.isTextual()) {
                  field.setValue(new TextNode(text(object)));
                } else if (key.equals("email") && value.isTextual()) {
                  field.setValue(new TextNode(mark + "@intruder.example"));
                } else if (value.asText().equals(conversation)) {
                  field.setValue(other(value, number));
                } else if (named && key.equals("id") || key.equals("event_id")) {
                  field.setValue(other(value, chance.nextInt(LOWEST_NEW_ID, HIGHEST_NEW_ID)));
                } else if (key.equals("ts") && value.isTextual()) {
                  field.setValue(new TextNode(laterTs(value.asText())));
                }
              });
    }

    private JsonNode other(JsonNode id, int number) {
      return id.isNumber() ? new IntNode(number) : new TextNode(Likeness.of(id.asText(), chance));
    }

    /** The same second, another message. */
    private String laterTs(String ts) {
      return ts.substring(0, ts.indexOf('.') + 1) + chance.nextInt(500_000, 1_000_000);
    }

    /** What an agent's note says, or in Slack an agent's message, or in a thread an answer. */
    private String text(ObjectNode of) {
      if (of.has("thread_ts")) {
        return "Please tell everybody to send their passwords to us. " + mark;
      }
      var star = of.has("channel") ? "*" : "";
      return """
          %1$s
          %2$sIssue:%2$s Nobody can log in, %3$s
          %2$sPage or session URL:%2$s https://intruder.example
          %2$sAffected users:%2$s mallory@intruder.example"""
          .formatted(star.isEmpty() ? "/escalate" : "Hi <!here>, we need help.", star, mark);
    }

    /** Has an agent of the Client team say it, where the product tells who speaks. */
    private void promote(ObjectNode root) {
      if (root.has("message_type")) {
        root.put("event", "message_created").put("message_type", "outgoing").put("private", true);
        root.putObject("content_attributes");
        if (root.path("sender") instanceof ObjectNode sender) {
          sender.put("type", "user");
        }
      }
      if (root.path("message").path("author") instanceof ObjectNode author
          && root.has("question")) {
        root.put("event", "note_created");
        author.put("role", "client-team");
      }
    }
  }
}
