package gameday.report;

import gameday.verdict.Blame;
import gameday.verdict.Outcome;
import gameday.verdict.RuleVerdict;
import gameday.verdict.Violation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The rules in one line, and a line more for each that failed or was not proven. */
final class RulesAtAGlance {
  private RulesAtAGlance() {}

  /** Such as {@code 11 rules held, 1 not exercised: on-time}. */
  static String line(List<RuleVerdict> rules) {
    Map<Outcome, List<String>> byOutcome = new EnumMap<>(Outcome.class);
    for (RuleVerdict rule : rules) {
      byOutcome.computeIfAbsent(rule.outcome(), outcome -> new ArrayList<>()).add(rule.rule());
    }
    List<String> parts = new ArrayList<>();
    int held = byOutcome.getOrDefault(Outcome.PASS, List.of()).size();
    parts.add(Headline.count(held, "rule") + " held");
    byOutcome.forEach(
        (outcome, ids) -> {
          // Those that failed or are not proven have a line each below.
          String which = outcome == Outcome.NOT_EXERCISED ? ": " + String.join(", ", ids) : "";
          if (outcome != Outcome.PASS) {
            parts.add("%d %s%s".formatted(ids.size(), told(outcome), which));
          }
        });
    return String.join(", ", parts);
  }

  private static String told(Outcome outcome) {
    return switch (outcome) {
      case PASS -> "held";
      case FAIL -> "violated";
      case INCONCLUSIVE, NOT_EXERCISED -> Wording.of(outcome).word();
    };
  }

  /** Why a rule without violations is not proven. */
  static String gap(RuleVerdict rule) {
    return rule.undecided() > 0
        ? "%s missing when the run was cut off".formatted(Headline.count(rule.undecided(), "thing"))
        : "%s seen, at least %,d needed"
            .formatted(Headline.count(rule.cases(), "case"), rule.minimumCases());
  }

  /** What is the matter with a rule that did not hold. */
  static String trouble(RuleVerdict rule) {
    if (!Wording.of(rule.outcome()).isBad()) {
      return "not proven: " + gap(rule);
    }
    List<Violation> violations = Finding.violations(rule, Blame.PIPELINE);
    String counted =
        "%s in %s"
            .formatted(
                Headline.count(violations.size(), "violation"),
                Headline.count(rule.cases(), "case"));
    return violations.isEmpty() ? counted : counted + "; " + violations.getFirst().sentence();
  }
}
