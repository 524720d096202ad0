package gameday.mocks.helpchat.chatwoot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;
import gameday.mocks.chat.Seeded;
import gameday.mocks.chat.SignedWebhooks;
import gameday.mocks.chat.Surroundings;
import gameday.mocks.delivery.RetryRule;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Chatwoot's webhooks: everything that happens, also what the pipeline itself did. */
final class Events {
  /** It waits five seconds and never tries again. */
  private static final RetryRule ONCE = new RetryRule(Duration.ofSeconds(5), List.of());

  private final Inbox inbox;
  private final InstantSource clock;
  private final SignedWebhooks webhooks;

  Events(Inbox inbox, String secret, Seeded ids, Surroundings around) {
    this.inbox = inbox;
    this.clock = around.clock();
    this.webhooks =
        new SignedWebhooks(
            new SignedWebhooks.Style("help-chat", "/webhooks/help-chat", "X-Chatwoot", ONCE),
            secret,
            ids,
            around);
  }

  void created(Conversation conversation) {
    send(conversation, event("conversation_created", conversation));
  }

  void messageCreated(Conversation conversation, Message message) {
    message("message_created", conversation, message);
  }

  void messageUpdated(Conversation conversation, Message message) {
    message("message_updated", conversation, message);
  }

  void statusChanged(Conversation conversation, Status before) {
    conversation.touch(clock.instant());
    JsonNode change = change("status", text(before.word()), text(conversation.status().word()));
    for (String name : List.of("conversation_status_changed", "conversation_updated")) {
      ObjectNode body = event(name, conversation);
      body.set("changed_attributes", change.deepCopy());
      send(conversation, body);
    }
  }

  void updated(Conversation conversation, String attribute, JsonNode before, JsonNode after) {
    conversation.touch(clock.instant());
    ObjectNode body = event("conversation_updated", conversation);
    body.set("changed_attributes", change(attribute, before, after));
    send(conversation, body);
  }

  /** Somebody has begun to type, or stopped. */
  void typing(Conversation conversation, Person who, boolean on, boolean isPrivate) {
    ObjectNode body =
        RequestJson.object()
            .put("event", on ? "conversation_typing_on" : "conversation_typing_off");
    body.set("user", who.eventJson());
    body.set("conversation", conversation.json(inbox));
    send(conversation, body.put("is_private", isPrivate));
  }

  void contactCreated(Person.Contact contact) {
    contact("contact_created", contact, RequestJson.object());
  }

  void contactUpdated(Person.Contact contact, ArrayNode changes) {
    contact("contact_updated", contact, RequestJson.object().set("changed_attributes", changes));
  }

  private void contact(String name, Person.Contact contact, ObjectNode more) {
    ObjectNode body = contact.eventJson().put("avatar", "").put("event", name);
    body.set("account", inbox.accountJson());
    webhooks.send("contact-" + contact.id(), body.setAll(more));
  }

  private void message(String name, Conversation conversation, Message message) {
    ObjectNode body = message.eventJson(inbox).put("event", name);
    body.set("account", inbox.accountJson());
    body.set("inbox", inbox.json());
    body.set("conversation", conversation.json(inbox));
    send(conversation, body);
  }

  private ObjectNode event(String name, Conversation conversation) {
    ObjectNode body = conversation.json(inbox).put("event", name);
    body.set("account", inbox.accountJson());
    return body;
  }

  private void send(Conversation conversation, ObjectNode body) {
    webhooks.send(Integer.toString(conversation.id()), body);
  }

  private static JsonNode text(String value) {
    return RequestJson.tree(value);
  }

  private static JsonNode change(String attribute, JsonNode before, JsonNode after) {
    ObjectNode change = RequestJson.object();
    change
        .putObject(attribute)
        .<ObjectNode>set("previous_value", before)
        .set("current_value", after);
    return RequestJson.tree(List.of(change));
  }
}
