package gameday.scenario;

import java.time.Duration;

/**
 * Something that goes wrong during a time.
 *
 * @param on what it hits
 * @param kind what happens
 * @param from offset from the event's start
 * @param until offset from the event's start, after {@code from}
 */
public record FaultPlan(Target on, Kind kind, Duration from, Duration until) {
  /** What a fault hits. */
  public enum Target {
    SLACK,
    HELP_CHAT,
    MOD_CHAT,
    PIPELINE;

    /** The word for it in a scenario, such as {@code help-chat}. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /** What happens. */
  public sealed interface Kind {
    /** Nothing gets through: calls are answered 503, people can't read or write, no webhooks. */
    record Outage() implements Kind {}

    /** This share of calls, 0 to 1, is answered with this HTTP status. */
    record Errors(double share, int status) implements Kind {}

    /** Answers take this much longer; machine time, not compressed by the speed. */
    record Slow(Spread by) implements Kind {}

    /** This share of calls, 0 to 1, is carried out and then the connection is dropped. */
    record LostAnswers(double share) implements Kind {}

    /** The pipeline is killed at {@code from} and started again at {@code until}. */
    record Crash() implements Kind {}
  }
}
