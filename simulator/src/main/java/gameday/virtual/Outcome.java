package gameday.virtual;

import gameday.pipeline.delivery.Attempt;
import java.time.Duration;
import java.util.Optional;

/**
 * How a call of the pipeline ended.
 *
 * @param status the HTTP status that was answered, or would have been; 0 if there was none
 * @param word how, for the history
 * @param attempt what the pipeline takes it for
 * @param value what it asked for; empty if it didn't get it
 */
record Outcome<T>(int status, String word, Attempt attempt, Optional<T> value) {
  private static final String OK = "ok";
  private static final Attempt READ = new Attempt.Accepted("");

  /** It was written, under this id. */
  static Outcome<String> written(int status, String id) {
    return new Outcome<>(status, OK, new Attempt.Accepted(id), Optional.of(id));
  }

  /** It was read. */
  static <T> Outcome<T> read(T value) {
    return new Outcome<>(200, OK, READ, Optional.of(value));
  }

  /** The product says no, for good. */
  static <T> Outcome<T> refused(int status, String word) {
    return new Outcome<>(status, word, new Attempt.Refused(word), Optional.empty());
  }

  /** The product asks to come later. */
  static <T> Outcome<T> later(long seconds) {
    return new Outcome<>(
        429, "ratelimited", new Attempt.NotNow(Duration.ofSeconds(seconds)), Optional.empty());
  }

  /** Something else than an answer came, or nothing. */
  static <T> Outcome<T> trouble(int status, String word, Attempt attempt) {
    return new Outcome<>(status, word, attempt, Optional.empty());
  }
}
