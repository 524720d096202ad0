package gameday.pipeline.products;

import gameday.pipeline.delivery.Attempt;
import java.util.Set;

/** What Slack's error words say about a write. */
public final class SlackWords {
  /** What trying again can't change; the agent must know. All else is tried again. */
  private static final Set<String> FOR_GOOD =
      Set.of(
          "channel_not_found",
          "not_in_channel",
          "is_archived",
          "no_text",
          "msg_too_long",
          "invalid_arguments",
          "cannot_reply_to_message",
          "thread_not_found",
          "restricted_action");

  /** Errors in which Slack doesn't say whether the message was stored. */
  private static final Set<String> DOUBTFUL =
      Set.of("internal_error", "fatal_error", "service_unavailable", "request_timeout");

  private SlackWords() {}

  /** What {@code error} says. */
  public static Attempt ofError(String error) {
    if (FOR_GOOD.contains(error)) {
      return new Attempt.Refused(error);
    }
    if (error.equals("ratelimited") || error.equals("rate_limited")) {
      return Attempt.ofStatus(429, "");
    }
    return DOUBTFUL.contains(error) ? new Attempt.Unknown(error) : new Attempt.Failed(error);
  }
}
