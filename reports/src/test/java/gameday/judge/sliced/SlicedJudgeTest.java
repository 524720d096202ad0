package gameday.judge.sliced;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gameday.checker.RuleBook;
import gameday.evidence.Evidence;
import gameday.judge.sliced.MixedDays.Mix;
import gameday.rehearsed.Horizon;
import gameday.verdict.RuleVerdict;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Cut into slices, a run must be judged as it is when whole. */
class SlicedJudgeTest {
  private static final int SEEDS = 60;

  @Test
  void mixedDaysAreJudgedAsWhole() {
    Set<String> found = new TreeSet<>();
    for (long seed = 1; seed <= SEEDS; seed++) {
      Mix mix = MixedDays.of(seed);
      List<RuleVerdict> whole =
          RuleBook.judge(new Evidence(Horizon.scenario(), mix.script(), mix.history()));

      for (int slice : new int[] {1, 40, 10_000}) {
        List<RuleVerdict> sliced =
            Sliced.judge(Horizon.scenario(), mix.script(), mix.history(), slice);
        for (int i = 0; i < whole.size(); i++) {
          assertEquals(whole.get(i), sliced.get(i), "seed " + seed + ", slices of " + slice);
        }
      }

      whole.stream()
          .filter(rule -> !rule.violations().isEmpty())
          .forEach(rule -> found.add(rule.rule()));
    }
    // A comparison of verdicts that find nothing would prove nothing.
    assertEquals(Set.copyOf(RuleBook.ids()), found);
  }
}
