package gameday.mocks.delivery;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Another way to the pipeline than HTTP, such as a socket it opened. Called on many threads. */
public interface Courier {
  /** None: everything goes by HTTP. */
  Courier NONE = (webhook, attempt, reason) -> Optional.empty();

  /**
   * Carries an attempt.
   *
   * @param attempt 0 for the first
   * @param reason why the attempt before failed; empty for the first
   * @return how it ends, before long and never exceptionally; empty if it must go by HTTP
   */
  Optional<CompletableFuture<Carried>> carry(Webhook webhook, int attempt, String reason);

  /**
   * How an attempt ended.
   *
   * @param taken whether the pipeline acknowledged it
   * @param reason why it didn't, in the product's words; empty if it did
   */
  record Carried(boolean taken, String reason) {}
}
