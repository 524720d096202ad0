package gameday.mocks.helpchat.chatwoot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;
import gameday.mocks.delivery.Deliveries;
import java.util.List;

/** The account's webhooks: one for all events, once it is known where the pipeline is. */
final class Webhooks {
  static final String PATH = "/webhooks/help-chat";
  private static final List<String> EVENTS =
      List.of(
          "conversation_created",
          "conversation_status_changed",
          "conversation_updated",
          "message_created",
          "message_updated",
          "contact_created",
          "contact_updated",
          "conversation_typing_on",
          "conversation_typing_off");

  private final Inbox inbox;
  private final Deliveries deliveries;

  Webhooks(Inbox inbox, Deliveries deliveries) {
    this.inbox = inbox;
    this.deliveries = deliveries;
  }

  ObjectNode json() {
    ObjectNode json = RequestJson.object();
    ArrayNode all = json.putObject("payload").putArray("webhooks");
    deliveries
        .receiver()
        .ifPresent(
            base -> {
              ObjectNode webhook = all.addObject().put("id", 1).put("name", "Pipeline");
              webhook.put("url", base.resolve(PATH).toString()).put("account_id", inbox.account());
              EVENTS.forEach(webhook.putArray("subscriptions")::add);
            });
    return json;
  }
}
