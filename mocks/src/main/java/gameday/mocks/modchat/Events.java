package gameday.mocks.modchat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;
import gameday.mocks.chat.Seeded;
import gameday.mocks.chat.SignedWebhooks;
import gameday.mocks.chat.Surroundings;
import gameday.mocks.delivery.RetryRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The Mod chat's webhooks. */
final class Events {
  /**
   * Nobody can ask the Mod chat what it said, so it must say it again for as long as a pipeline may
   * be away, and be killed again whenever it is told.
   */
  private static final RetryRule RETRIES = new RetryRule(Duration.ofSeconds(5), delays());

  private final SignedWebhooks webhooks;

  /** After 10 s, 1 min, and every 5 min for an hour. */
  private static List<Duration> delays() {
    List<Duration> delays = new ArrayList<>();
    delays.add(Duration.ofSeconds(10));
    delays.add(Duration.ofMinutes(1));
    delays.addAll(Collections.nCopies(12, Duration.ofMinutes(5)));
    return delays;
  }

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
