package gameday.checker;

import gameday.evidence.CaseFile;
import gameday.evidence.Evidence;
import gameday.history.Entry;

/** When the pipeline could know of something that happened in a chat. */
final class Hearing {
  private Hearing() {}

  /**
   * When the pipeline heard of what happened in a question's conversation: at once, or if a fault
   * was in the way, when that was over; or later, when the product told it again.
   */
  static long nanosOf(Evidence evidence, CaseFile file, Entry happened) {
    long clear = evidence.faults().clear(happened.atNanos(), file.hearing());
    if (clear == happened.atNanos()) {
      return clear;
    }
    long toldAgain =
        evidence.deliveries(file.conversation().orElse("")).stream()
            .filter(told -> told.what().attempt() > 0 && told.what().status() / 100 == 2)
            .filter(told -> told.what().from().equals(file.question().chat().word()))
            .mapToLong(told -> told.atNanos())
            .filter(atNanos -> atNanos >= clear)
            .min()
            .orElse(clear);
    return Math.max(clear, toldAgain);
  }
}
