package gameday.mocks.intruder;

/** Is told of what an intruder tried. Called on many threads at once. */
public interface IntruderListener {
  /** Lets it pass. */
  IntruderListener NONE = (on, trick, status, mark) -> {};

  /**
   * @param on whose webhook it was to look like, such as {@code help-chat}
   * @param status HTTP status, 0 if there was no answer
   * @param mark what the forged text holds, and nothing genuine does; empty for a replay
   */
  void tried(String on, Trick trick, int status, String mark);
}
