package gameday.pipeline.products;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.pipeline.Conversation;
import gameday.pipeline.Effect;
import gameday.pipeline.catchup.LookBack;
import gameday.pipeline.delivery.Attempt;
import gameday.pipeline.delivery.Destination;
import gameday.pipeline.settings.Settings;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Chatwoot. Our messages carry their key as a content attribute, by which they are found again. */
public final class ChatwootDestination implements Destination {
  private static final int PAGES = 5;

  private final JsonCalls calls;
  private final String conversations;

  /** Calls nobody yet. */
  public ChatwootDestination(Settings.HelpChat settings) {
    this.calls = new JsonCalls(settings.url(), Map.of("api_access_token", settings.token()));
    this.conversations =
        "/api/v1/accounts/"
            + URLEncoder.encode(settings.account(), StandardCharsets.UTF_8)
            + "/conversations";
  }

  /** Reads by the same token what was said in the account meanwhile. */
  public LookBack lookBack() {
    return new ChatwootLookBack(calls, conversations);
  }

  /**
   * Whether we may read the account's conversations; asks for a page that nobody has. Returns where
   * they are, for the log.
   *
   * @throws IOException if not, or if that can't be told now
   */
  public String tryToken() throws IOException, InterruptedException {
    calls.get(conversations + "?status=open&page=99999");
    return conversations;
  }

  @Override
  public Attempt send(Effect effect) throws InterruptedException {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("content", effect.text())
        .put("message_type", "outgoing")
        .put("private", effect instanceof Effect.NoteToAgent)
        .put("content_type", "text")
        .putObject("content_attributes")
        .put(ChatwootInbound.KEY_ATTRIBUTE, effect.key());
    return calls.post(messages(HelpChatConversation.of(effect)), body, Map.of()).attempt();
  }

  @Override
  public Optional<String> find(Effect effect) throws IOException, InterruptedException {
    String path = messages(HelpChatConversation.of(effect));
    String before = "";
    for (int page = 0; page < PAGES; page++) {
      JsonNode messages = calls.get(path + before).path("payload");
      for (JsonNode message : messages) {
        JsonNode key = message.path("content_attributes").path(ChatwootInbound.KEY_ATTRIBUTE);
        if (key.asText().equals(effect.key())) {
          return Optional.of(message.path("id").asText());
        }
      }
      if (messages.isEmpty()) {
        return Optional.empty();
      }
      before = "?before=" + messages.get(0).path("id").asText();
    }
    return Optional.empty();
  }

  private String messages(Conversation conversation) {
    return conversations
        + "/"
        + URLEncoder.encode(conversation.id(), StandardCharsets.UTF_8)
        + "/messages";
  }
}
