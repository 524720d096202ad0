package gameday.judge.sliced;

import gameday.history.History;
import gameday.scenario.Scenario;
import gameday.script.Script;
import gameday.verdict.RuleVerdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Judges a run in memory slice by slice, for tests that judge it whole as well. */
public final class Sliced {
  private Sliced() {}

  /**
   * Judges by every rule.
   *
   * @param slice how many entries a slice has, at least
   */
  public static List<RuleVerdict> judge(
      Scenario scenario, Script script, History history, int slice) {
    try {
      SlicedJudge judge = new SlicedJudge(scenario, new RunInMemory(script, history), 1, slice);
      return ((SlicedJudge.Result.Rules) judge.judge()).rules();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
