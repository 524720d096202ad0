package gameday.pipeline.delivery;

import java.time.Duration;

/** How one try to do something outside ended. */
public sealed interface Attempt {
  /**
   * It stands.
   *
   * @param id its name there; blank where none is told
   */
  record Accepted(String id) implements Attempt {}

  /**
   * It did not happen and never will.
   *
   * @param reason is told to the agent, not only the log
   */
  record Refused(String reason) implements Attempt {}

  /** It did not happen; try again, but not before {@code after}. */
  record NotNow(Duration after) implements Attempt {}

  /** It did not happen; trying again may help. */
  record Failed(String reason) implements Attempt {}

  /** It may or may not have happened. */
  record Unknown(String reason) implements Attempt {}

  /**
   * What an HTTP status says about a write.
   *
   * @param retryAfter seconds, as the header of that name has them, at most an hour of which count;
   *     a second if it holds no number
   */
  static Attempt ofStatus(int status, String retryAfter) {
    return switch (status) {
      case 429 -> new NotNow(seconds(retryAfter));
      // A wrong token is ours to put right; what is to be said must not be lost meanwhile.
      case 401, 403 -> new Failed("HTTP " + status);
      default -> {
        if (status >= 200 && status < 300) {
          yield new Accepted("");
        }
        boolean doubtful = status >= 500 || status == 408 || status == 425;
        yield doubtful ? new Unknown("HTTP " + status) : new Refused("HTTP " + status);
      }
    };
  }

  private static Duration seconds(String retryAfter) {
    try {
      return Duration.ofSeconds(Math.clamp(Long.parseLong(retryAfter.strip()), 0, 3_600));
    } catch (NumberFormatException e) {
      return Duration.ofSeconds(1);
    }
  }
}
