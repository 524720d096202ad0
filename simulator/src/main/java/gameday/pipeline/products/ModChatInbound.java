package gameday.pipeline.products;

import com.fasterxml.jackson.databind.JsonNode;
import gameday.pipeline.Caller;
import gameday.pipeline.Conversation;
import gameday.pipeline.Signal;
import gameday.pipeline.record.Arrival;
import gameday.process.Chat;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;

/** The Mod chat's webhooks. A question waits for the Client team from its first message on. */
public final class ModChatInbound implements Inbound {
  @Override
  public List<Arrival> read(JsonNode body) {
    String question = body.path("question").path("id").asText();
    JsonNode message = body.path("message");
    JsonNode author = message.path("author");
    String role = author.path("role").asText();
    if (question.isEmpty() || role.equals("pipeline")) {
      return List.of();
    }
    Conversation about = new Conversation(Chat.MOD, question);
    String session = body.path("session").path("id").asText("");
    String page = body.path("session").path("url").asText("");
    boolean byAgent = role.equals("client-team");
    Caller caller =
        byAgent
            ? new Caller("", "", page)
            : new Caller(author.path("name").asText(""), author.path("email").asText(""), page);
    String agent = author.path("id").asText("");
    String text = message.path("text").asText("");
    String id = message.path("id").asText();
    String key = "mod-chat:" + (id.isEmpty() ? Digest.of(body) : "message:" + id);
    return switch (body.path("event").asText()) {
      case "message_created" ->
          one(
              key,
              byAgent
                  ? new Signal.Taken(about, caller, agent)
                  : new Signal.UserWrote(about, caller, text, true, saidMillis(message)));
      case "note_created" ->
          byAgent
              ? one(
                  key,
                  new Signal.AgentNoted(about, caller, agent, text, session, saidMillis(message)))
              : List.of();
      case "question_taken" -> one(stateKey(body), new Signal.Taken(about, caller, agent));
      case "question_closed" ->
          one(stateKey(body), new Signal.Closed(about, caller, saidMillis(message)));
      default -> List.of();
    };
  }

  /** When something was said; webhooks may come in another order. */
  private static long saidMillis(JsonNode message) {
    try {
      return Instant.parse(message.path("created_at").asText("")).toEpochMilli();
    } catch (DateTimeParseException untold) {
      return 0;
    }
  }

  private static String stateKey(JsonNode body) {
    return "mod-chat:" + body.path("event").asText() + ":" + Digest.of(body);
  }

  private static List<Arrival> one(String key, Signal signal) {
    return List.of(new Arrival(key, signal));
  }
}
