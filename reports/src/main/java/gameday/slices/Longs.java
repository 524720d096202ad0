package gameday.slices;

import java.util.ArrayList;
import java.util.List;

/** A growing row of numbers, eight bytes each; it grows by parts, so that nothing is copied. */
final class Longs {
  private final List<long[]> parts = new ArrayList<>();
  private final int bits;
  private int size;

  /** Grows by two to the power of {@code bits}. */
  Longs(int bits) {
    this.bits = bits;
  }

  void add(long value) {
    if (size == parts.size() << bits) {
      parts.add(new long[1 << bits]);
    }
    parts.getLast()[size++ & (1 << bits) - 1] = value;
  }

  long get(int place) {
    return parts.get(place >>> bits)[place & (1 << bits) - 1];
  }

  int size() {
    return size;
  }
}
