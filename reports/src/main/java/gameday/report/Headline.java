package gameday.report;

import gameday.history.Happening.RunEnded.Reason;
import gameday.verdict.ObjectiveVerdict;
import gameday.verdict.RuleVerdict;
import java.util.ArrayList;
import java.util.List;

/**
 * What an event lead reads first.
 *
 * @param readiness the word
 * @param why at most three sentences
 * @param findings the worst, at most three
 * @param advice what to do now, a sentence or two
 */
record Headline(Readiness readiness, List<String> why, List<Finding> findings, String advice) {
  private static final int MOST = 3;

  static Headline of(RunReport report) {
    List<Finding> findings = Finding.worstFirst(report).stream().limit(MOST).toList();
    return new Headline(Readiness.of(report.verdict()), why(report), findings, Advice.of(report));
  }

  private static List<String> why(RunReport report) {
    List<String> why = new ArrayList<>();
    interruption(report.verdict().reason(), why);
    if (!report.verdict().distrust().isEmpty()) {
      why.add("The run itself can't be trusted, so its figures prove nothing either way.");
    }
    why.add(judged(report));
    why.add(Tally.of(report.measures()).sentence());
    return why.stream().limit(MOST).toList();
  }

  private static void interruption(Reason reason, List<String> why) {
    switch (reason) {
      case INTERRUPTED -> why.add("The run was interrupted before the day was over.");
      case ABORTED -> why.add("The run was cut off before the day was over.");
      case DRAINED, STILL_OPEN -> {}
    }
  }

  private static String judged(RunReport report) {
    List<Wording> rules =
        report.verdict().rules().stream().map(RuleVerdict::outcome).map(Wording::of).toList();
    List<Wording> objectives =
        report.verdict().objectives().stream()
            .map(ObjectiveVerdict::outcome)
            .map(Wording::of)
            .toList();
    long violated = rules.stream().filter(Wording::isBad).count();
    long missed = objectives.stream().filter(Wording::isBad).count();
    long unproven =
        rules.stream().filter(Wording::isUnproven).count()
            + objectives.stream().filter(Wording::isUnproven).count();
    if (violated + missed + unproven == 0) {
      return rules.stream().anyMatch(Wording::isGood)
          ? "No rule was violated and no objective was missed."
          : "No rule was put to the test.";
    }
    List<String> parts = new ArrayList<>();
    if (violated > 0) {
      parts.add("the pipeline violated %d of %s".formatted(violated, count(rules.size(), "rule")));
    }
    if (missed > 0) {
      parts.add("%d of %s missed".formatted(missed, count(objectives.size(), "objective")));
    }
    if (unproven > 0) {
      parts.add(
          "too little was measured to judge %s".formatted(count(unproven, "rule or objective")));
    }
    String sentence = String.join("; ", parts);
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1) + ".";
  }

  /** A number with its noun, in the plural where it must be. */
  static String count(long number, String noun) {
    String plural =
        noun.equals("rule or objective")
            ? "rules or objectives"
            : noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
    return "%,d %s".formatted(number, number == 1 ? noun : plural);
  }
}
