package gameday.history.jsonl;

import gameday.jsonl.LineScan;
import gameday.jsonl.LineScan.End;
import gameday.jsonl.LineScan.Made;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;

/** Goes through a history file of any length once, holding a few stretches of it at a time. */
public final class HistoryScan {
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

  static <T> End scan(
      String name, InputStream in, int threads, Function<Stretch, T> work, Consumer<T> inOrder)
      throws IOException {
    return new LineScan(name, "history", in)
        .scan(
            threads,
            Header::check,
            block -> {
              Made<Stretch> read = Stretch.read(block);
              return new Made<>(work.apply(read.what()), read.fault());
            },
            inOrder);
  }
}
