package gameday.pipeline.server;

import com.fasterxml.jackson.databind.JsonNode;
import gameday.pipeline.Signal;
import java.util.List;
import java.util.Set;

/**
 * Slack's Events API. Slack may send one message up to eleven times under different event ids, so
 * what names a message is its ts.
 */
final class SlackInbound implements Inbound {
  private static final Set<String> SUBTYPES = Set.of("", "thread_broadcast", "file_share");

  private final String channel;

  SlackInbound(String channel) {
    this.channel = channel;
  }

  @Override
  public List<Arrival> read(JsonNode body) {
    JsonNode event = body.path("event");
    if (!body.path("type").asText().equals("event_callback")) {
      return List.of();
    }
    return switch (event.path("type").asText()) {
      case "message" -> message(event);
      case "reaction_added" -> reaction(event);
      default -> List.of();
    };
  }

  /**
   * A message, from an event or from the channel's history; what is absent is empty.
   *
   * @param bot the app it is from, if it is from one
   */
  record Written(String ts, String thread, String user, String bot, String subtype, String text) {}

  /** What a message of the event's channel says: nothing if it is an app's, or no message. */
  List<Arrival> message(Written message) {
    if (!SUBTYPES.contains(message.subtype())
        || !message.bot().isEmpty()
        || message.user().isEmpty()
        || message.ts().isEmpty()) {
      return List.of();
    }
    String ts = message.ts();
    String thread = message.thread();
    return List.of(
        new Arrival(
            messageKey(ts),
            thread.isEmpty() || thread.equals(ts)
                ? new Signal.SlackPosted(ts, message.user(), message.text())
                : new Signal.SlackReplied(ts, thread, message.user(), message.text())));
  }

  /** What a reaction of {@code user} to the message {@code ts} says. */
  static Arrival reaction(String ts, String user, String name) {
    return new Arrival(
        "slack:reaction:" + ts + ":" + user + ":" + name, new Signal.SlackReacted(ts, user, name));
  }

  static String messageKey(String ts) {
    return "slack:message:" + ts;
  }

  private List<Arrival> message(JsonNode event) {
    if (!event.path("channel").asText().equals(channel)) {
      return List.of();
    }
    return message(
        new Written(
            event.path("ts").asText(),
            event.path("thread_ts").asText(""),
            event.path("user").asText(),
            event.path("bot_id").asText(""),
            event.path("subtype").asText(""),
            event.path("text").asText("")));
  }

  private List<Arrival> reaction(JsonNode event) {
    JsonNode item = event.path("item");
    return item.path("channel").asText().equals(channel)
        ? List.of(
            reaction(
                item.path("ts").asText(),
                event.path("user").asText(),
                event.path("reaction").asText()))
        : List.of();
  }
}
