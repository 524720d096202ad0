package gameday.jsonl;

import java.io.IOException;
import java.io.InputStream;
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
 * Goes once through a file of any length, a header and then one object a line, holding a few blocks
 * of lines at a time. Threads read the blocks; what they make of them arrives in the file's order.
 */
public final class LineScan {
  private static final int BLOCK = 1 << 20;

  /** How a scan ended. */
  public sealed interface End {
    /**
     * At the file's end.
     *
     * @param lines how many there were below the header
     * @param truncated whether the last line was cut off; it is left out then
     */
    record Readable(long lines, boolean truncated) implements End {}

    /** At a bad line; {@code fault} says where, what and what to do. */
    record Faulty(String fault) implements End {}
  }

  /**
   * Whole lines that stand one after the other.
   *
   * @param name the file's name, for messages
   * @param first how many lines stand before them, the header not counted
   * @param start where in the file they begin
   * @param bytes the lines, each with its end
   * @param end how many of the bytes they are
   */
  public record Block(String name, long first, long start, byte[] bytes, int end) {
    /** Where in the block the line ends that begins there. */
    public int lineEnd(int from) {
      int to = from;
      while (bytes[to] != '\n') {
        to++;
      }
      return to;
    }

    /** File and line, for messages, of one of its lines. */
    public String where(int place) {
      return name + ":" + (first + place + 2);
    }
  }

  /**
   * What was made of a block.
   *
   * @param fault what is wrong with its first bad line; nothing is read after it
   */
  public record Made<T>(T what, Optional<String> fault) {
    private Optional<String> deliver(Consumer<T> inOrder) {
      inOrder.accept(what);
      return fault;
    }
  }

  /**
   * What a file is.
   *
   * @param word such as {@code history}
   * @param ifEmpty what to do about an empty one, after what was expected
   * @param ifBad what to do about a bad line, after what is wrong with it
   */
  public record Kind(String word, String ifEmpty, String ifBad) {}

  private final String name;
  private final Kind kind;
  private final InputStream in;
  private byte[] buffer = new byte[BLOCK];
  private int filled;
  private long start;
  private long lines;

  /**
   * Of what {@code in} holds.
   *
   * @param name the file's name, for messages
   * @param kind what the file is, for messages
   */
  public LineScan(String name, Kind kind, InputStream in) {
    this.name = name;
    this.kind = kind;
    this.in = in;
  }

  /**
   * Scans to the end; once.
   *
   * @param threads how many read; 0 reads on the caller's
   * @param header checks the first line
   * @param work makes something of a block, on any thread
   * @param inOrder gets it, on the caller's thread, in the order of the file; may find a line bad
   */
  public <T> End scan(
      int threads, Consumer<JsonLine> header, Function<Block, Made<T>> work, Consumer<T> inOrder)
      throws IOException {
    int whole = wholeLines();
    if (whole == 0 && filled == 0) {
      return new End.Faulty(
          name + ":1: empty, expected a " + kind.word + "'s header" + kind.ifEmpty);
    }
    try {
      header.accept(header(whole));
      return threads == 0 ? alone(work, inOrder) : shared(threads, work, inOrder);
    } catch (BadLineException bad) {
      return faulty(bad.getMessage());
    }
  }

  private <T> End alone(Function<Block, Made<T>> work, Consumer<T> inOrder) throws IOException {
    for (int end = wholeLines(); end > 0; end = wholeLines()) {
      Optional<String> fault = work.apply(take(end)).deliver(inOrder);
      if (fault.isPresent()) {
        return faulty(fault.get());
      }
    }
    return end();
  }

  private <T> End shared(int threads, Function<Block, Made<T>> work, Consumer<T> inOrder)
      throws IOException {
    Deque<Future<Made<T>>> underWay = new ArrayDeque<>();
    Optional<String> fault = Optional.empty();
    try (ExecutorService readers = Executors.newFixedThreadPool(threads)) {
      for (int end = wholeLines(); end > 0 && fault.isEmpty(); end = wholeLines()) {
        Block block = take(end);
        underWay.add(readers.submit(() -> work.apply(block)));
        if (underWay.size() > 2 * threads) {
          fault = awaited(underWay.remove()).deliver(inOrder);
        }
      }
      while (fault.isEmpty() && !underWay.isEmpty()) {
        fault = awaited(underWay.remove()).deliver(inOrder);
      }
      readers.shutdownNow();
    }
    return fault.map(this::faulty).orElseGet(this::end);
  }

  private static <T> Made<T> awaited(Future<Made<T>> block) {
    try {
      return block.get();
    } catch (ExecutionException bug) {
      throw new IllegalStateException(bug.getCause());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
  }

  private End end() {
    return new End.Readable(lines, filled > 0);
  }

  private End faulty(String fault) {
    return new End.Faulty(fault + kind.ifBad);
  }

  private JsonLine header(int whole) {
    int end = 0;
    while (end < whole && buffer[end] != '\n') {
      end++;
    }
    int length = whole == 0 ? filled : end;
    JsonLine header = JsonLine.parse(name + ":1", buffer, 0, length);
    drop(whole == 0 ? filled : end + 1);
    return header;
  }

  /** The last line, which was cut off, once everything is read: it has no end. */
  public Block cutOff() {
    return new Block(name, lines, start, buffer, filled);
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

  private Block take(int end) {
    Block block = new Block(name, lines, start, buffer, end);
    for (int i = 0; i < end; i++) {
      if (buffer[i] == '\n') {
        lines++;
      }
    }
    byte[] rest = new byte[Math.max(BLOCK, filled - end)];
    System.arraycopy(buffer, end, rest, 0, filled - end);
    start += end;
    filled -= end;
    buffer = rest;
    return block;
  }

  private void drop(int bytes) {
    filled -= bytes;
    start += bytes;
    System.arraycopy(buffer, bytes, buffer, 0, filled);
  }
}
