package gameday.history.jsonl;

import gameday.history.Entry;
import gameday.jsonl.BadLineException;
import gameday.jsonl.JsonLine;
import gameday.jsonl.StraightLines.Crooked;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Lines of a history file that stand one after the other, read. */
public final class Stretch {
  private static final int USUAL_LINE = 160;

  private final List<Entry> entries;
  private final long[] starts;
  private final Optional<String> fault;

  private Stretch(List<Entry> entries, long[] starts, Optional<String> fault) {
    this.entries = entries;
    this.starts = starts;
    this.fault = fault;
  }

  /**
   * Lines that are not read yet.
   *
   * @param name the file's name, for messages
   * @param first the sequence that is due in the first line
   * @param start where in the file the first line begins
   * @param bytes the lines, each with its end
   * @param end how many of the bytes they are
   */
  record Unread(String name, long first, long start, byte[] bytes, int end) {}

  static Stretch read(Unread lines) {
    int usual = lines.end / USUAL_LINE + 1;
    List<Entry> entries = new ArrayList<>(usual);
    long[] starts = new long[usual + 1];
    StraightEntries straight = new StraightEntries(lines.bytes, lines.end);
    int from = 0;
    try {
      while (from < lines.end) {
        int to = from;
        while (lines.bytes[to] != '\n') {
          to++;
        }
        if (entries.size() + 1 >= starts.length) {
          starts = Arrays.copyOf(starts, 2 * starts.length);
        }
        starts[entries.size()] = lines.start + from;
        entries.add(entry(straight, lines, from, to, lines.first + entries.size()));
        from = to + 1;
      }
    } catch (BadLineException bad) {
      return new Stretch(entries, starts, Optional.of(bad.getMessage()));
    }
    starts[entries.size()] = lines.start + lines.end;
    return new Stretch(entries, starts, Optional.empty());
  }

  private static Entry entry(StraightEntries straight, Unread lines, int from, int to, long due) {
    try {
      Entry entry = straight.read(from, to);
      if (entry.sequence() == due) {
        return entry;
      }
    } catch (Crooked notAsWritten) {
      // Read again below, by what takes any order and tells what is wrong.
    }
    String where = lines.name + ":" + (due + 2);
    JsonLine json = JsonLine.parse(where, text(where, lines.bytes, from, to));
    Entry entry = EntryLines.read(json);
    if (entry.sequence() != due) {
      throw json.fault("seq must be " + due + ", was " + entry.sequence());
    }
    return entry;
  }

  static String text(String where, byte[] bytes, int from, int to) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, from, to - from))
          .toString();
    } catch (CharacterCodingException bad) {
      throw new BadLineException(where + ": is no text in UTF-8");
    }
  }

  /** The entries, up to the first bad line. */
  public List<Entry> entries() {
    return Collections.unmodifiableList(entries);
  }

  /** Where in the file the line of an entry begins, by its place in {@link #entries}. */
  public long start(int place) {
    return starts[place];
  }

  /** What is wrong with the first bad line, and where. */
  public Optional<String> fault() {
    return fault;
  }
}
