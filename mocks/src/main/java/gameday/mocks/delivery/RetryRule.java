package gameday.mocks.delivery;

import java.time.Duration;
import java.util.List;

/**
 * When a product gives up on an attempt, and when it tries again.
 *
 * @param timeout how long it waits for an answer, machine time
 * @param delays the wait before each further attempt, event time; empty if it never retries
 */
public record RetryRule(Duration timeout, List<Duration> delays) {
  public RetryRule {
    delays = List.copyOf(delays);
  }
}
