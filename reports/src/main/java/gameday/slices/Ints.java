package gameday.slices;

import java.util.Arrays;

/** A growing row of numbers, four bytes each. */
final class Ints {
  private int[] values;
  private int size;

  Ints(int usual) {
    values = new int[Math.max(1, usual)];
  }

  void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size + (size >> 1) + 16);
    }
    values[size++] = value;
  }

  int get(int place) {
    return values[place];
  }

  int size() {
    return size;
  }
}
