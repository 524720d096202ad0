package gameday.mocks.http;

/** One mocked product behind a path prefix. Called on many threads at once. */
public interface Service {
  /** What it is called in the history: {@code slack}, {@code help-chat} or {@code mod-chat}. */
  String name();

  /** The path prefix it answers, such as {@code /slack}; the rest of the path is its own. */
  String prefix();

  /** The answer; never throws for anything a caller may send. */
  Answer answer(Call call);

  /**
   * The largest body of a call, in bytes; more isn't read and is answered 413.
   *
   * @param path as in {@link Call}
   */
  default int bodyLimit(String path) {
    return MockServer.BODY_LIMIT;
  }

  /** A short name of the call for the record, such as {@code chat.postMessage}. */
  String label(Call call);

  /** Whether the call comes from the pipeline (and not from a visitor's browser). */
  boolean fromPipeline(Call call);
}
