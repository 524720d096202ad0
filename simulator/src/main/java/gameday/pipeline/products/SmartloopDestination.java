package gameday.pipeline.products;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.pipeline.Effect;
import gameday.pipeline.delivery.Attempt;
import gameday.pipeline.delivery.Destination;
import java.io.IOException;
import java.util.Optional;

/**
 * Smartloop's GraphQL. It has no place for an idempotency key, so a message is found again by its
 * text among the latest ones that weren't the user's.
 */
public final class SmartloopDestination implements Destination {
  private static final String SEND =
      "mutation($bot: ID!, $user: ID!, $messages: JSON)"
          + " { sendToUser(botId: $bot, userId: $user, messages: $messages) }";
  private static final String RECENT =
      "query($bot: ID!, $user: ID!)"
          + " { recentMessages(botId: $bot, userId: $user) { id direction payload } }";

  private final SmartloopCalls calls;

  /** Writes as the bot that {@code calls} is for. */
  public SmartloopDestination(SmartloopCalls calls) {
    this.calls = calls;
  }

  @Override
  public Attempt send(Effect effect) throws InterruptedException {
    if (!(effect instanceof Effect.ReplyToUser reply)) {
      return new Attempt.Refused("this help chat has no private notes");
    }
    ObjectNode variables = variables(reply);
    variables.putArray("messages").addObject().put("type", "text").put("text", reply.text());
    JsonCalls.Outcome outcome = calls.write(SEND, variables);
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
    JsonNode data = calls.read(RECENT, variables(reply));
    for (JsonNode message : data.path("recentMessages")) {
      boolean ours = !message.path("direction").asText().equals("in");
      if (ours && message.path("payload").path("text").asText("").equals(effect.text())) {
        return Optional.of(message.path("id").asText());
      }
    }
    return Optional.empty();
  }

  private ObjectNode variables(Effect.ReplyToUser reply) {
    return calls.variables().put("user", reply.conversation().id());
  }
}
