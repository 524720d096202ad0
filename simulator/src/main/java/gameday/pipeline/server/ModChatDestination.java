package gameday.pipeline.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import gameday.pipeline.Conversation;
import gameday.pipeline.Effect;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The Mod chat, which takes idempotency keys itself. */
final class ModChatDestination implements Destination {
  private final JsonCalls calls;

  ModChatDestination(Settings.ModChat settings) {
    this.calls =
        new JsonCalls(settings.url(), Map.of("Authorization", "Bearer " + settings.token()));
  }

  @Override
  public Attempt send(Effect effect) throws InterruptedException {
    return switch (effect) {
      case Effect.NoteToAgent note -> post(note.conversation(), "notes", effect);
      case Effect.ReplyToUser reply -> post(reply.conversation(), "replies", effect);
      case Effect.PostToSlack post -> throw new IllegalArgumentException("for Slack: " + post);
      case Effect.PostInThread post -> throw new IllegalArgumentException("for Slack: " + post);
    };
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
