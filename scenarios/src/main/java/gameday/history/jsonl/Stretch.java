package gameday.history.jsonl;

import gameday.history.Entry;
import gameday.jsonl.BadLineException;
import gameday.jsonl.JsonLine;
import gameday.jsonl.LineScan.Block;
import gameday.jsonl.LineScan.Made;
import gameday.jsonl.StraightLines.Crooked;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Lines of a history file that stand one after the other, read. */
public final class Stretch {
  private static final int USUAL_LINE = 160;

  private final List<Entry> entries;
  private long[] starts;

  private Stretch(int usual) {
    entries = new ArrayList<>(usual);
    starts = new long[usual];
  }

  static Made<Stretch> read(Block block) {
    Stretch stretch = new Stretch(block.end() / USUAL_LINE + 1);
    StraightEntries straight = new StraightEntries(block.bytes(), block.end());
    try {
      for (int from = 0; from < block.end(); ) {
        int to = block.lineEnd(from);
        stretch.add(due(straight, block, from, to, stretch.entries.size()), block.start() + from);
        from = to + 1;
      }
    } catch (BadLineException bad) {
      return new Made<>(stretch, Optional.of(bad.getMessage()));
    }
    return new Made<>(stretch, Optional.empty());
  }

  /** Lines from here and there that were read before, and are good. */
  static List<Entry> again(Block block) {
    List<Entry> entries = new ArrayList<>();
    StraightEntries straight = new StraightEntries(block.bytes(), block.end());
    for (int from = 0; from < block.end(); ) {
      int to = block.lineEnd(from);
      entries.add(entry(straight, block, from, to, entries.size()));
      from = to + 1;
    }
    return entries;
  }

  private static Entry due(StraightEntries straight, Block block, int from, int to, int place) {
    long due = block.first() + place;
    Entry entry = entry(straight, block, from, to, place);
    if (entry.sequence() != due) {
      throw new BadLineException(
          block.where(place) + ": seq must be " + due + ", was " + entry.sequence());
    }
    return entry;
  }

  private static Entry entry(StraightEntries straight, Block block, int from, int to, int place) {
    try {
      return straight.read(from, to);
    } catch (Crooked notAsWritten) {
      // What takes any order also tells what is wrong.
      return EntryLines.read(JsonLine.parse(block.where(place), block.bytes(), from, to));
    }
  }

  private void add(Entry entry, long start) {
    if (entries.size() == starts.length) {
      starts = Arrays.copyOf(starts, 2 * starts.length);
    }
    starts[entries.size()] = start;
    entries.add(entry);
  }

  /** The entries, up to the first bad line. */
  public List<Entry> entries() {
    return Collections.unmodifiableList(entries);
  }

  /** Where in the file the line of an entry begins, by its place in {@link #entries}. */
  public long start(int place) {
    return starts[place];
  }
}
