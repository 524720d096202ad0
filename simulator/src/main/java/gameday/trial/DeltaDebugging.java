package gameday.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The minimising algorithm ddmin (Zeller and Hildebrandt, Simplifying and Isolating
 * Failure-Inducing Input, IEEE TSE 28(2), 2002, figure 5): tries parts, then all but one part, then
 * finer parts.
 */
final class DeltaDebugging {
  private DeltaDebugging() {}

  /**
   * A part of {@code all}, in its order, that still fails and from which no single element can be
   * left out (1-minimal); {@code all} is known to fail. Empty if nothing of it is needed.
   */
  static <T> List<T> minimal(List<T> all, Predicate<List<T>> fails) {
    if (all.isEmpty() || fails.test(List.of())) {
      return List.of();
    }
    List<T> failing = all;
    int parts = 2;
    while (failing.size() >= 2) {
      Optional<List<T>> part = part(failing, parts, fails);
      // Of two parts, each is all but the other.
      Optional<List<T>> rest = part.isEmpty() && parts > 2 ? rest(failing, parts, fails) : part;
      if (part.isPresent()) {
        failing = part.get();
        parts = 2;
      } else if (rest.isPresent()) {
        failing = rest.get();
        parts = Math.max(parts - 1, 2);
      } else if (parts < failing.size()) {
        parts = Math.min(failing.size(), 2 * parts);
      } else {
        break;
      }
    }
    return failing;
  }

  /** The first of the parts that fails by itself. */
  private static <T> Optional<List<T>> part(List<T> failing, int parts, Predicate<List<T>> fails) {
    return IntStream.range(0, parts)
        .mapToObj(
            i -> List.copyOf(failing.subList(cut(failing, parts, i), cut(failing, parts, i + 1))))
        .filter(fails)
        .findFirst();
  }

  /** The first that fails of all but one part. */
  private static <T> Optional<List<T>> rest(List<T> failing, int parts, Predicate<List<T>> fails) {
    return IntStream.range(0, parts)
        .mapToObj(i -> without(failing, cut(failing, parts, i), cut(failing, parts, i + 1)))
        .filter(fails)
        .findFirst();
  }

  private static <T> List<T> without(List<T> all, int from, int to) {
    List<T> rest = new ArrayList<>(all.subList(0, from));
    rest.addAll(all.subList(to, all.size()));
    return List.copyOf(rest);
  }

  private static int cut(List<?> all, int parts, int index) {
    return (int) ((long) all.size() * index / parts);
  }
}
