package gameday.pipeline.products;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import gameday.pipeline.Conversation;
import gameday.pipeline.Effect;
import gameday.pipeline.delivery.Attempt;
import gameday.pipeline.delivery.Destination;
import gameday.pipeline.settings.Settings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The Mod chat, which takes idempotency keys itself. */
public final class ModChatDestination implements Destination {
  /** Errors of a 403 that are about the agent. */
  private static final Set<String> REFUSALS = Set.of("not_client_team", "not_a_member");

  private final JsonCalls calls;

  /** Calls nobody yet. */
  public ModChatDestination(Settings.ModChat settings) {
    this.calls =
        new JsonCalls(settings.url(), Map.of("Authorization", "Bearer " + settings.token()));
  }

  @Override
  public Attempt send(Effect effect) throws InterruptedException {
    return switch (effect) {
      case Effect.NoteToAgent note -> post(note.conversation(), "notes", effect);
      case Effect.ReplyToUser reply -> post(reply.conversation(), "replies", effect);
      case Effect.LetIn letIn -> grant(letIn);
      case Effect.ToSlack post -> throw new IllegalArgumentException("for Slack: " + post);
    };
  }

  private Attempt grant(Effect.LetIn letIn) throws InterruptedException {
    JsonCalls.Outcome outcome =
        calls.post(
            "/api/sessions/"
                + URLEncoder.encode(letIn.session(), StandardCharsets.UTF_8)
                + "/grants",
            JsonNodeFactory.instance
                .objectNode()
                .put("email", letIn.email())
                .put("by", letIn.agent()),
            Map.of("Idempotency-Key", letIn.key()));
    String error = outcome.body().path("error").asText();
    // That the agent may not let anybody in is an answer; that we may not ask is not.
    boolean no = outcome.attempt() instanceof Attempt.Refused || REFUSALS.contains(error);
    return no && !error.isBlank() ? new Attempt.Refused(error) : outcome.attempt();
  }

  private Attempt post(Conversation conversation, String what, Effect effect)
      throws InterruptedException {
    String id = URLEncoder.encode(conversation.id(), StandardCharsets.UTF_8);
    return calls
        .post(
            "/api/questions/" + id + "/" + what,
            JsonNodeFactory.instance.objectNode().put("text", effect.text()),
            Map.of("Idempotency-Key", effect.key()))
        .attempt();
  }

  /** Sending again under the same key is how to find out. */
  @Override
  public Optional<String> find(Effect effect) {
    return Optional.empty();
  }
}
