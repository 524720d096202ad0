package gameday.mocks.http;

import gameday.mocks.faults.Trouble;
import java.util.Optional;

/** One mocked product behind a path prefix. Called on many threads at once. */
public interface Service {
  /** What it is called in the history: {@code slack}, {@code help-chat} or {@code mod-chat}. */
  String name();

  /** The path prefix it answers, such as {@code /slack}; the rest of the path is its own. */
  String prefix();

  /** The answer; never throws for anything a caller may send. */
  Answer answer(Call call);

  /**
   * Whether this path, its prefix taken off, is answered in code. What isn't may be answered by a
   * stub; if none matches, {@link #answer} refuses it.
   */
  default boolean knows(String path) {
    return true;
  }

  /**
   * The largest body of a call, in bytes; more isn't read and is answered 413.
   *
   * @param path as in {@link Call}
   */
  default int bodyLimit(String path) {
    return MockServer.BODY_LIMIT;
  }

  /** Why a call that a stub would answer is refused before, as for want of a token. */
  default Optional<Answer> refusal(Call call) {
    return Optional.empty();
  }

  /** A short name of the call for the record, such as {@code chat.postMessage}. */
  String label(Call call);

  /**
   * What the product says to {@code call} when a fault has it fail: its own status, shape and
   * words.
   */
  default Answer troubled(Trouble trouble, Call call) {
    return switch (trouble) {
      case Trouble.Unavailable out -> failed(503, "service_unavailable");
      case Trouble.Failed failed -> failed(failed.status(), "failed");
      case Trouble.RateLimited limited ->
          failed(429, "rate_limited").retryAfter(limited.retryAfterSeconds());
      case Trouble.Said said -> failed(500, said.word());
      case Trouble.TokenRevoked revoked -> failed(401, "token_revoked");
    };
  }

  private static Answer failed(int status, String word) {
    return Answer.json(status, "{\"error\":\"" + word + "\"}", word);
  }

  /** Whether the call comes from the pipeline (and not from a visitor's browser). */
  boolean fromPipeline(Call call);
}
