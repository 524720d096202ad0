package gameday.slices;

import gameday.checker.LooseEnd;
import gameday.slices.SliceJudge.Loose;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Groups that were put aside, and which of them have to be judged together. */
public final class Aside {
  private final List<Loose> missing = new ArrayList<>();
  private final List<Loose> tooMany = new ArrayList<>();

  /** Adds the loose ends of a slice. */
  public void add(SliceJudge.Judged judged) {
    for (Loose loose : judged.loose()) {
      (loose.end().missing() ? missing : tooMany).add(loose);
    }
  }

  /** The groups, those together that may have what another misses; in order. */
  public List<int[]> together() {
    Knots knots = new Knots();
    tooMany.sort(Comparator.comparingLong(loose -> loose.end().fromNanos()));
    for (Loose loose : tooMany) {
      knots.number(loose.group());
    }
    for (Loose loose : missing) {
      int knot = knots.number(loose.group());
      for (int i = firstFrom(loose.end().fromNanos()); i < tooMany.size(); i++) {
        LooseEnd offer = tooMany.get(i).end();
        if (offer.fromNanos() > loose.end().toNanos()) {
          break;
        }
        if (offer.kind() == loose.end().kind()) {
          knots.tie(knot, knots.number(tooMany.get(i).group()));
        }
      }
    }
    Map<Integer, TreeSet<Integer>> byKnot = new TreeMap<>();
    for (List<Loose> some : List.of(tooMany, missing)) {
      for (Loose loose : some) {
        byKnot
            .computeIfAbsent(knots.knot(knots.number(loose.group())), knot -> new TreeSet<>())
            .add(loose.group());
      }
    }
    return byKnot.values().stream()
        .map(groups -> groups.stream().mapToInt(Integer::intValue).toArray())
        .toList();
  }

  /** The first reminder too much that came then or later. */
  private int firstFrom(long nanos) {
    int low = 0;
    int high = tooMany.size();
    while (low < high) {
      int middle = (low + high) / 2;
      if (tooMany.get(middle).end().fromNanos() < nanos) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
