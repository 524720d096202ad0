package gameday.mocks.faults;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/** Something that goes wrong with one product for a while. Shares are 0 to 1. */
public sealed interface Fault {
  /** The word for it, such as {@code lost-answers}: its name with hyphens. */
  default String word() {
    return KindWord.of(getClass());
  }

  /** Hits calls of the pipeline. */
  sealed interface OfCalls extends Fault {
    /** Which share of them is hit. */
    default double share() {
      return 1;
    }
  }

  /** Hits what a product tells the pipeline: webhooks, and events of Slack. */
  sealed interface OfWebhooks extends Fault {
    /** Which share of them is hit. */
    double share();
  }

  /**
   * Nothing gets through: the pipeline's calls are answered 503, people can't read or write, and
   * nothing is delivered until it is over.
   */
  record Outage() implements OfCalls {}

  /** This share of calls is answered with this HTTP status and not carried out. */
  record Errors(double share, int status) implements OfCalls {}

  /**
   * This share of calls is answered with an error of the product's own, such as Slack's {@code
   * fatal_error}.
   *
   * @param said the product's word
   * @param accepted which share of those is carried out all the same
   */
  record ErrorWords(double share, String said, double accepted) implements OfCalls {}

  /**
   * This share of calls is told to come later and not carried out.
   *
   * @param retryAfterSeconds when to come again; empty if that isn't said
   */
  record RateLimits(double share, OptionalInt retryAfterSeconds) implements OfCalls {}

  /** Answers take this much longer. */
  record Slow(Sampler by) implements OfCalls {}

  /** This share of calls is never answered; {@code accepted} of those are carried out. */
  record TimeOuts(double share, double accepted) implements OfCalls {}

  /** This share of calls finds its connection dropped and is not carried out. */
  record LostCalls(double share) implements OfCalls {}

  /** This share of calls is carried out, and then the connection is dropped. */
  record LostAnswers(double share) implements OfCalls {}

  /**
   * This share of calls is carried out, and their answers are cut in the middle.
   *
   * @param closed which share of those says how long the whole is, and ends with the connection;
   *     the others look whole
   */
  record CutAnswers(double share, double closed) implements OfCalls {}

  /**
   * This share of calls is answered with the HTML page of a proxy.
   *
   * @param accepted which share of those is carried out all the same
   */
  record ErrorPages(double share, int status, double accepted) implements OfCalls {}

  /** The pipeline's token is not valid any more; valid again at the end. */
  record RevokedToken() implements OfCalls {}

  /** The product's clock, which dates and signs, is off: before the time if negative. */
  record StaleClock(Duration off) implements Fault {}

  /** This share is delivered twice, under one id, at the same time. */
  record DuplicatedWebhooks(double share) implements OfWebhooks {}

  /**
   * This share is told several times, each time under a new id as if for the first time.
   *
   * @param times how often at most, the first included; 2 or more
   */
  record RepeatedWebhooks(double share, int times) implements OfWebhooks {}

  /** This share waits until a later one of the same conversation has overtaken it. */
  record ReorderedWebhooks(double share) implements OfWebhooks {}

  /** This share comes this much later, in event time, and is overtaken by what comes meanwhile. */
  record DelayedWebhooks(double share, Sampler by) implements OfWebhooks {}

  /** This share is never delivered, and not tried again. */
  record LostWebhooks(double share) implements OfWebhooks {}

  /** Somebody sends the pipeline what no product sent, so often in a minute of event time. */
  record Intruder(double perMinute) implements Fault {}

  /** Draws durations. Must use no other source of chance than the one it is given. */
  interface Sampler {
    /** A duration in nanoseconds, zero or more. */
    long nanos(RandomGenerator chance);
  }
}
