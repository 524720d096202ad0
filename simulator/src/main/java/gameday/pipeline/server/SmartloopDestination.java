package gameday.pipeline.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.pipeline.Effect;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * Smartloop's GraphQL. It has no place for an idempotency key, so a message is found again by its
 * text among the latest ones that weren't the user's.
 */
final class SmartloopDestination implements Destination {
  private static final String SEND =
      "mutation($bot: ID!, $user: ID!, $messages: JSON)"
          + " { sendToUser(botId: $bot, userId: $user, messages: $messages) }";
  private static final String RECENT =
      "query($bot: ID!, $user: ID!) { recentMessages(botId: $bot, userId: $user) }";

  private final JsonCalls calls;
  private final String bot;

  SmartloopDestination(Settings.HelpChat settings) {
    this.calls = new JsonCalls(settings.url(), Map.of("x-api-key", settings.token()));
    this.bot = settings.account();
  }

  @Override
  public Attempt send(Effect effect) throws InterruptedException {
    if (!(effect instanceof Effect.ReplyToUser reply)) {
      return new Attempt.Refused("this help chat has no private notes");
    }
    ObjectNode variables = variables(reply);
    variables.putArray("messages").addObject().put("type", "text").put("text", reply.text());
    JsonCalls.Outcome outcome = calls.post("/v1/graphql", document(SEND, variables), Map.of());
    boolean sent = outcome.body().path("data").path("sendToUser").asBoolean(false);
    if (outcome.attempt() instanceof Attempt.Accepted && !sent) {
      String error = outcome.body().path("errors").path(0).path("message").asText("not sent");
      return new Attempt.Refused(error);
    }
    return outcome.attempt();
  }

  @Override
  public Optional<String> find(Effect effect) throws IOException, InterruptedException {
    if (!(effect instanceof Effect.ReplyToUser reply)) {
      return Optional.empty();
    }
    JsonCalls.Outcome outcome =
        calls.post("/v1/graphql", document(RECENT, variables(reply)), Map.of());
    if (outcome.attempt() instanceof Attempt.NotNow notNow) {
      throw new RateLimited(notNow.after());
    }
    if (!(outcome.attempt() instanceof Attempt.Accepted)) {
      throw new IOException("recentMessages: " + outcome.attempt());
    }
    for (JsonNode message : outcome.body().path("data").path("recentMessages")) {
      boolean ours = !message.path("direction").asText().equals("in");
      if (ours && message.path("payload").path("text").asText("").equals(effect.text())) {
        return Optional.of(message.path("id").asText());
      }
    }
    return Optional.empty();
  }

  private ObjectNode variables(Effect.ReplyToUser reply) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("bot", bot)
        .put("user", reply.conversation().id());
  }

  private static ObjectNode document(String query, ObjectNode variables) {
    ObjectNode document = JsonNodeFactory.instance.objectNode().put("query", query);
    document.set("variables", variables);
    return document;
  }
}
