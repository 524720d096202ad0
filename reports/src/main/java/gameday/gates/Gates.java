package gameday.gates;

import gameday.evidence.Evidence;
import gameday.measures.Measures;
import gameday.process.PipelinePart;
import gameday.verdict.ObjectiveVerdict;
import gameday.verdict.Outcome;
import gameday.verdict.RuleVerdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Judges objectives. */
public final class Gates {
  private static final Duration SLOT = Duration.ofMinutes(15);

  private Gates() {}

  /** Judges all of them, in their order. */
  public static List<ObjectiveVerdict> judge(
      List<Objective> objectives, Evidence evidence, Measures measures, List<RuleVerdict> rules) {
    Sampling sampling = new Sampling(evidence, measures, rules);
    return objectives.stream().map(objective -> judge(objective, sampling, evidence)).toList();
  }

  private static ObjectiveVerdict judge(Objective objective, Sampling sampling, Evidence evidence) {
    String limit = Amount.of(objective.metric(), objective.limit());
    if (isAboutTheUnplayed(objective, evidence)) {
      String why = PipelinePart.MOD_CHAT.unknown();
      return new ObjectiveVerdict(objective.text(), Outcome.NOT_EXERCISED, "-", limit, 0, why);
    }
    List<Sample> samples = sampling.of(objective);
    if (samples.isEmpty()) {
      return new ObjectiveVerdict(
          objective.text(), Outcome.INCONCLUSIVE, "-", limit, 0, "nothing was measured");
    }
    double value = Sample.figure(samples, objective.statistic());
    String actual = Amount.of(objective.metric(), value);
    int minimum = objective.statistic().minimumSamples();
    long count = sampling.count(objective, samples);
    if (count < minimum) {
      String explanation = "%d samples, of the %d it takes".formatted(count, minimum);
      return new ObjectiveVerdict(
          objective.text(), Outcome.INCONCLUSIVE, actual, limit, count, explanation);
    }
    if (objective.isMetBy(value)) {
      return new ObjectiveVerdict(objective.text(), Outcome.PASS, actual, limit, count, "");
    }
    String missed =
        "missed by %s (%s against %s)"
            .formatted(Amount.of(objective.metric(), value - objective.limit()), actual, limit);
    String worst = worst(objective, samples, evidence).map(when -> "; worst " + when).orElse("");
    return new ObjectiveVerdict(
        objective.text(), Outcome.FAIL, actual, limit, count, missed + worst);
  }

  /** Whether it is about nothing but the Mod chat, and that was left out. */
  private static boolean isAboutTheUnplayed(Objective objective, Evidence evidence) {
    if (!evidence.lacking().contains(PipelinePart.MOD_CHAT)
        || !objective.metric().isOfQuestions()) {
      return false;
    }
    return objective.isAboutModChatOnly()
        || (evidence.unplayed().stream().anyMatch(objective::isAbout)
            && evidence.script().questions().stream().noneMatch(objective::isAbout));
  }

  /** The quarter of an hour with the highest value; the first of equals. */
  private static Optional<String> worst(
      Objective objective, List<Sample> samples, Evidence evidence) {
    Map<Long, List<Sample>> slots = new TreeMap<>();
    for (Sample sample : samples) {
      sample
          .at()
          .ifPresent(
              at ->
                  slots
                      .computeIfAbsent(
                          Math.floorDiv(at.toNanos(), SLOT.toNanos()), slot -> new ArrayList<>())
                      .add(sample));
    }
    Optional<Long> worst = Optional.empty();
    double highest = Double.NEGATIVE_INFINITY;
    for (Map.Entry<Long, List<Sample>> slot : slots.entrySet()) {
      double value = Sample.figure(slot.getValue(), objective.statistic());
      if (value > highest) {
        highest = value;
        worst = Optional.of(slot.getKey());
      }
    }
    return worst.map(
        slot ->
            evidence.clock().minute(SLOT.multipliedBy(slot))
                + "–"
                + evidence.clock().minute(SLOT.multipliedBy(slot + 1)));
  }
}
