package gameday.mocks.helpchat.chatwoot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;
import gameday.mocks.faults.Trouble;
import gameday.mocks.http.Answer;
import gameday.mocks.http.ErrorPage;
import java.util.Map;

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

  /** A record that its model refuses. */
  static Answer invalid(String message, String attribute) {
    ObjectNode json = RequestJson.object().put("message", message);
    json.putArray("attributes").add(attribute);
    return Answer.json(422, json.toString(), "unprocessable");
  }

  static Answer emailTaken() {
    return invalid("Email has already been taken", "email");
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
  static Answer refused(Draft draft) {
    return draft.content().length() > Conversations.MAX_CONTENT
        ? invalid("Content is too long (maximum is 150000 characters)", "content")
        : invalid("Too many messages", "base");
  }

  /** Done, with nothing to say. */
  static Answer done() {
    return new Answer(200, Map.of(), new byte[0], "ok");
  }

  private static Answer error(int status, String message, String outcome) {
    return Answer.json(status, RequestJson.object().put("error", message).toString(), outcome);
  }
}
