package gameday.mocks.chat;

import com.fasterxml.jackson.databind.JsonNode;
import gameday.mocks.delivery.Deliveries;
import gameday.mocks.delivery.RetryRule;
import gameday.mocks.delivery.Webhook;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Sends a product's webhooks, each signed anew at every attempt, because signatures age. */
public final class SignedWebhooks {
  private final Style style;
  private final String secret;
  private final Seeded ids;
  private final Deliveries deliveries;
  private final InstantSource clock;
  private final AtomicLong sent = new AtomicLong();

  public SignedWebhooks(Style style, String secret, Seeded ids, Surroundings around) {
    this.style = style;
    this.secret = secret;
    this.ids = ids;
    this.deliveries = around.deliveries();
    this.clock = around.clock();
  }

  /**
   * How a product does it.
   *
   * @param from the service's name
   * @param path where the pipeline takes it
   * @param headers what its headers start with, such as {@code X-Modchat}
   * @param retries when it tries again
   */
  public record Style(String from, String path, String headers, RetryRule retries) {}

  /** Sends {@code body}, which is about {@code conversation}. */
  public void send(String conversation, JsonNode body) {
    send(conversation, RequestJson.bytes(body));
  }

  /** Sends {@code body}, which is JSON and will not change. */
  public void send(String conversation, byte[] body) {
    String id = uuid(ids.hex("delivery/" + style.from() + "/" + sent.incrementAndGet(), 32));
    deliveries.send(
        new Webhook(
            style.from(),
            style.path(),
            id,
            conversation,
            body,
            (attempt, reason, raw) -> headers(id, raw),
            style.retries()));
  }

  private Map<String, String> headers(String delivery, byte[] body) {
    String timestamp = Long.toString(clock.instant().getEpochSecond());
    return Map.of(
        "Content-Type",
        "application/json",
        style.headers() + "-Timestamp",
        timestamp,
        style.headers() + "-Signature",
        HmacSha256.signature(secret, timestamp, body),
        style.headers() + "-Delivery",
        delivery);
  }

  private static String uuid(String hex) {
    return String.join(
        "-",
        hex.substring(0, 8),
        hex.substring(8, 12),
        hex.substring(12, 16),
        hex.substring(16, 20),
        hex.substring(20));
  }
}
