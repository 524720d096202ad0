package gameday.mocks.helpchat.intercom;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;
import gameday.mocks.chat.Seeded;
import gameday.mocks.chat.Surroundings;
import gameday.mocks.delivery.Deliveries;
import gameday.mocks.delivery.RetryRule;
import gameday.mocks.delivery.Webhook;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Intercom's webhooks: what happened, with the conversation and only the part that is new. */
final class Notifications {
  /** Five seconds to answer; what fails is tried once more after a minute. */
  private static final RetryRule RETRIES =
      new RetryRule(Duration.ofSeconds(5), List.of(Duration.ofMinutes(1)));

  private final Workspace workspace;
  private final String secret;
  private final Seeded ids;
  private final Deliveries deliveries;
  private final InstantSource clock;
  private final AtomicLong sent = new AtomicLong();

  Notifications(Workspace workspace, String secret, Seeded ids, Surroundings around) {
    this.workspace = workspace;
    this.secret = secret;
    this.ids = ids;
    this.deliveries = around.deliveries();
    this.clock = around.clock();
  }

  /** Sends {@code conversation.} + {@code topic}; {@code parts} are what is new. */
  void send(String topic, Conversation conversation, List<Part> parts) {
    String id = "notif_" + Workspace.uuid(ids, "notification/" + sent.incrementAndGet());
    long now = clock.instant().getEpochSecond();
    ObjectNode json = RequestJson.object().put("type", "notification_event");
    json.put("app_id", workspace.id());
    json.putObject("data")
        .put("type", "notification_event_data")
        .set("item", ConversationJson.of(conversation).withParts(parts));
    json.putObject("links");
    json.put("id", id).put("topic", "conversation." + topic);
    json.put("delivery_status", "pending").put("delivery_attempts", 1).put("delivered_at", 0);
    json.put("first_sent_at", now).put("created_at", now).putNull("self");
    deliveries.send(
        new Webhook(
            "help-chat",
            "/webhooks/help-chat",
            id,
            conversation.id(),
            RequestJson.bytes(json),
            (attempt, reason, raw) -> headers(raw),
            RETRIES));
  }

  private Map<String, String> headers(byte[] body) {
    return Map.of(
        "Content-Type",
        "application/json",
        "Accept",
        "application/json",
        "User-Agent",
        "intercom-parrot-service-client/1.0",
        "X-Hub-Signature",
        HubSignature.of(secret, body));
  }
}
