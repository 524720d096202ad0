package gameday.history.jsonl;

import gameday.history.Entry;
import gameday.history.History;
import gameday.history.Order;
import gameday.jsonl.BadLineException;
import gameday.jsonl.JsonLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads whole history files, and refuses what no gameday has written so: see {@link Order} for what
 * is promised beyond the single line.
 */
public final class HistoryReader {
  private static final String REMEDY =
      "; put the file back as it was written, judge it with the gameday that wrote it, or play the"
          + " run again";

  private HistoryReader() {}

  /** What came of reading a file. */
  public sealed interface Read {
    /**
     * A history.
     *
     * @param truncated whether the last line was cut off; it is left out then
     */
    record Readable(History history, boolean truncated) implements Read {}

    /** No history; {@code fault} says where, what and what to do. */
    record Faulty(String fault) implements Read {}
  }

  /** Reads {@code file}. */
  public static Read read(Path file) throws IOException {
    try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return read(file.getFileName().toString(), in);
    }
  }

  /** Reads {@code in} to its end; {@code name} is for messages. */
  public static Read read(String name, Reader in) throws IOException {
    Lines lines = new Lines(new BufferedReader(in));
    try {
      return entries(name, lines);
    } catch (BadLineException bad) {
      return new Read.Faulty(bad.getMessage() + REMEDY);
    }
  }

  private static Read entries(String name, Lines lines) throws IOException {
    String first = lines.next();
    if (first == null) {
      return new Read.Faulty(name + ":1: empty, expected a history's header; play the run again");
    }
    Header.check(JsonLine.parse(name + ":1", first));
    List<Entry> entries = new ArrayList<>();
    Order order = new Order();
    for (String line = lines.next(); line != null; line = lines.next()) {
      if (lines.isCutOff() && !order.hasEnded()) {
        return new Read.Readable(new History(entries), true);
      }
      String where = name + ":" + (entries.size() + 2);
      JsonLine json = JsonLine.parse(where, line);
      Entry entry = EntryLines.read(json);
      Optional<String> fault = order.next(entry);
      if (fault.isPresent()) {
        throw json.fault(fault.get());
      }
      entries.add(entry);
    }
    return new Read.Readable(new History(entries), false);
  }

  /** Lines that know whether the last of them lacks its end, which readLine doesn't tell. */
  private static final class Lines {
    private final BufferedReader in;
    private boolean cutOff;

    Lines(BufferedReader in) {
      this.in = in;
    }

    boolean isCutOff() {
      return cutOff;
    }

    String next() throws IOException {
      StringBuilder line = new StringBuilder();
      for (int next = in.read(); next >= 0; next = in.read()) {
        if (next == '\n') {
          return line.toString();
        }
        line.append((char) next);
      }
      cutOff = !line.isEmpty();
      return cutOff ? line.toString() : null;
    }
  }
}
