package gameday.mocks.delivery;

import java.time.Duration;
import java.util.List;

/**
 * When a product gives up on an attempt, and when it tries again.
 *
 * @param timeout how long it waits for an answer, machine time
 * @param delays the wait before each further attempt, event time; empty if it never retries
 * @param redirects how many redirects it follows in one attempt
 */
public record RetryRule(Duration timeout, List<Duration> delays, int redirects) {
  public RetryRule {
    delays = List.copyOf(delays);
  }

  /** Of a product that follows no redirects. */
  public RetryRule(Duration timeout, List<Duration> delays) {
    this(timeout, delays, 0);
  }
}
