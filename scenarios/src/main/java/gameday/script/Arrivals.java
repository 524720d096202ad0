package gameday.script;

import gameday.scenario.AudiencePlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * When one audience asks: a Poisson process whose rate is constant between the edges of its peaks.
 *
 * <p>Drawn by stretching a process of rate 1: the n-th arrival is where the expected number of
 * questions reaches the sum of the first n exponential gaps. So another number of questions or
 * another peak shifts the arrivals instead of replacing them.
 */
final class Arrivals {
  private record Piece(double from, double to, double factor) {
    double weight() {
      return (to - from) * factor;
    }
  }

  private Arrivals() {}

  /**
   * The times at which {@code plan}'s audience asks, from zero to before {@code length}, in order,
   * in milliseconds.
   */
  static List<Duration> draw(AudiencePlan plan, Duration length, long seed) {
    List<Piece> pieces = pieces(plan.peaks(), length);
    double total = pieces.stream().mapToDouble(Piece::weight).sum();
    List<Duration> times = new ArrayList<>();
    if (total <= 0 || plan.questions() <= 0) {
      return times;
    }
    double reached = 0;
    int piece = 0;
    double before = 0;
    while (true) {
      reached += new Chance(seed, plan.audience().word(), times.size()).exponential("arrival");
      double wanted = reached / plan.questions() * total;
      while (piece < pieces.size() && before + pieces.get(piece).weight() <= wanted) {
        before += pieces.get(piece).weight();
        piece++;
      }
      if (piece == pieces.size()) {
        return times;
      }
      Piece in = pieces.get(piece);
      long millis = (long) (in.from + (wanted - before) / in.factor);
      times.add(Duration.ofMillis(Math.min(millis, length.toMillis() - 1)));
    }
  }

  /** How many times its base rate's number of questions an audience asks, given its peaks. */
  static double stretch(List<AudiencePlan.Peak> peaks, Duration length) {
    return pieces(peaks, length).stream().mapToDouble(Piece::weight).sum() / length.toMillis();
  }

  private static List<Piece> pieces(List<AudiencePlan.Peak> peaks, Duration length) {
    long end = length.toMillis();
    TreeSet<Long> edges = new TreeSet<>(List.of(0L, end));
    for (AudiencePlan.Peak peak : peaks) {
      edges.add(Math.clamp(peak.from().toMillis(), 0, end));
      edges.add(Math.clamp(peak.to().toMillis(), 0, end));
    }
    List<Piece> pieces = new ArrayList<>();
    long from = edges.first();
    for (long to : edges.tailSet(from, false)) {
      long middle = from + (to - from) / 2;
      double factor =
          peaks.stream()
              .filter(peak -> peak.from().toMillis() <= middle && middle < peak.to().toMillis())
              .mapToDouble(AudiencePlan.Peak::factor)
              .max()
              .orElse(1);
      pieces.add(new Piece(from, to, factor));
      from = to;
    }
    return pieces;
  }
}
