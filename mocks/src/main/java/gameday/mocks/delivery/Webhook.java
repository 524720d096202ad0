package gameday.mocks.delivery;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing to tell the pipeline.
 *
 * @param from the service's name, such as {@code help-chat}
 * @param path where the pipeline takes it, such as {@code /webhooks/help-chat}
 * @param delivery its id, the same for every attempt
 * @param conversation what it is about; deliveries of one conversation start in order
 * @param body raw bytes, JSON
 * @param signer headers for an attempt; computed at each attempt, because signatures age
 * @param retries the product's own rule
 */
public record Webhook(
    String from,
    String path,
    String delivery,
    String conversation,
    byte[] body,
    Signer signer,
    RetryRule retries) {

  /** The same thing told under another id, as if for the first time. */
  Webhook under(String other) {
    var told = new String(body, StandardCharsets.UTF_8).replace(delivery, other);
    return new Webhook(
        from,
        path,
        other,
        conversation,
        told.getBytes(StandardCharsets.UTF_8),
        (attempt, reason, bytes) -> {
          var headers = new LinkedHashMap<>(signer.headers(attempt, reason, bytes));
          headers.replaceAll((name, value) -> value.equals(delivery) ? other : value);
          return headers;
        },
        retries);
  }

  /** Makes an attempt's headers. */
  public interface Signer {
    /**
     * @param attempt 0 for the first
     * @param reason why the attempt before failed; empty for the first
     */
    Map<String, String> headers(int attempt, String reason, byte[] body);
  }
}
