package gameday.people;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Event time that jumps from one thing to do to the next. */
final class VirtualAgenda implements Agenda {
  private record Entry(Duration at, long sequence, Runnable action) {}

  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparingLong(Entry::sequence));
  private Duration now = Duration.ZERO;
  private long sequence;

  @Override
  public Duration now() {
    return now;
  }

  @Override
  public void after(Duration delay, Runnable action) {
    entries.add(new Entry(now.plus(delay), sequence++, action));
  }

  /** Does everything that is to do until {@code end}, and all that follows from it. */
  void runUntil(Duration end) {
    while (!entries.isEmpty() && entries.peek().at().compareTo(end) <= 0) {
      Entry next = entries.remove();
      now = next.at();
      next.action().run();
    }
    now = end;
  }
}
