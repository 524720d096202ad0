package gameday.pipeline.products;

import com.fasterxml.jackson.databind.JsonNode;
import gameday.pipeline.Effect;
import gameday.pipeline.delivery.Attempt;
import gameday.pipeline.delivery.Destination;
import gameday.pipeline.delivery.RateLimited;
import java.io.IOException;
import java.util.Optional;

/**
 * Intercom. An admin's reply has no place for an idempotency key, so a message is found again by
 * its author, who is us, and its text.
 */
public final class IntercomDestination implements Destination {
  private final IntercomCalls calls;

  /** Writes as whoever {@code calls} has the token of. */
  public IntercomDestination(IntercomCalls calls) {
    this.calls = calls;
  }

  @Override
  public Attempt send(Effect effect) throws InterruptedException {
    try {
      String me = calls.me();
      String conversation = HelpChatConversation.of(effect).id();
      return calls.reply(conversation, kind(effect), me, effect.text()).attempt();
    } catch (RateLimited e) {
      return new Attempt.NotNow(e.after());
    } catch (IOException e) {
      return new Attempt.Failed("can't tell as whom to write: " + e);
    }
  }

  @Override
  public Optional<String> find(Effect effect) throws IOException, InterruptedException {
    String me = calls.me();
    JsonNode found = calls.conversation(HelpChatConversation.of(effect).id());
    for (JsonNode part : IntercomInbound.parts(found)) {
      boolean ours =
          part.path("author").path("id").asText().equals(me)
              && part.path("part_type").asText().equals(kind(effect));
      String text = IntercomText.text(part.path("body").asText(""));
      if (ours && squeezed(text).equals(squeezed(effect.text()))) {
        return Optional.of(part.path("id").asText());
      }
    }
    return Optional.empty();
  }

  // How the product keeps white space is its own business.
  private static String squeezed(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static String kind(Effect effect) {
    return effect instanceof Effect.NoteToAgent ? "note" : "comment";
  }
}
