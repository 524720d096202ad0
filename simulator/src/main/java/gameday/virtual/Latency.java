package gameday.virtual;

/** What machines take, where nothing is wrong; nanoseconds. All values are assumptions. */
final class Latency {
  private static final long MILLI = 1_000_000;

  /** One way between two machines. */
  static final long HOP = 2 * MILLI;

  /** Until what was learnt is stored. */
  static final long STORING = MILLI;

  /** Until somebody at a screen sees what was written. */
  static final long SCREEN = 5 * MILLI;

  /** From the pipeline's start until it answers. */
  static final long STARTING = 500 * MILLI;

  /** How long the pipeline waits for an answer. */
  static final long CALL_PATIENCE = 10_000 * MILLI;

  private Latency() {}
}
