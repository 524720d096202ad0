package gameday.mocks.delivery;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * One try.
 *
 * @param webhook what to deliver
 * @param number 0 for the first
 * @param reason why the one before failed; empty for the first
 * @param inLane whether the next one of the conversation waits for this
 */
record Attempt(Webhook webhook, int number, String reason, boolean inLane) {
  static final String TIMED_OUT = "http_timeout";
  static final String BAD_STATUS = "http_error";
  static final String NO_CONNECTION = "connection_failed";
  static final String TOO_MANY_REDIRECTS = "too_many_redirects";
  static final String BAD_TLS = "ssl_error";
  static final String UNKNOWN = "unknown_error";

  /** The first one, in its conversation's order or aside of it. */
  static Attempt first(Webhook webhook, boolean inLane) {
    return new Attempt(webhook, 0, "", inLane);
  }

  /** The next try and how long to wait for it, or empty if this was the last. */
  Optional<Again> again(Ending ending) {
    var delays = webhook.retries().delays();
    if (ending.isOk() || ending.noRetry() || number >= delays.size()) {
      return Optional.empty();
    }
    return Optional.of(
        new Again(new Attempt(webhook, number + 1, ending.reason(), false), delays.get(number)));
  }

  /** A try to come, after a wait in event time. */
  record Again(Attempt attempt, Duration after) {}

  /**
   * How a try ended.
   *
   * @param status HTTP status, 0 if there was no answer
   * @param reason why it failed, in Slack's words; empty if it didn't
   * @param noRetry whether the receiver asked not to try again
   */
  record Ending(int status, String reason, boolean noRetry) {
    /** What an acknowledgement by another way than HTTP counts as. */
    private static final int TAKEN = 200;

    static Ending of(HttpResponse<?> response) {
      var ok = response.statusCode() / 100 == 2;
      var noRetry = response.headers().firstValue("x-slack-no-retry").filter("1"::equals);
      return new Ending(response.statusCode(), ok ? "" : BAD_STATUS, noRetry.isPresent());
    }

    static Ending of(Courier.Carried carried) {
      return new Ending(carried.taken() ? TAKEN : 0, carried.reason(), false);
    }

    static Ending of(Throwable failure) {
      var reason =
          switch (failure) {
            case HttpTimeoutException timeout -> TIMED_OUT;
            case TooManyRedirects redirects -> TOO_MANY_REDIRECTS;
            case SSLException tls -> BAD_TLS;
            case IOException other -> NO_CONNECTION;
            default -> UNKNOWN;
          };
      return new Ending(0, reason, false);
    }

    boolean isOk() {
      return reason.isEmpty();
    }
  }
}
