package gameday.measures;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a compressed run can be believed. Machine time is not compressed, but people wait for it:
 * a second of the pipeline at speed 60 keeps them for a minute of the event. Response times are
 * honest all the same; queues are not, once that share is no longer small.
 */
public final class Compression {
  private static final double SMALL_SHARE = 0.05;

  private Compression() {}

  /**
   * A warning if mean machine time per question × speed exceeds 5 % of mean people's time, naming a
   * speed that would not; empty if queues are as they would be, or if nothing was compressed.
   */
  public static Optional<String> warning(Measures measures, double speed) {
    List<QuestionTimes> answered =
        measures.questions().stream().filter(q -> q.resolution().isPresent()).toList();
    if (speed <= 1 || answered.isEmpty()) {
      return Optional.empty();
    }
    double machine = mean(answered, false);
    double people = mean(answered, true);
    if (machine * speed <= SMALL_SHARE * people) {
      return Optional.empty();
    }
    double fitting = SMALL_SHARE * people / machine;
    String remedy =
        fitting < 1
            ? "even at speed 1 the machines are that slow"
            : "--speed %d would not".formatted((long) Math.floor(fitting));
    return Optional.of(
        String.format(
            Locale.ROOT,
            "at speed %.0f the machines' %.2f s per question keep people for %.0f s of the event,"
                + " %.0f%% of their own %.0f s, and move their queues; %s",
            speed,
            machine,
            machine * speed,
            100 * machine * speed / people,
            people,
            remedy));
  }

  private static double mean(List<QuestionTimes> answered, boolean peoples) {
    return answered.stream()
        .mapToDouble(
            q ->
                q.parts().entrySet().stream()
                    .filter(part -> part.getKey().isPeoples() == peoples)
                    .map(java.util.Map.Entry::getValue)
                    .mapToDouble(Compression::seconds)
                    .sum())
        .average()
        .orElse(0);
  }

  private static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }
}
