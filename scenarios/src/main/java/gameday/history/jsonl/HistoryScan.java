package gameday.history.jsonl;

import gameday.history.jsonl.Stretch.Unread;
import gameday.jsonl.BadLineException;
import gameday.jsonl.JsonLine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Goes through a history file of any length once, holding a few stretches of it at a time. Threads
 * read them; what they make of them arrives in the order of the file.
 */
public final class HistoryScan {
  private static final int STRETCH = 1 << 20;

  /** How a scan ended. */
  public sealed interface End {
    /**
     * At the file's end.
     *
     * @param truncated whether the last line was cut off; it is left out then
     * @param bytes how long the whole lines are together
     */
    record Readable(long entries, boolean truncated, long bytes) implements End {}

    /** At a bad line; {@code fault} says where, what and what to do. */
    record Faulty(String fault) implements End {}
  }

  /** What became of a stretch: what was made of it, and what is wrong with it. */
  private record Made<T>(T what, Optional<String> fault) {}

  private final String name;
  private final InputStream in;
  private byte[] buffer = new byte[STRETCH];
  private int filled;
  private long start;
  private long lines;

  private HistoryScan(String name, InputStream in) {
    this.name = name;
    this.in = in;
  }

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
    HistoryScan scan = new HistoryScan(name, in);
    try {
      scan.header();
      return threads == 0 ? scan.alone(work, inOrder) : scan.shared(threads, work, inOrder);
    } catch (BadLineException bad) {
      return new End.Faulty(bad.getMessage());
    }
  }

  private <T> End alone(Function<Stretch, T> work, Consumer<T> inOrder) throws IOException {
    for (int end = wholeLines(); end > 0; end = wholeLines()) {
      Stretch read = Stretch.read(take(end));
      inOrder.accept(work.apply(read));
      if (read.fault().isPresent()) {
        return new End.Faulty(read.fault().get());
      }
    }
    return end();
  }

  private <T> End shared(int threads, Function<Stretch, T> work, Consumer<T> inOrder)
      throws IOException {
    Deque<Future<Made<T>>> underWay = new ArrayDeque<>();
    Optional<String> fault = Optional.empty();
    try (ExecutorService readers = Executors.newFixedThreadPool(threads)) {
      for (int end = wholeLines(); end > 0 && fault.isEmpty(); end = wholeLines()) {
        Unread unread = take(end);
        underWay.add(readers.submit(() -> made(unread, work)));
        if (underWay.size() > 2 * threads) {
          fault = deliver(underWay.remove(), inOrder);
        }
      }
      while (fault.isEmpty() && !underWay.isEmpty()) {
        fault = deliver(underWay.remove(), inOrder);
      }
      readers.shutdownNow();
    }
    return fault.<End>map(End.Faulty::new).orElseGet(this::end);
  }

  private static <T> Made<T> made(Unread unread, Function<Stretch, T> work) {
    Stretch read = Stretch.read(unread);
    return new Made<>(work.apply(read), read.fault());
  }

  private static <T> Optional<String> deliver(Future<Made<T>> stretch, Consumer<T> inOrder) {
    try {
      Made<T> made = stretch.get();
      inOrder.accept(made.what());
      return made.fault();
    } catch (ExecutionException bug) {
      throw new IllegalStateException(bug.getCause());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
  }

  private End end() {
    return new End.Readable(lines, filled > 0, start);
  }

  private void header() throws IOException {
    int whole = wholeLines();
    int end = 0;
    while (end < whole && buffer[end] != '\n') {
      end++;
    }
    boolean lone = whole == 0;
    if (lone && filled == 0) {
      throw new BadLineException(name + ":1: empty, expected a history's header");
    }
    int length = lone ? filled : end;
    Header.check(JsonLine.parse(name + ":1", Stretch.text(name + ":1", buffer, 0, length)));
    drop(lone ? filled : end + 1);
  }

  /** Reads on; where the last whole line in the buffer ends, 0 if there is none any more. */
  private int wholeLines() throws IOException {
    while (true) {
      int read = in.readNBytes(buffer, filled, buffer.length - filled);
      filled += read;
      int end = filled;
      while (end > 0 && buffer[end - 1] != '\n') {
        end--;
      }
      if (end > 0 || filled < buffer.length) {
        return end;
      }
      buffer = Arrays.copyOf(buffer, 2 * buffer.length);
    }
  }

  private Unread take(int end) {
    Unread unread = new Unread(name, lines, start, buffer, end);
    for (int i = 0; i < end; i++) {
      if (buffer[i] == '\n') {
        lines++;
      }
    }
    byte[] rest = new byte[Math.max(STRETCH, filled - end)];
    System.arraycopy(buffer, end, rest, 0, filled - end);
    start += end;
    filled -= end;
    buffer = rest;
    return unread;
  }

  private void drop(int bytes) {
    filled -= bytes;
    start += bytes;
    System.arraycopy(buffer, bytes, buffer, 0, filled);
  }
}
