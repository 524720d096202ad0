package gameday.mocks.delivery;

import java.net.URI;
import java.util.Optional;

/** Takes webhooks to deliver; {@link WebhookSender} is the real one. */
public interface Deliveries {
  /** Takes {@code webhook}; returns at once. A full queue is reported, never silently dropped. */
  void send(Webhook webhook);

  /** Whether somebody is there to be told; false until a pipeline's address is known. */
  default boolean hasReceiver() {
    return true;
  }

  /** The base URL to which webhooks go, as far as it is known. */
  default Optional<URI> receiver() {
    return Optional.empty();
  }
}
