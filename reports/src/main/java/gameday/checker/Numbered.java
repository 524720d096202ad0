package gameday.checker;

import gameday.history.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Breaches of a kind, which are one violation: how many, and the first few as witnesses. */
final class Numbered {
  private static final int SHOWN = 3;

  private final Map<String, Breaches> kinds = new TreeMap<>();

  /** The breaches of one kind. */
  static final class Breaches {
    private final List<Entry> first = new ArrayList<>(SHOWN);
    private long number;

    long number() {
      return number;
    }

    List<Entry> witnesses() {
      return List.copyOf(first);
    }
  }

  void add(String kind, Entry entry) {
    Breaches breaches = kinds.computeIfAbsent(kind, unknown -> new Breaches());
    breaches.number++;
    if (breaches.first.size() < SHOWN) {
      breaches.first.add(entry);
    }
  }

  /** By kind, in order of their names. */
  Map<String, Breaches> kinds() {
    return kinds;
  }
}
