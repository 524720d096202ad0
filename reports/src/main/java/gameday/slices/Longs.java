package gameday.slices;

import java.util.Arrays;

/** A growing row of numbers, eight bytes each. */
final class Longs {
  private long[] values;
  private int size;

  Longs(int usual) {
    values = new long[Math.max(1, usual)];
  }

  void add(long value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size + (size >> 1) + 16);
    }
    values[size++] = value;
  }

  long get(int place) {
    return values[place];
  }

  int size() {
    return size;
  }
}
