package gameday.history.jsonl;

import gameday.history.Entry;
import gameday.history.Order;
import gameday.jsonl.BadLineException;
import gameday.jsonl.JsonLine;
import gameday.jsonl.LineScan;
import gameday.jsonl.LineScan.Block;
import gameday.jsonl.LineScan.End;
import gameday.jsonl.LineScan.Made;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Goes through a history file of any length once, holding a few stretches of it at a time, and
 * refuses what no gameday has written so: see {@link Order} for what is promised beyond the line.
 */
public final class HistoryScan {
  private static final LineScan.Kind HISTORY =
      new LineScan.Kind(
          "history",
          "; play the run again",
          "; put the file back as it was written, judge it with the gameday that wrote it, or play"
              + " the run again");

  private HistoryScan() {}

  /**
   * Scans {@code file}.
   *
   * @param threads how many read; 0 reads on the caller's
   * @param work makes something of a stretch, on any thread
   * @param inOrder gets it, on the caller's thread, in the order of the file
   */
  public static <T> End scan(Path file, int threads, Function<Stretch, T> work, Consumer<T> inOrder)
      throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return scan(file.getFileName().toString(), in, threads, work, inOrder);
    }
  }

  /** A stretch, and what was made of it. */
  private record Worked<T>(List<Entry> entries, T what) {}

  static <T> End scan(
      String name, InputStream in, int threads, Function<Stretch, T> work, Consumer<T> inOrder)
      throws IOException {
    LineScan lines = new LineScan(name, HISTORY, in);
    Order order = new Order();
    End end =
        lines.scan(
            threads,
            Header::check,
            block -> {
              Made<Stretch> read = Stretch.read(block);
              T what = work.apply(read.what());
              return new Made<>(new Worked<>(read.what().entries(), what), read.fault());
            },
            worked -> {
              worked.entries().forEach(entry -> check(order, name, entry));
              inOrder.accept(worked.what());
            });
    boolean afterEnd =
        order.hasEnded() && end instanceof End.Readable readable && readable.truncated();
    return afterEnd ? new End.Faulty(afterEnd(order, name, lines.cutOff()) + HISTORY.ifBad()) : end;
  }

  private static void check(Order order, String name, Entry entry) {
    Optional<String> fault = order.next(entry);
    if (fault.isPresent()) {
      throw new BadLineException(name + ":" + (entry.sequence() + 2) + ": " + fault.get());
    }
  }

  /** Nothing may follow the run's end, not even what was cut off. */
  private static String afterEnd(Order order, String name, Block cutOff) {
    try {
      JsonLine line = JsonLine.parse(cutOff.where(0), cutOff.bytes(), 0, cutOff.end());
      check(order, name, EntryLines.read(line));
    } catch (BadLineException bad) {
      return bad.getMessage();
    }
    throw new IllegalStateException(cutOff.where(0) + " follows the run's end and is in order");
  }
}
