package gameday.checker;

import gameday.verdict.Blame;
import gameday.verdict.Kind;
import gameday.verdict.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What one rule found in all slices of a run: every case and violation counted, the first kept. Of
 * a run that was cut off, what was missed is counted as undecided.
 */
final class RuleTally {
  /** A violation and its place in the verdict: by its first witness, else by its question. */
  private record Placed(long witness, long question, Violation violation) {}

  private static final Comparator<Placed> IN_ORDER =
      Comparator.comparingLong(Placed::witness).thenComparingLong(Placed::question);

  private final int most;
  private final boolean complete;
  private final List<Placed> first = new ArrayList<>();
  private long cases;
  private long violations;
  private long undecided;
  private boolean pipelines;
  private boolean exercised;

  /**
   * Keeps that many violations.
   *
   * @param complete whether the run came to its own end
   */
  RuleTally(int most, boolean complete) {
    this.most = most;
    this.complete = complete;
  }

  /**
   * Adds what was found in a slice.
   *
   * @param places a question's place in the script
   */
  void add(Findings findings, ToLongFunction<Violation> places) {
    cases += findings.cases();
    for (Violation found : findings.inOrderFound()) {
      if (!complete && found.kind() != Kind.SAFETY) {
        undecided++;
        continue;
      }
      violations++;
      pipelines |= found.blame() == Blame.PIPELINE;
      boolean proved = !found.witnesses().isEmpty();
      first.add(
          proved
              ? new Placed(found.witnesses().get(0).sequence(), 0, found)
              : new Placed(Long.MAX_VALUE, places.applyAsLong(found), found));
    }
    cut();
  }

  void add(RuleTally other) {
    cases += other.cases;
    violations += other.violations;
    undecided += other.undecided;
    pipelines |= other.pipelines;
    exercised |= other.exercised;
    first.addAll(other.first);
    cut();
  }

  private void cut() {
    if (first.size() > 2L * most) {
      first.sort(IN_ORDER);
      first.subList(most, first.size()).clear();
    }
  }

  void exercised() {
    exercised = true;
  }

  boolean isExercised() {
    return exercised;
  }

  /** Whether neither a case was judged nor anything found. */
  boolean isSilent() {
    return cases == 0 && violations == 0 && undecided == 0;
  }

  boolean blamesPipeline() {
    return pipelines;
  }

  int cases() {
    return Math.toIntExact(cases);
  }

  int undecided() {
    return Math.toIntExact(undecided);
  }

  /** The first violations, in order of the first witness; those proved by an absence stand last. */
  List<Violation> violations() {
    return first.stream().sorted(IN_ORDER).limit(most).map(Placed::violation).toList();
  }

  /** How many violations were counted and not kept. */
  long unlisted() {
    return Math.max(0, violations - most);
  }
}
