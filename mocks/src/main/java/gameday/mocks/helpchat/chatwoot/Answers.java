package gameday.mocks.helpchat.chatwoot;

import com.fasterxml.jackson.databind.JsonNode;
import gameday.mocks.chat.RequestJson;
import gameday.mocks.faults.Trouble;
import gameday.mocks.http.Answer;
import gameday.mocks.http.ErrorPage;

/** Chatwoot's answers, and the words of its errors. */
final class Answers {
  private Answers() {}

  static Answer ok(JsonNode body) {
    return Answer.json(200, body.toString(), "ok");
  }

  static Answer badRequest() {
    return Answer.json(400, "{\"status\":400,\"error\":\"Bad Request\"}", "bad_request");
  }

  static Answer signIn() {
    String message = "{\"errors\":[\"You need to sign in or sign up before continuing.\"]}";
    return Answer.json(401, message, "unauthorized");
  }

  static Answer invalidToken() {
    return error(401, "Invalid Access Token", "unauthorized");
  }

  static Answer notFound() {
    return error(404, "Resource could not be found", "not_found");
  }

  static Answer unavailable() {
    return error(503, "Service Unavailable", "outage");
  }

  static Answer unprocessable(String message) {
    return error(422, message, "unprocessable");
  }

  /** What the product says, or the proxy before it, when something is wrong with it. */
  static Answer troubled(Trouble trouble) {
    return switch (trouble) {
      case Trouble.Unavailable out -> ErrorPage.of(503, "outage");
      case Trouble.Failed failed -> failed(failed.status());
      case Trouble.RateLimited limited ->
          Answer.text(429, "text/plain", "Retry later\n", "throttled")
              .retryAfter(limited.retryAfterSeconds());
      case Trouble.Said said -> failed(500);
      case Trouble.TokenRevoked revoked -> invalidToken();
    };
  }

  // From 502 to 504 it is the proxy that answers; else as Rails answers a request for JSON.
  private static Answer failed(int status) {
    if (status >= 502 && status <= 504) {
      return ErrorPage.of(status, "failed");
    }
    var body = RequestJson.object().put("status", status).put("error", ErrorPage.reason(status));
    return Answer.json(status, body.toString(), "failed");
  }

  /** What comes of a message that was too long, or one too many. */
  static Answer refused(Conversations.Draft draft) {
    return unprocessable(
        draft.content().length() > Conversations.MAX_CONTENT
            ? "Validation failed: Content is too long (maximum is 150000 characters)"
            : "Validation failed: Too many messages");
  }

  private static Answer error(int status, String message, String outcome) {
    return Answer.json(status, RequestJson.object().put("error", message).toString(), outcome);
  }
}
