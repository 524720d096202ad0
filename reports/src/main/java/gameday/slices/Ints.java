package gameday.slices;

import java.util.ArrayList;
import java.util.List;

/** A growing row of numbers, four bytes each; it grows by parts, so that nothing is copied. */
final class Ints {
  private final List<int[]> parts = new ArrayList<>();
  private final int bits;
  private int size;

  /** Grows by two to the power of {@code bits}. */
  Ints(int bits) {
    this.bits = bits;
  }

  void add(int value) {
    if (size == parts.size() << bits) {
      parts.add(new int[1 << bits]);
    }
    parts.getLast()[size++ & (1 << bits) - 1] = value;
  }

  int get(int place) {
    return parts.get(place >>> bits)[place & (1 << bits) - 1];
  }

  int size() {
    return size;
  }
}
