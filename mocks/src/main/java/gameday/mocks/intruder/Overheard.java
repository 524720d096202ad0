package gameday.mocks.intruder;

import gameday.mocks.delivery.Signing;
import gameday.mocks.delivery.Webhook;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * A genuine request.
 *
 * @param headers as it was sent, signature and all
 * @param signedAt the product's time when it was signed
 */
record Overheard(Webhook webhook, Map<String, String> headers, Instant signedAt) {
  /** Whether a receiver who looks at the time doesn't believe it any more, or never did. */
  boolean isPastBelief(Instant now) {
    return Duration.between(signedAt, now).abs().compareTo(Signing.BELIEVED) > 0;
  }
}
