package gameday.mocks.delivery;

/** Is told how each attempt ended. */
public interface DeliveryListener {
  /**
   * @param attempt 0 for the first
   * @param status HTTP status, 0 if there was no answer
   * @param nanos how long the attempt took
   */
  void attempted(Webhook webhook, int attempt, int status, long nanos);
}
