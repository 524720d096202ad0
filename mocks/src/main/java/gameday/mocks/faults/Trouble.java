package gameday.mocks.faults;

import java.util.OptionalInt;

/** What a product has to say instead of its answer; each says it in its own shape. */
public sealed interface Trouble {
  /** Nobody is there. */
  record Unavailable() implements Trouble {}

  /** Something failed with this HTTP status, 400 to 599. */
  record Failed(int status) implements Trouble {}

  /** Too many calls; come again after so many seconds, if that is said. */
  record RateLimited(OptionalInt retryAfterSeconds) implements Trouble {}

  /** An error by its word, such as {@code fatal_error}. */
  record Said(String word) implements Trouble {}

  /** The token was valid once. */
  record TokenRevoked() implements Trouble {}
}
