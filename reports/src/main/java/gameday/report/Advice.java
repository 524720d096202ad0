package gameday.report;

import gameday.measures.Part;
import gameday.scenario.NoShows;
import gameday.verdict.Blame;
import gameday.verdict.RuleVerdict;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What to do after a run, by how it ended. */
final class Advice {
  private static final String INVITATIONS =
      " Before anything else, get the missing invitations accepted: 'gameday preflight' says whose.";

  private Advice() {}

  static String of(RunReport report) {
    return afterwards(report) + (NoShows.missing(report.scenario()).isEmpty() ? "" : INVITATIONS);
  }

  private static String afterwards(RunReport report) {
    return switch (report.verdict().exitCode()) {
      case PASS ->
          "Rehearse the days you fear as well: a surge, an outage, fewer people"
              + " ('gameday scenarios' lists some, '--set' changes any setting).";
      case GATE_FAILED -> slow(report);
      case INCORRECT -> incorrect(report);
      case INCONCLUSIVE ->
          "Rehearse a longer or busier day, until every rule and objective has enough cases; what"
              + " was not measured is not proven.";
      case NOT_TRUSTWORTHY ->
          "Remove what is named below and run again, on a quieter machine or at a lower speed."
              + " Don't act on these figures.";
      case INTERRUPTED -> "Run it again to the end: %s".formatted(report.origin().repeat());
      case BROKEN, USAGE -> "Gameday could not do its work; see the run folder's log.";
    };
  }

  private static String incorrect(RunReport report) {
    Optional<RuleVerdict> worst =
        report.verdict().rules().stream()
            .filter(rule -> Wording.of(rule.outcome()).isBad())
            .max(
                java.util.Comparator.comparingInt(
                    rule -> Finding.violations(rule, Blame.PIPELINE).size()));
    String start =
        worst.map(rule -> "Start with " + rule.rule() + ": ").orElse("")
            + "read its witnesses, fix the pipeline, then play the same day again (same seed).";
    return "Don't go live with this pipeline. " + start;
  }

  private static String slow(RunReport report) {
    return longest(report)
        .map(part -> "Most of the time goes to: %s. %s".formatted(part.words(), remedy(part)))
        .orElse("See which objective was missed, and where its time went.");
  }

  private static String remedy(Part part) {
    return switch (part) {
      case QUEUE, AGENT, AGENT_RETURN ->
          "Look at the Client team's roster at the busiest time, and play the same day with more:"
              + " --set staff.client-team.agents=N.";
      case CSM ->
          "Look at the CSMs' roster, and play the same day with more: --set staff.csm.people=N.";
      case TECH_SUPPORT ->
          "Look at Tech Support's roster, and play the same day with more:"
              + " --set staff.tech-support.people=N.";
      case CHATBOT -> "Look at how long the chatbot holds on to what it can't answer.";
      case OUTAGE -> "Agree how to reach the response team while Slack or a chat is gone.";
      case PIPELINE_OUT, PIPELINE_BACK -> "Look at the pipeline: people are not what is slow here.";
    };
  }

  private static Optional<Part> longest(RunReport report) {
    Map<Part, Duration> sums = new EnumMap<>(Part.class);
    for (var question : report.measures().questions()) {
      question.parts().forEach((part, time) -> sums.merge(part, time, Duration::plus));
    }
    return sums.entrySet().stream()
        .filter(sum -> sum.getValue().isPositive())
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey);
  }
}
