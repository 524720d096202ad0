package gameday.mocks.faults;

/** How a call ends. */
public sealed interface Fate {
  /** As if nothing was wrong. */
  record Fine() implements Fate {}

  /**
   * The product says something else than its answer.
   *
   * @param trouble what it says
   * @param accepted whether the call is carried out all the same
   * @param word the fault's word, for the record
   */
  record Troubled(Trouble trouble, boolean accepted, String word) implements Fate {}

  /** A proxy answers with a page; likewise. */
  record Paged(int status, boolean accepted, String word) implements Fate {}

  /** The connection is dropped, before the call is carried out or after. */
  record Dropped(boolean accepted, String word) implements Fate {}

  /** No answer ever comes. */
  record Held(boolean accepted, String word) implements Fate {}

  /**
   * The call is carried out, and its answer is cut.
   *
   * @param part how much of the answer comes, above 0 and below 1
   * @param closed whether the whole length is told and the connection ends before it is reached
   */
  record Cut(double part, boolean closed, String word) implements Fate {}
}
