package gameday.mocks.delivery;

import gameday.mocks.faults.FaultyClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * The headers of one attempt, signed at one time or another.
 *
 * @param attempt 0 for the first
 * @param reason why the attempt before failed; empty for the first
 */
public record Signing(Webhook webhook, int attempt, String reason) {
  /** What is signed longer ago than this, or further ahead, is a recording to whoever looks. */
  public static final Duration BELIEVED = Duration.ofMinutes(5);

  /** The headers, by the product's clock as it stands. */
  public Map<String, String> now() {
    return webhook.signer().headers(attempt, reason, webhook.body());
  }

  /** The headers as the product would have made them at {@code then}. */
  public Map<String, String> at(Instant then, FaultyClock clock) {
    return clock.asOf(then, this::now);
  }

  /** Whether the headers tell their time: then they differ from those of another time. */
  public boolean tellsTime(FaultyClock clock) {
    var now = clock.rightNow();
    return !at(now, clock).equals(at(now.minus(BELIEVED), clock));
  }

  /** Whether a receiver who looks at the time they tell will not believe {@code headers}. */
  boolean isStale(FaultyClock clock, Map<String, String> headers) {
    return clock.off().abs().compareTo(BELIEVED) > 0
        && !headers.equals(at(clock.rightNow(), clock));
  }
}
