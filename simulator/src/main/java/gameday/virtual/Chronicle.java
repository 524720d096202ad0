package gameday.virtual;

import gameday.history.Entry;
import gameday.history.Happening;
import gameday.history.History;
import gameday.simulation.VirtualTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Writes down what happens, in order of time. */
final class Chronicle {
  private final VirtualTime time;
  private List<Entry> entries = new ArrayList<>();
  private boolean inOrder = true;

  Chronicle(VirtualTime time) {
    this.time = time;
  }

  /** It happened now. */
  void record(Happening what) {
    entries.add(new Entry(entries.size(), time.nowNanos(), what));
  }

  /** It happened at a moment that may have passed. */
  void record(long atNanos, Happening what) {
    inOrder &= atNanos >= time.nowNanos();
    entries.add(new Entry(entries.size(), atNanos, what));
  }

  /** All of it. */
  History history() {
    if (!inOrder) {
      List<Entry> sorted = new ArrayList<>(entries.size());
      entries.sort(Comparator.comparingLong(Entry::atNanos));
      for (Entry entry : entries) {
        sorted.add(new Entry(sorted.size(), entry.atNanos(), entry.what()));
      }
      entries = sorted;
      inOrder = true;
    }
    return new History(entries);
  }
}
