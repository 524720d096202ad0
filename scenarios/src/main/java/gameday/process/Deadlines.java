package gameday.process;

import java.time.Duration;

/**
 * What the pipeline must do when people are slow, in event time.
 *
 * @param untaken after a question has waited this long for the Client team, the pipeline escalates
 *     it itself
 * @param remind after an escalation has stood this long without a CSM's reply or reaction, the
 *     pipeline reminds once in its thread, mentioning whom the process mentions
 * @param callAgain likewise, a second and last time; longer than {@code remind}
 */
public record Deadlines(Duration untaken, Duration remind, Duration callAgain) {
  /** The defaults: 10, 5 and 10 minutes. Assumptions; the published process gives no times. */
  public static final Deadlines DEFAULT =
      new Deadlines(Duration.ofMinutes(10), Duration.ofMinutes(5), Duration.ofMinutes(10));

  public Deadlines {
    if (!untaken.isPositive() || !remind.isPositive() || callAgain.compareTo(remind) <= 0) {
      throw new IllegalArgumentException(
          "deadlines must be positive, and call-again later than remind");
    }
  }
}
