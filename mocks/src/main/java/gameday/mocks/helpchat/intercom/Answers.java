package gameday.mocks.helpchat.intercom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;
import gameday.mocks.chat.Seeded;
import gameday.mocks.faults.Trouble;
import gameday.mocks.http.Answer;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** Intercom's answers, and the shape of its errors. */
final class Answers {
  /** Ten thousand calls a minute, counted in windows of ten seconds. */
  private static final int LIMIT = 1_667;

  private static final long WINDOW_SECONDS = 10;

  private final Seeded seeded;
  private final InstantSource clock;
  private final AtomicLong failed = new AtomicLong();

  Answers(Seeded seeded, InstantSource clock) {
    this.seeded = seeded;
    this.clock = clock;
  }

  Answer ok(JsonNode body) {
    return Answer.json(200, body.toString(), "ok");
  }

  Answer refused(Problem problem) {
    String request = Workspace.uuid(seeded, "request/" + failed.incrementAndGet());
    ObjectNode json = RequestJson.object().put("type", "error.list").put("request_id", request);
    json.putArray("errors")
        .addObject()
        .put("code", problem.code())
        .put("message", problem.getMessage());
    return Answer.json(problem.status(), json.toString(), problem.code())
        .with("X-Request-Id", request);
  }

  /**
   * What the product says when something is wrong with it, in its published words: 429 {@code
   * rate_limit_exceeded}, 5xx {@code server_error} and {@code service_unavailable}.
   */
  Answer troubled(Trouble trouble) {
    return switch (trouble) {
      case Trouble.Unavailable out ->
          refused(
              new Problem(
                  503,
                  "service_unavailable",
                  "Sorry, the API service is temporarily" + " unavailable"));
      case Trouble.Failed failed -> failed(failed.status());
      case Trouble.RateLimited limited ->
          refused(new Problem(429, "rate_limit_exceeded", "You have exceeded the rate limit"))
              .retryAfter(limited.retryAfterSeconds());
      case Trouble.Said said -> failed(500);
      case Trouble.TokenRevoked revoked ->
          refused(new Problem(401, "token_revoked", "The access token was revoked"));
    };
  }

  private Answer failed(int status) {
    return refused(new Problem(status, "server_error", "Something went wrong"));
  }

  /** With what every authenticated answer says of the rate limit; nothing is counted here. */
  Answer limited(Answer answer) {
    long now = clock.instant().getEpochSecond();
    return answer
        .with("X-RateLimit-Limit", Integer.toString(LIMIT))
        .with("X-RateLimit-Remaining", Integer.toString(LIMIT - 1))
        .with("X-RateLimit-Reset", Long.toString(now - now % WINDOW_SECONDS + WINDOW_SECONDS));
  }
}
