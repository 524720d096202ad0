package gameday.history.jsonl;

import gameday.history.Entry;
import gameday.history.Happening;
import gameday.history.History;
import gameday.jsonl.JsonLine;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Appends to one history file. Safe for use by many threads; entries stand in the file in the order
 * of their sequence.
 *
 * <p>Lines are buffered: what must survive a kill has to be followed by {@link #flush}.
 */
public final class HistoryWriter implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final Writer out;
  private long next;

  private HistoryWriter(Writer out) throws IOException {
    this.out = out;
    line(JsonLine.write(Header.write()));
  }

  /** Starts a new file; an older one of that name is replaced. */
  public static HistoryWriter create(Path file) throws IOException {
    return new HistoryWriter(
        new BufferedWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), BUFFER));
  }

  /** Starts a new history in {@code out}, which {@link #close} closes. */
  public static HistoryWriter to(Writer out) throws IOException {
    return new HistoryWriter(out);
  }

  /** Writes a whole history to a file. */
  public static void write(History history, Path file) throws IOException {
    try (HistoryWriter writer = create(file)) {
      history.entries().forEach(writer::append);
    }
  }

  /**
   * Appends one happening under the next sequence.
   *
   * @return the entry as it stands in the file
   * @throws UncheckedIOException if it can't be written; the entry may be there in part
   */
  public synchronized Entry append(long atNanos, Happening what) {
    Entry entry = new Entry(next, atNanos, what);
    append(entry);
    return entry;
  }

  /**
   * Appends an entry that has its sequence already.
   *
   * @throws IllegalArgumentException if another sequence is due
   * @throws UncheckedIOException if it can't be written; the entry may be there in part
   */
  public synchronized void append(Entry entry) {
    if (entry.sequence() != next) {
      throw new IllegalArgumentException("sequence must be " + next + ", was " + entry.sequence());
    }
    try {
      line(EntryLines.write(entry));
      next++;
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  /** Hands everything appended so far to the operating system. */
  public synchronized void flush() throws IOException {
    out.flush();
  }

  @Override
  public synchronized void close() throws IOException {
    out.close();
  }

  private void line(String line) throws IOException {
    out.write(line);
    out.write('\n');
  }
}
