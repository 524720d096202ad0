package gameday.mocks.helpchat.intercom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;
import gameday.mocks.chat.Seeded;
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

  /** With what every authenticated answer says of the rate limit; nothing is counted here. */
  Answer limited(Answer answer) {
    long now = clock.instant().getEpochSecond();
    return answer
        .with("X-RateLimit-Limit", Integer.toString(LIMIT))
        .with("X-RateLimit-Remaining", Integer.toString(LIMIT - 1))
        .with("X-RateLimit-Reset", Long.toString(now - now % WINDOW_SECONDS + WINDOW_SECONDS));
  }
}
