package gameday.history.jsonl;

import gameday.history.Entry;
import gameday.history.History;
import gameday.jsonl.LineScan;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads whole history files, and refuses what no gameday has written so: see {@link
 * gameday.history.Order} for what is promised beyond the single line.
 */
public final class HistoryReader {
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
    try (InputStream in = Files.newInputStream(file)) {
      return read(file.getFileName().toString(), in);
    }
  }

  /** Reads {@code in} to its end; {@code name} is for messages. */
  public static Read read(String name, Reader in) throws IOException {
    StringWriter text = new StringWriter();
    in.transferTo(text);
    return read(name, new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private static Read read(String name, InputStream in) throws IOException {
    List<Entry> entries = new ArrayList<>();
    return switch (HistoryScan.scan(name, in, 0, Stretch::entries, entries::addAll)) {
      case LineScan.End.Readable end -> new Read.Readable(new History(entries), end.truncated());
      case LineScan.End.Faulty faulty -> new Read.Faulty(faulty.fault());
    };
  }
}
