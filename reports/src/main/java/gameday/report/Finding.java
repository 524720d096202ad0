package gameday.report;

import gameday.verdict.Blame;
import gameday.verdict.ObjectiveVerdict;
import gameday.verdict.RuleVerdict;
import gameday.verdict.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Something a reader should know, told in one line.
 *
 * @param about the rule's id, the objective's line or what else it is about; raw text
 * @param sentence what is the matter; raw text
 * @param style the style sheet's class
 * @param weight how bad it is
 */
record Finding(String about, String sentence, String style, int weight) {
  private static final int TOLD = 300;

  /** Distrust first, then violated rules, missed objectives, gaps, people's mistakes. */
  static List<Finding> worstFirst(RunReport report) {
    List<Finding> findings = new ArrayList<>();
    for (String reason : report.verdict().distrust()) {
      findings.add(new Finding("not trustworthy", reason, "bad", 10_000));
    }
    report.verdict().rules().forEach(rule -> ofRule(rule, report, findings));
    report.verdict().objectives().forEach(objective -> ofObjective(objective, findings));
    // The sort is stable: what weighs the same stays in the order of the rule book.
    findings.sort(Comparator.comparingInt(Finding::weight).reversed());
    return findings;
  }

  private static void ofRule(RuleVerdict rule, RunReport report, List<Finding> findings) {
    Wording wording = Wording.of(rule.outcome());
    List<Violation> pipelines = violations(rule, Blame.PIPELINE);
    List<Violation> others =
        rule.violations().stream().filter(v -> v.blame() != Blame.PIPELINE).toList();
    if (wording.isBad()) {
      String counted =
          "%s in %s"
              .formatted(
                  Headline.count(pipelines.size(), "violation"),
                  Headline.count(rule.cases(), "case"));
      int weight = wording.weight() * 1000 + Math.min(pipelines.size(), 999);
      findings.add(
          new Finding(rule.rule(), first(counted, pipelines, report), wording.style(), weight));
    } else if (wording.isUnproven()) {
      String gap = "not proven: " + RulesAtAGlance.gap(rule);
      findings.add(new Finding(rule.rule(), gap, wording.style(), wording.weight() * 100));
    }
    if (!others.isEmpty()) {
      String counted = "%s, not the pipeline's".formatted(Headline.count(others.size(), "slip"));
      findings.add(new Finding(rule.rule(), first(counted, others, report), "open", 50));
    }
  }

  private static String first(String counted, List<Violation> violations, RunReport report) {
    if (violations.isEmpty()) {
      return counted + ".";
    }
    Violation first = violations.getFirst();
    String when =
        first.witnesses().stream()
            .findFirst()
            .map(entry -> Times.eventTime(entry.atNanos(), report.speed()))
            .map(at -> " at " + Times.clock(report.scenario().event().starts(), at))
            .orElse("");
    String which = first.question().map(id -> " (" + id.value() + ")").orElse("");
    return counted + "; first" + when + which + ": " + Visible.clip(first.sentence(), TOLD);
  }

  private static void ofObjective(ObjectiveVerdict objective, List<Finding> findings) {
    Wording wording = Wording.of(objective.outcome());
    String why = objective.explanation();
    if (wording.isBad()) {
      String missed =
          why.isEmpty() ? "was %s, limit %s".formatted(objective.actual(), objective.limit()) : why;
      findings.add(
          new Finding(objective.objective(), missed, wording.style(), wording.weight() * 500));
    } else if (wording.isUnproven()) {
      String gap = Headline.count(objective.samples(), "sample");
      findings.add(
          new Finding(
              objective.objective(),
              "not proven: " + (why.isEmpty() ? gap : why),
              wording.style(),
              wording.weight() * 100));
    }
  }

  static List<Violation> violations(RuleVerdict rule, Blame blame) {
    return rule.violations().stream().filter(v -> v.blame() == blame).toList();
  }
}
