package gameday.gates;

import gameday.measures.Figures;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One sample of a metric.
 *
 * @param at the question's intended moment, event time; empty if it is about no question
 * @param value nanoseconds, or 0 or 1 for a share
 */
record Sample(Optional<Duration> at, double value) {
  static Sample of(Duration at, Duration value) {
    return new Sample(Optional.of(at), value.toNanos());
  }

  /** The figure an objective is about. */
  static double figure(List<Sample> samples, Statistic statistic) {
    return switch (statistic) {
      case MEAN, SHARE, TIME_SHARE ->
          samples.stream().mapToDouble(Sample::value).average().orElse(0);
      case MAX -> samples.stream().mapToDouble(Sample::value).max().orElse(0);
      case P50, P90, P95, P99 ->
          Figures.percentile(
                  samples.stream().map(s -> Duration.ofNanos(Math.round(s.value))).toList(),
                  statistic.percentile())
              .toNanos();
    };
  }
}
