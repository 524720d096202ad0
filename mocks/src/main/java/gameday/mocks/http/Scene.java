package gameday.mocks.http;

/** What a caller of a faulty product gets to see, whatever server plays it. */
sealed interface Scene {
  /** A whole answer. */
  record Answered(Answer answer) implements Scene {}

  /** The connection is gone. */
  record Dropped() implements Scene {}

  /** Nothing, until the caller gives up or the mock does. */
  record Held() implements Scene {}

  /** The answer's headers, and the first bytes of as many as its length promised; then the end. */
  record CutShort(Answer answer, int bytes) implements Scene {}

  /** A scene, and how much later it begins, machine time. */
  record Later(Scene scene, long delayNanos) {}
}
