package gameday.mocks.helpchat.smartloop;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;
import gameday.mocks.chat.Seeded;
import gameday.mocks.chat.SignedWebhooks;
import gameday.mocks.chat.Surroundings;
import gameday.mocks.delivery.RetryRule;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Smartloop's webhook: exactly six fields. What the payload holds for the web is our assumption.
 */
final class Events {
  /** Retries are not documented: none. */
  private static final RetryRule ONCE = new RetryRule(Duration.ofSeconds(5), List.of());

  private final String botId;
  private final Seeded ids;
  private final InstantSource clock;
  private final SignedWebhooks webhooks;
  private final AtomicLong last = new AtomicLong();

  Events(String botId, String secret, Seeded ids, Surroundings around) {
    this.botId = botId;
    this.ids = ids;
    this.clock = around.clock();
    this.webhooks =
        new SignedWebhooks(
            new SignedWebhooks.Style("help-chat", "/webhooks/help-chat", "X-Smartloop", ONCE),
            secret,
            ids,
            around);
  }

  /** Sends what happened in {@code thread}, and gives it back as sent. */
  Sent send(ChatThread thread, Author author, ObjectNode payload) {
    payload.put("userId", thread.userId());
    author.into(payload);
    if (author.by().equals("user")) {
      payload.put("name", thread.visitor().name()).put("email", thread.visitor().email());
      payload.put("page", thread.visitor().page());
    }
    boolean incoming = author.by().equals("user");
    String id = ids.hex("smartloop/event/" + last.incrementAndGet(), 32);
    ObjectNode body = RequestJson.object().put("botId", botId);
    body.put("direction", incoming ? "in" : "out").put("id", id);
    body.set("payload", payload);
    body.put("platform", "web").put("timestamp", clock.millis());
    Sent sent = new Sent(id, incoming, RequestJson.bytes(body));
    webhooks.send(thread.userId(), sent.bytes());
    return sent;
  }
}
