package gameday.mocks.delivery;

/** Is told how each attempt ended. Called on many threads at once. */
public interface DeliveryListener {
  /** Lets it pass. */
  DeliveryListener NONE = (webhook, attempt, status, nanos) -> {};

  /**
   * @param attempt 0 for the first
   * @param status HTTP status, 0 if there was no answer
   * @param nanos how long the attempt took
   */
  void attempted(Webhook webhook, int attempt, int status, long nanos);

  /**
   * A fault was played on {@code webhook}; told before the attempt it concerns, if there is one.
   *
   * @param attempt 0 for the first, as all faults but one hit
   * @param fault the fault's word, such as {@code lost-webhooks}. {@code stale-clock} is told of
   *     each attempt whose signed time is too old, or too far ahead, to be believed; of one that
   *     has to be sent again over another connection it may be told twice
   */
  default void meddled(Webhook webhook, int attempt, String fault) {}

  /**
   * A delivery was not even tried, because the queue has reached its bound or is closed. Told as an
   * attempt without an answer, unless overridden.
   */
  default void refused(Webhook webhook, int pending) {
    attempted(webhook, 0, 0, 0);
  }
}
