package gameday.live;

import gameday.history.Happening;
import gameday.history.jsonl.HistoryWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Writes the history: everything that mocks, people, visitors and the pipeline's process tell, on
 * one clock. Safe for use by many threads.
 *
 * <p>Who acts takes the time before the action and tells after it, so what an action led to may be
 * told first. Therefore entries are held back for a moment and written in order of time. Nothing is
 * written before the clock begins, because its zero isn't known.
 */
final class Recorder implements AutoCloseable {
  private static final long HELD_BACK_NANOS = 500_000_000;

  private record Held(long nanoTime, long arrival, Happening what) {}

  private final LiveClock clock;
  private final HistoryWriter writer;
  private final PriorityQueue<Held> held =
      new PriorityQueue<>(
          Comparator.comparingLong(Held::nanoTime).thenComparingLong(Held::arrival));
  private long arrivals;
  private boolean closed;

  Recorder(Path file, LiveClock clock) throws IOException {
    this.clock = clock;
    this.writer = HistoryWriter.create(file);
  }

  /** It happened now. */
  void record(Happening what) {
    record(System.nanoTime(), what);
  }

  /** It happened at a value of {@link System#nanoTime}. After the end nothing is recorded. */
  synchronized void record(long nanoTime, Happening what) {
    if (!closed) {
      held.add(new Held(nanoTime, arrivals++, what));
    }
  }

  /** Writes what was held back long enough; to be called every so often. */
  synchronized void flush() {
    if (clock.hasBegun() && !closed) {
      write(System.nanoTime() - HELD_BACK_NANOS);
      flushFile();
    }
  }

  /** Writes everything and closes the file, {@code last} being its last entry. */
  synchronized void end(Happening.RunEnded last) {
    if (closed) {
      return;
    }
    clock.begin(System.nanoTime());
    write(Long.MAX_VALUE);
    append(new Held(System.nanoTime(), arrivals++, last));
    close();
  }

  private void write(long until) {
    while (!held.isEmpty() && held.peek().nanoTime() <= until) {
      append(held.remove());
    }
  }

  private void append(Held one) {
    writer.append(clock.atNanos(one.nanoTime()), one.what());
  }

  private void flushFile() {
    try {
      writer.flush();
    } catch (IOException full) {
      throw new UncheckedIOException("can't write the history", full);
    }
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      writer.close();
    } catch (IOException full) {
      throw new UncheckedIOException("can't write the history", full);
    }
  }
}
