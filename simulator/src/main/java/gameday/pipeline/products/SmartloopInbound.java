package gameday.pipeline.products;

import com.fasterxml.jackson.databind.JsonNode;
import gameday.pipeline.Attachment;
import gameday.pipeline.Caller;
import gameday.pipeline.Conversation;
import gameday.pipeline.Signal;
import gameday.pipeline.record.Arrival;
import gameday.process.Chat;
import java.util.List;

/**
 * Smartloop's webhook. Its envelope is documented; what the payload of platform {@code web} holds
 * ({@code userId, by, type, text, handoff, agent}) is our assumption.
 */
public final class SmartloopInbound implements Inbound {
  @Override
  public List<Arrival> read(JsonNode body) {
    JsonNode payload = body.path("payload");
    String user = payload.path("userId").asText();
    String id = body.path("id").asText();
    if (user.isEmpty() || id.isEmpty()) {
      return List.of();
    }
    Conversation about = new Conversation(Chat.HELP, user);
    Caller caller =
        new Caller(
            payload.path("name").asText(""),
            payload.path("email").asText(""),
            payload.path("page").asText(""));
    String agent = payload.path("agent").path("id").asText("");
    String key = "smartloop:" + id;
    long saidMillis = body.path("timestamp").asLong(0);
    return switch (payload.path("type").asText()) {
      case "text" ->
          switch (payload.path("by").asText()) {
            case "user" ->
                one(
                    key,
                    new Signal.UserWrote(about, caller, payload.path("text").asText(""), false));
            case "agent" -> one(key, new Signal.Taken(about, caller, agent));
            default -> List.of();
          };
      case "image" ->
          payload.path("by").asText().equals("user")
              ? one(key, new Signal.UserWrote(about, caller, "", false, 0, files(payload)))
              : List.of();
      case "agent-joined" -> one(key, new Signal.Taken(about, caller, agent));
      case "handoff" ->
          payload.path("handoff").asBoolean(false)
              ? one(key, new Signal.OpenedForAgents(about, caller, saidMillis))
              : List.of();
      case "closed" -> one(key, new Signal.Closed(about, caller, saidMillis));
      default -> List.of();
    };
  }

  private static List<Attachment> files(JsonNode payload) {
    return SentFiles.at(payload.path("image").asText(""), "").stream().toList();
  }

  private static List<Arrival> one(String key, Signal signal) {
    return List.of(new Arrival(key, signal));
  }
}
