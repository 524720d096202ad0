package gameday.mocks.helpchat.smartloop;

import gameday.mocks.chat.Shelf;
import java.util.List;

/**
 * How a bot is set up. Start from {@link #standard()} and change what matters.
 *
 * @param threads how many threads it keeps, 1 or more; then it forgets closed ones
 * @param exitKeywords with these words, alone in a message, a visitor leaves the live chat; case
 *     doesn't matter
 */
public record SmartloopSettings(int threads, List<String> exitKeywords) {
  public SmartloopSettings {
    exitKeywords = List.copyOf(exitKeywords);
  }

  /** 50,000 threads; {@code exit}, as documented. */
  public static SmartloopSettings standard() {
    return new SmartloopSettings(Shelf.STANDARD, List.of("exit"));
  }

  /** The same with room for another number of threads. */
  public SmartloopSettings threads(int next) {
    return new SmartloopSettings(next, exitKeywords);
  }

  /** The same with other words to leave the live chat with. */
  public SmartloopSettings exitKeywords(String... next) {
    return new SmartloopSettings(threads, List.of(next));
  }
}
