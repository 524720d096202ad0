package gameday.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

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
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** What happens. Shares are 0 to 1. */
  public sealed interface Kind {
    /** The word for it in a scenario, such as {@code lost-answers}: its name with hyphens. */
    default String word() {
      return KindWord.of(getClass());
    }

    /** Nothing gets through: calls are answered 503, people can't read or write, no webhooks. */
    record Outage() implements Kind {}

    /** This share of calls is answered with this HTTP status. */
    record Errors(double share, int status) implements Kind {}

    /**
     * This share of calls is answered with an error of Slack's own.
     *
     * @param said Slack's word
     * @param accepted which share of those is carried out all the same
     */
    record ErrorWords(double share, String said, double accepted) implements Kind {
      /** The words of Slack's that it can say; what they mean is tried again. */
      public static final List<String> SAID =
          List.of("fatal_error", "internal_error", "request_timeout", "service_unavailable");
    }

    /**
     * This share of calls is answered 429.
     *
     * @param retryAfterSeconds what {@code Retry-After} says; empty if there is none
     */
    record RateLimits(double share, OptionalInt retryAfterSeconds) implements Kind {}

    /** Answers take this much longer; machine time, not compressed by the speed. */
    record Slow(Spread by) implements Kind {}

    /** This share of calls is never answered; {@code accepted} of those are carried out. */
    record TimeOuts(double share, double accepted) implements Kind {}

    /** This share of calls finds the connection dropped and is not carried out. */
    record LostCalls(double share) implements Kind {}

    /** This share of calls is carried out and then the connection is dropped. */
    record LostAnswers(double share) implements Kind {}

    /**
     * This share of calls is carried out and its answer cut in the middle.
     *
     * @param closed which share of those ends with the connection, short of the length it told
     */
    record CutAnswers(double share, double closed) implements Kind {}

    /** This share of calls is answered with a proxy's HTML page; {@code accepted} as above. */
    record ErrorPages(double share, int status, double accepted) implements Kind {}

    /** The pipeline's token is refused until the end. */
    record RevokedToken() implements Kind {}

    /** The product's clock, which dates and signs, is off; before the time if negative. */
    record StaleClock(Duration off) implements Kind {}

    /** This share of webhooks comes twice at the same time, under one id. */
    record DuplicatedWebhooks(double share) implements Kind {}

    /** This share is told up to so many times in all, under new ids as if for the first time. */
    record RepeatedWebhooks(double share, int times) implements Kind {}

    /** This share is overtaken by a later one of the same conversation. */
    record ReorderedWebhooks(double share) implements Kind {}

    /** This share comes this much later, event time. */
    record DelayedWebhooks(double share, Spread by) implements Kind {}

    /** This share is never delivered. */
    record LostWebhooks(double share) implements Kind {}

    /** The pipeline is killed at {@code from} and started again at {@code until}. */
    record Crash() implements Kind {}

    /** Somebody sends the pipeline forged and replayed requests, so many a minute, event time. */
    record Intruder(double perMinute) implements Kind {}
  }
}
