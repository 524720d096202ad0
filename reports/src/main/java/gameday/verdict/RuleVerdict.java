package gameday.verdict;

import java.util.List;

/**
 * One rule's judgement.
 *
 * @param rule its id, such as {@code escalated-once}
 * @param sentence the rule in words
 * @param outcome FAIL if the pipeline violated it; INCONCLUSIVE if too few cases were seen and none
 *     failed; NOT_EXERCISED if none were seen and the script could not bring any
 * @param cases how many cases were judged
 * @param minimumCases how many it takes for a pass; 0 if the rule was not exercised
 * @param lacking the part the pipeline doesn't know, as a clause, if that is why it was not
 *     exercised; else empty
 * @param violations all violations, whoever's they are, in order of time
 */
public record RuleVerdict(
    String rule,
    String sentence,
    Outcome outcome,
    int cases,
    int minimumCases,
    String lacking,
    List<Violation> violations) {
  public RuleVerdict {
    violations = List.copyOf(violations);
  }

  /** A verdict on a rule that the pipeline has to keep. */
  public RuleVerdict(
      String rule,
      String sentence,
      Outcome outcome,
      int cases,
      int minimumCases,
      List<Violation> violations) {
    this(rule, sentence, outcome, cases, minimumCases, "", violations);
  }
}
