package gameday.mocks.delivery;

/** Takes webhooks to deliver; {@link WebhookSender} is the real one. */
public interface Deliveries {
  /** Takes {@code webhook}; returns at once. A full queue is reported, never silently dropped. */
  void send(Webhook webhook);

  /** Whether somebody is there to be told; false until a pipeline's address is known. */
  default boolean hasReceiver() {
    return true;
  }
}
