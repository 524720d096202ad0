package gameday.jsonl;

import gameday.jsonl.LineScan.Block;
import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Fetches single lines of a file, by where they begin. The file lies in the operating system's
 * memory, not in the heap; it must not change meanwhile. Safe for many threads.
 */
public final class LinePicker {
  private static final int PART = 1 << 30;
  private static final int AT_ONCE = 256;

  private final String name;
  private final MappedByteBuffer[] parts;

  private LinePicker(String name, MappedByteBuffer[] parts) {
    this.name = name;
    this.parts = parts;
  }

  /** Opens a file. */
  public static LinePicker open(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      MappedByteBuffer[] parts = new MappedByteBuffer[(int) ((size + PART - 1) / PART)];
      for (int i = 0; i < parts.length; i++) {
        long from = (long) i * PART;
        parts[i] = channel.map(MapMode.READ_ONLY, from, Math.min(PART, size - from));
      }
      return new LinePicker(file.getFileName().toString(), parts);
    }
  }

  /** The whole lines that begin there, one after the other. */
  public Block pick(long[] starts) {
    byte[] bytes = new byte[AT_ONCE * (starts.length + 1)];
    int end = 0;
    for (long start : starts) {
      boolean whole = false;
      for (long at = start; !whole; ) {
        if (end + AT_ONCE > bytes.length) {
          bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        int got = get(at, bytes, end);
        int to = end;
        while (to < end + got && bytes[to] != '\n') {
          to++;
        }
        whole = to < end + got;
        end = whole ? to + 1 : to;
        at += got;
      }
    }
    return new Block(name, 0, 0, bytes, end);
  }

  /** Some bytes from a place on: as many as usual, or up to the end of a part. */
  private int get(long at, byte[] into, int place) {
    MappedByteBuffer part = parts[(int) (at / PART)];
    int from = (int) (at % PART);
    int length = Math.min(AT_ONCE, part.capacity() - from);
    part.get(from, into, place, length);
    return length;
  }
}
