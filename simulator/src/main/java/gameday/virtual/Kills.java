package gameday.virtual;

/** Counts the pipeline's steps, and may kill it after one of them. */
interface Kills {
  /** Never kills. */
  Kills NONE = () -> {};

  /** Something was stored, or a call was dealt with whose answer is still on its way. */
  void stepped();
}
