package gameday.slices;

import java.util.Arrays;

/** Names, numbered as they come, and which of them are tied together. */
final class Knots {
  private static final int FEW = 1 << 10;

  /** Open addressing: names, and their numbers plus one; 0 is an empty place. */
  private long[] names = new long[2 * FEW];

  private int[] numbers = new int[2 * FEW];
  private int[] parents = new int[FEW];
  private int size;

  /** The number of a name, a new one if it has none. */
  int number(long name) {
    int place = place(name);
    if (numbers[place] != 0) {
      return numbers[place] - 1;
    }
    if (2 * (size + 1) > names.length) {
      grow();
      place = place(name);
    }
    if (size == parents.length) {
      parents = Arrays.copyOf(parents, size + (size >> 1));
    }
    names[place] = name;
    numbers[place] = size + 1;
    parents[size] = size;
    return size++;
  }

  /** The number of a name, -1 if it has none. */
  int known(long name) {
    return numbers[place(name)] - 1;
  }

  private int place(long name) {
    int mask = names.length - 1;
    int place = (int) (name >>> 20) & mask;
    while (numbers[place] != 0 && names[place] != name) {
      place = place + 1 & mask;
    }
    return place;
  }

  private void grow() {
    long[] oldNames = names;
    int[] oldNumbers = numbers;
    names = new long[2 * oldNames.length];
    numbers = new int[2 * oldNames.length];
    for (int i = 0; i < oldNames.length; i++) {
      if (oldNumbers[i] != 0) {
        int place = place(oldNames[i]);
        names[place] = oldNames[i];
        numbers[place] = oldNumbers[i];
      }
    }
  }

  /** Ties two together, and all that is tied to them. */
  void tie(int one, int other) {
    int a = knot(one);
    int b = knot(other);
    parents[Math.max(a, b)] = Math.min(a, b);
  }

  /** The least number of all that it is tied to. */
  int knot(int number) {
    int at = number;
    while (parents[at] != at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }

  int size() {
    return size;
  }
}
