package gameday.rehearsed;

import gameday.history.Entry;
import gameday.history.Happening;
import gameday.history.History;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A history written by hand: what happened, at which second of the event. Values; never changes.
 */
public record Day(double speed, List<Timed> happenings) {
  /** A happening and its second. */
  public record Timed(double second, Happening what) {}

  public static Day empty() {
    return new Day(1, List.of());
  }

  public Day at(double second, Happening... what) {
    List<Timed> more = new ArrayList<>(happenings);
    for (Happening each : what) {
      more.add(new Timed(second, each));
    }
    return new Day(speed, more);
  }

  public Day and(Day other) {
    List<Timed> more = new ArrayList<>(happenings);
    more.addAll(other.happenings);
    return new Day(speed, more);
  }

  public Day atSpeed(double faster) {
    return new Day(faster, happenings);
  }

  public Day without(Predicate<Happening> which) {
    List<Timed> left = happenings.stream().filter(timed -> !which.test(timed.what())).toList();
    if (left.size() == happenings.size()) {
      throw new AssertionError("nothing to leave out");
    }
    return new Day(speed, left);
  }

  public <T extends Happening> Day changing(
      Class<T> kind, Predicate<T> which, UnaryOperator<T> how) {
    return moving(kind, which, how, 0);
  }

  public <T extends Happening> Day moving(Class<T> kind, Predicate<T> which, double seconds) {
    return moving(kind, which, UnaryOperator.identity(), seconds);
  }

  private <T extends Happening> Day moving(
      Class<T> kind, Predicate<T> which, UnaryOperator<T> how, double seconds) {
    List<Timed> changed = new ArrayList<>();
    boolean any = false;
    for (Timed timed : happenings) {
      boolean hit = kind.isInstance(timed.what()) && which.test(kind.cast(timed.what()));
      any |= hit;
      changed.add(
          hit ? new Timed(timed.second() + seconds, how.apply(kind.cast(timed.what()))) : timed);
    }
    if (!any) {
      throw new AssertionError("nothing to change");
    }
    return new Day(speed, changed);
  }

  public History history() {
    List<Timed> inOrder =
        happenings.stream().sorted(Comparator.comparingDouble(Timed::second)).toList();
    List<Entry> entries = new ArrayList<>();
    for (Timed timed : inOrder) {
      long nanos = Math.round(timed.second() * 1e9 / speed);
      entries.add(new Entry(entries.size(), nanos, timed.what()));
    }
    return new History(entries);
  }
}
