package gameday.mocks.slack;

import gameday.mocks.faults.Trouble;
import gameday.mocks.http.Answer;

/** What the Web API says when Slack itself has trouble: its error words, most with status 200. */
final class SlackTrouble {
  private static final int OK = 200;

  private SlackTrouble() {}

  static Answer answer(Trouble trouble) {
    return switch (trouble) {
      case Trouble.Unavailable out -> error(503, "service_unavailable");
      case Trouble.Failed failed -> error(failed.status(), word(failed.status()));
      case Trouble.RateLimited limited ->
          error(429, "ratelimited").retryAfter(limited.retryAfterSeconds());
      case Trouble.Said said -> error(OK, said.word());
      case Trouble.TokenRevoked revoked -> error(OK, "token_revoked");
    };
  }

  private static String word(int status) {
    return switch (status) {
      case 408, 504 -> "request_timeout";
      case 502, 503 -> "service_unavailable";
      default -> status < 500 ? "invalid_arguments" : "internal_error";
    };
  }

  private static Answer error(int status, String word) {
    return Answer.json(status, Reply.error(word).toString(), word);
  }
}
