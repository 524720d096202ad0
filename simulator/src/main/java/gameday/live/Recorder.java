package gameday.live;

import gameday.history.Happening;
import gameday.history.jsonl.HistoryWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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

  /** Who tells of more than this before it is written helps to write. */
  private static final int MOST_FRESH = 200_000;

  private record Held(long nanoTime, long arrival, Happening what) {}

  private static final Comparator<Held> ORDER =
      Comparator.comparingLong(Held::nanoTime).thenComparingLong(Held::arrival);

  private final LiveClock clock;

  /** Guards the file and what was held back; never waited for by who only tells. */
  private final Object writing = new Object();

  private final HistoryWriter writer;
  private List<Held> held = new ArrayList<>();
  private boolean ended;

  private List<Held> fresh = new ArrayList<>();
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
  void record(long nanoTime, Happening what) {
    boolean tooMany;
    synchronized (this) {
      if (closed) {
        return;
      }
      fresh.add(new Held(nanoTime, arrivals++, what));
      tooMany = fresh.size() >= MOST_FRESH;
    }
    if (tooMany) {
      flush();
    }
  }

  /** Writes what was held back long enough; to be called every so often. */
  void flush() {
    synchronized (writing) {
      if (clock.hasBegun() && !ended) {
        write(System.nanoTime() - HELD_BACK_NANOS);
        flushFile();
      }
    }
  }

  /** Writes everything and closes the file, {@code last} being its last entry. */
  void end(Happening.RunEnded last) {
    synchronized (writing) {
      if (ended) {
        return;
      }
      clock.begin(System.nanoTime());
      synchronized (this) {
        closed = true;
      }
      write(Long.MAX_VALUE);
      append(new Held(System.nanoTime(), arrivals, last));
      close();
    }
  }

  private void write(long until) {
    synchronized (this) {
      held.addAll(fresh);
      fresh = new ArrayList<>();
    }
    // Nearly in order already, which the sort makes use of.
    held.sort(ORDER);
    int written = 0;
    while (written < held.size() && held.get(written).nanoTime() <= until) {
      append(held.get(written++));
    }
    held = new ArrayList<>(held.subList(written, held.size()));
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
  public void close() {
    synchronized (writing) {
      synchronized (this) {
        closed = true;
      }
      if (ended) {
        return;
      }
      ended = true;
      try {
        writer.close();
      } catch (IOException full) {
        throw new UncheckedIOException("can't write the history", full);
      }
    }
  }
}
