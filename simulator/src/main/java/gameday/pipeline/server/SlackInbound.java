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

  private List<Arrival> message(JsonNode event) {
    String ts = event.path("ts").asText();
    String user = event.path("user").asText();
    boolean byApp = !event.path("bot_id").asText("").isEmpty();
    if (!event.path("channel").asText().equals(channel)
        || !SUBTYPES.contains(event.path("subtype").asText(""))
        || byApp
        || user.isEmpty()
        || ts.isEmpty()) {
      return List.of();
    }
    String thread = event.path("thread_ts").asText("");
    String text = event.path("text").asText("");
    return List.of(
        new Arrival(
            "slack:message:" + ts,
            thread.isEmpty() || thread.equals(ts)
                ? new Signal.SlackPosted(ts, user, text)
                : new Signal.SlackReplied(ts, thread, user, text)));
  }

  private List<Arrival> reaction(JsonNode event) {
    JsonNode item = event.path("item");
    if (!item.path("channel").asText().equals(channel)) {
      return List.of();
    }
    String ts = item.path("ts").asText();
    String user = event.path("user").asText();
    String name = event.path("reaction").asText();
    return List.of(
        new Arrival(
            "slack:reaction:" + ts + ":" + user + ":" + name,
            new Signal.SlackReacted(ts, user, name)));
  }
}
