package gameday.preflight;

/**
 * What came of a question to a service.
 *
 * @param <T> what a good answer says
 */
sealed interface Answer<T> {
  /** It answered. */
  record Good<T>(T value) implements Answer<T> {}

  /** It answered that it won't: an error word, or an HTTP status. */
  record Refused<T>(String word) implements Answer<T> {}

  /** Nothing came that says anything; the question may have been carried out. */
  record Silent<T>(String why) implements Answer<T> {}
}
