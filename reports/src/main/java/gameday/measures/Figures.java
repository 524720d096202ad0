package gameday.measures;

import java.time.Duration;
import java.util.Collection;
import org.HdrHistogram.Histogram;

/** Durations to figures, in one HdrHistogram with three significant digits. */
public final class Figures {
  private static final int DIGITS = 3;

  private Figures() {}

  /** The figures of some durations; all zero if there are none. Negative ones count as zero. */
  public static Distribution of(Collection<Duration> durations) {
    Histogram histogram = histogram(durations);
    if (durations.isEmpty()) {
      Duration none = Duration.ZERO;
      return new Distribution(0, none, none, none, none, none, none);
    }
    return new Distribution(
        durations.size(),
        Duration.ofNanos(Math.round(histogram.getMean())),
        at(histogram, 50),
        at(histogram, 90),
        at(histogram, 95),
        at(histogram, 99),
        Duration.ofNanos(histogram.getMaxValue()));
  }

  /** The duration that {@code percentile} percent of them do not exceed; zero if there are none. */
  public static Duration percentile(Collection<Duration> durations, double percentile) {
    return at(histogram(durations), percentile);
  }

  private static Histogram histogram(Collection<Duration> durations) {
    Histogram histogram = new Histogram(DIGITS);
    durations.forEach(duration -> histogram.recordValue(Math.max(0, duration.toNanos())));
    return histogram;
  }

  private static Duration at(Histogram histogram, double percentile) {
    return Duration.ofNanos(histogram.getValueAtPercentile(percentile));
  }
}
