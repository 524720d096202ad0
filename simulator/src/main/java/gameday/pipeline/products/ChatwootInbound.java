package gameday.pipeline.products;

import com.fasterxml.jackson.databind.JsonNode;
import gameday.pipeline.Attachment;
import gameday.pipeline.Caller;
import gameday.pipeline.Conversation;
import gameday.pipeline.Signal;
import gameday.pipeline.record.Arrival;
import gameday.process.Chat;
import java.util.ArrayList;
import java.util.List;

/** Chatwoot's webhooks. A conversation is the chatbot's while it is pending. */
public final class ChatwootInbound implements Inbound {
  /** Where our own messages carry their idempotency key. */
  static final String KEY_ATTRIBUTE = "gameday_key";

  @Override
  public List<Arrival> read(JsonNode body) {
    return switch (body.path("event").asText()) {
      case "message_created" -> message(body);
      case "conversation_created", "conversation_status_changed" -> status(body, true);
      // Comes beside the status event and for much else; only the assignment is news.
      case "conversation_updated" -> status(body, false);
      default -> List.of();
    };
  }

  /** What a message says; {@code body} is the event's, its conversation's object in it. */
  static List<Arrival> message(JsonNode body) {
    JsonNode conversation = body.path("conversation");
    String number = conversation.path("id").asText();
    if (number.isEmpty() || body.path("content_attributes").has(KEY_ATTRIBUTE)) {
      return List.of();
    }
    Conversation about = new Conversation(Chat.HELP, number);
    String key = "chatwoot:message:" + body.path("id").asText();
    String content = body.path("content").asText("");
    String sender = body.path("sender").path("id").asText();
    boolean byAgent = body.path("sender").path("type").asText().equals("user");
    return switch (body.path("message_type").asText()) {
      case "incoming", "0" -> {
        Caller caller = callerOf(conversation, body.path("sender"));
        boolean forAgents = conversation.path("status").asText().equals("open");
        List<Attachment> files = SentFiles.of(body.path("attachments"), "data_url", "name");
        yield List.of(
            new Arrival(key, new Signal.UserWrote(about, caller, content, forAgents, 0, files)));
      }
      case "outgoing", "1" -> {
        if (!byAgent) {
          yield List.of();
        }
        Caller caller = asker(conversation);
        yield List.of(
            new Arrival(
                key,
                body.path("private").asBoolean(false)
                    ? new Signal.AgentNoted(about, caller, sender, content)
                    : new Signal.Taken(about, caller, sender)));
      }
      default -> List.of();
    };
  }

  /** Who asks in {@code conversation}, as the API and the events show one. */
  static Caller asker(JsonNode conversation) {
    return callerOf(conversation, conversation.path("meta").path("sender"));
  }

  private static Caller callerOf(JsonNode conversation, JsonNode sender) {
    JsonNode custom = conversation.path("custom_attributes");
    String page = custom.path("page").asText("");
    return new Caller(
        sender.path("name").asText(""),
        sender.path("email").asText(""),
        page.isBlank()
            ? conversation.path("additional_attributes").path("referer").asText("")
            : page,
        topic(conversation));
  }

  /**
   * What the conversation is about: its attribute {@code topic}, or a label such as topic-login.
   */
  private static String topic(JsonNode conversation) {
    String topic = conversation.path("custom_attributes").path("topic").asText("");
    return topic.isBlank()
        ? TopicName.in(conversation.path("labels").valueStream().map(JsonNode::asText))
        : topic;
  }

  private static List<Arrival> status(JsonNode body, boolean statusIsNews) {
    String number = body.path("id").asText();
    if (number.isEmpty()) {
      return List.of();
    }
    Conversation about = new Conversation(Chat.HELP, number);
    Caller caller = asker(body);
    String agent = body.path("meta").path("assignee").path("id").asText("");
    String status = body.path("status").asText();
    String key = "chatwoot:conversation:" + number + ":" + Digest.of(body) + ":";
    // To the fraction of a second, where the product tells it.
    long saidMillis = Math.round(body.path("updated_at").asDouble(0) * 1_000);
    List<Arrival> arrivals = new ArrayList<>();
    if (statusIsNews && status.equals("resolved")) {
      arrivals.add(new Arrival(key + "closed", new Signal.Closed(about, caller, saidMillis)));
    }
    if (statusIsNews && status.equals("open")) {
      arrivals.add(
          new Arrival(key + "open", new Signal.OpenedForAgents(about, caller, saidMillis)));
    }
    if (!agent.isEmpty() && status.equals("open")) {
      arrivals.add(new Arrival(key + "taken", new Signal.Taken(about, caller, agent)));
    }
    return arrivals;
  }
}
