package gameday.verdict;

import gameday.history.Happening.RunEnded.Reason;
import java.util.List;

/**
 * A run's judgement.
 *
 * @param reason why the run ended; ABORTED if the history is cut off
 * @param rules every rule, in the order of the rule book
 * @param objectives every objective, in the scenario's order
 * @param distrust why the run can't be trusted, a sentence each; empty if it can
 */
public record Verdict(
    Reason reason,
    List<RuleVerdict> rules,
    List<ObjectiveVerdict> objectives,
    List<String> distrust) {
  public Verdict {
    rules = List.copyOf(rules);
    objectives = List.copyOf(objectives);
    distrust = List.copyOf(distrust);
  }

  /**
   * The command's exit code. A rule that was not exercised changes nothing, but where no rule held
   * there is nothing to pass.
   */
  public ExitCode exitCode() {
    if (reason == Reason.INTERRUPTED) {
      return ExitCode.INTERRUPTED;
    }
    if (!distrust.isEmpty()) {
      return ExitCode.NOT_TRUSTWORTHY;
    }
    if (rules.stream().anyMatch(rule -> rule.outcome() == Outcome.FAIL)) {
      return ExitCode.INCORRECT;
    }
    if (objectives.stream().anyMatch(objective -> objective.outcome() == Outcome.FAIL)) {
      return ExitCode.GATE_FAILED;
    }
    boolean open =
        rules.stream().noneMatch(rule -> rule.outcome() == Outcome.PASS)
            || rules.stream().anyMatch(rule -> rule.outcome() == Outcome.INCONCLUSIVE)
            || objectives.stream().anyMatch(o -> o.outcome() == Outcome.INCONCLUSIVE);
    return open ? ExitCode.INCONCLUSIVE : ExitCode.PASS;
  }
}
