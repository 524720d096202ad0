package gameday.report;

import gameday.verdict.Blame;
import gameday.verdict.RuleVerdict;
import gameday.verdict.Violation;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The command that tells the story of the worst thing that was found. */
final class Explanation {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]+");

  private Explanation() {}

  /** The whole command; empty if no rule was violated, by whomever. */
  static Optional<String> of(RunReport report) {
    return Finding.worstFirst(report).stream()
        .flatMap(finding -> rule(report, finding).stream())
        .findFirst()
        .map(rule -> report.origin().explain() + " " + what(rule));
  }

  private static Optional<RuleVerdict> rule(RunReport report, Finding finding) {
    return report.verdict().rules().stream()
        .filter(rule -> rule.rule().equals(finding.about()) && !rule.violations().isEmpty())
        .findFirst();
  }

  private static String what(RuleVerdict rule) {
    List<Violation> pipelines = Finding.violations(rule, Blame.PIPELINE);
    Violation first = (pipelines.isEmpty() ? rule.violations() : pipelines).getFirst();
    return first
        .question()
        .map(question -> quoted(question.value()))
        .orElse("--rule " + quoted(rule.rule()));
  }

  /** As a shell takes it for one word, whatever it holds. */
  static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
