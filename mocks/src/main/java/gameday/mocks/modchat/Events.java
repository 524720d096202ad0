package gameday.mocks.modchat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;
import gameday.mocks.chat.Seeded;
import gameday.mocks.chat.SignedWebhooks;
import gameday.mocks.chat.Surroundings;
import gameday.mocks.delivery.RetryRule;
import java.time.Duration;
import java.util.List;

/** The Mod chat's webhooks. */
final class Events {
  private static final RetryRule RETRIES =
      new RetryRule(
          Duration.ofSeconds(5),
          List.of(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(5)));

  private final SignedWebhooks webhooks;

  Events(String secret, Seeded ids, Surroundings around) {
    this.webhooks =
        new SignedWebhooks(
            new SignedWebhooks.Style("mod-chat", "/webhooks/mod-chat", "X-Modchat", RETRIES),
            secret,
            ids,
            around);
  }

  void send(String event, Session session, Message message) {
    ObjectNode body = RequestJson.object().put("event", event);
    body.set("session", session.json());
    body.putObject("question").put("id", message.question());
    body.set("message", message.json());
    webhooks.send(message.question(), body);
  }
}
