package gameday.mocks.modchat;

import com.fasterxml.jackson.databind.JsonNode;
import gameday.mocks.chat.RequestJson;
import gameday.mocks.faults.Trouble;
import gameday.mocks.http.Answer;

/** Answers of the contract. */
final class Answers {
  private Answers() {}

  static Answer of(int status, JsonNode body) {
    return Answer.json(status, body.toString(), "ok");
  }

  /** What the contract says about trouble. */
  static Answer troubled(Trouble trouble) {
    return switch (trouble) {
      case Trouble.Unavailable out -> error(503, "unavailable");
      case Trouble.Failed failed -> error(failed.status(), "failed");
      case Trouble.RateLimited limited ->
          error(429, "rate_limited").retryAfter(limited.retryAfterSeconds());
      case Trouble.Said said -> error(500, "failed");
      case Trouble.TokenRevoked revoked -> error(401, "unauthorized");
    };
  }

  /** A word that a program understands. */
  static Answer error(int status, String word) {
    return Answer.json(status, RequestJson.object().put("error", word).toString(), word);
  }
}
