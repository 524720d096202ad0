package gameday.verdict;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One rule's judgement.
 *
 * @param rule its id, such as {@code escalated-once}
 * @param sentence the rule in words
 * @param kinds what its findings may rest on
 * @param outcome FAIL if the pipeline violated it; INCONCLUSIVE if none failed, but too few cases
 *     were seen or some were left undecided; NOT_EXERCISED if none were seen and the script could
 *     not bring any
 * @param cases how many cases were judged
 * @param minimumCases how many it takes for a pass; 0 if the rule was not exercised
 * @param undecided how many things due were missing when the run was cut off; they are no
 *     violations, since they might have come
 * @param lacking the part the pipeline doesn't know, as a clause, if that is why it was not
 *     exercised; else empty
 * @param violations all violations, whoever's they are, in order of time
 */
public record RuleVerdict(
    String rule,
    String sentence,
    Set<Kind> kinds,
    Outcome outcome,
    int cases,
    int minimumCases,
    int undecided,
    String lacking,
    List<Violation> violations) {
  public RuleVerdict {
    kinds = kinds.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(kinds));
    violations = List.copyOf(violations);
  }

  /** A verdict on a rule of any kind that the pipeline has to keep, with nothing left undecided. */
  public RuleVerdict(
      String rule,
      String sentence,
      Outcome outcome,
      int cases,
      int minimumCases,
      List<Violation> violations) {
    this(
        rule, sentence, EnumSet.allOf(Kind.class), outcome, cases, minimumCases, 0, "", violations);
  }
}
