package gameday.mocks.slack;

import gameday.mocks.faults.Trouble;
import gameday.mocks.http.Answer;
import gameday.mocks.http.Call;
import gameday.mocks.http.MockServer;
import java.util.Optional;

/** A part of what Slack answers on HTTP, at a path of its own. Called on many threads at once. */
public interface SlackPath {
  /** What the paths of its calls start with, such as {@code /api/}; '/' at both ends. */
  String start();

  /** Whether this path, which has that start, is answered in code, and not by a stub file. */
  default boolean knows(String path) {
    return true;
  }

  /** Why a call that a stub would answer is refused before, as for want of a token. */
  default Optional<Answer> refusal(Call call) {
    return Optional.empty();
  }

  /** The answer; never throws for anything a caller may send. */
  Answer answer(Call call);

  /** What a call gets when a fault has it fail; the Web API's shape unless a part has its own. */
  default Answer troubled(Trouble trouble) {
    return SlackTrouble.answer(trouble);
  }

  /** A short name of the call for the record: words of ours only, such as an API method's name. */
  String label(Call call);

  /** The largest body taken, in bytes; more is answered 413. */
  default int bodyLimit() {
    return MockServer.BODY_LIMIT;
  }
}
