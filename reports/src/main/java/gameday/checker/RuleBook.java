package gameday.checker;

import gameday.evidence.Evidence;
import gameday.process.PipelinePart;
import gameday.verdict.Blame;
import gameday.verdict.Outcome;
import gameday.verdict.RuleVerdict;
import java.util.List;
import java.util.Optional;

/** Every rule, in the order people read them. */
public final class RuleBook {
  private static final List<Rule> RULES =
      List.of(
          new NoQuestionLost(),
          new ClientTeamFirst(),
          new EscalatedIffNeeded(),
          new EscalatedOnce(),
          new RightChannel(),
          new TemplateComplete(),
          new InThread(),
          new TechSupportThroughCsm(),
          new AnswerReturned(),
          new ModChatPrivate(),
          new OnTime(),
          new PoliteClient(),
          new ForgeryRefused());

  private RuleBook() {}

  static List<Rule> rules() {
    return RULES;
  }

  /** The ids of all rules, in order. */
  public static List<String> ids() {
    return RULES.stream().map(Rule::id).toList();
  }

  /**
   * A rule in words.
   *
   * @param sentence what must hold
   * @param owns the failures that are this rule's to find
   * @param needs what a run must bring so that the rule is exercised
   * @param minimumCases how many cases it takes for a pass
   */
  public record Words(String id, String sentence, String owns, String needs, int minimumCases) {}

  /** All rules in words, in order. */
  public static List<Words> words() {
    return RULES.stream()
        .map(
            rule ->
                new Words(
                    rule.id(), rule.sentence(), rule.owns(), rule.needs(), rule.minimumCases()))
        .toList();
  }

  /** Judges a run by every rule. Only the pipeline's violations make a rule fail. */
  public static List<RuleVerdict> judge(Evidence evidence) {
    return RULES.stream().map(rule -> verdict(rule, evidence)).toList();
  }

  private static RuleVerdict verdict(Rule rule, Evidence evidence) {
    Optional<PipelinePart> lacking = rule.part().filter(evidence.lacking()::contains);
    return lacking.isPresent()
        ? notExercised(rule, lacking.get().unknown())
        : judged(rule, evidence);
  }

  static RuleVerdict notExercised(Rule rule, String why) {
    String sentence = rule.sentence() + " (not exercised: " + why + ")";
    return new RuleVerdict(rule.id(), sentence, Outcome.NOT_EXERCISED, 0, 0, why, List.of());
  }

  private static RuleVerdict judged(Rule rule, Evidence evidence) {
    Findings findings = rule.judge(evidence);
    boolean silent = findings.cases() == 0 && findings.violations().isEmpty();
    boolean exercised = !silent || rule.isExercised(evidence);
    Outcome outcome = exercised ? outcome(rule, findings) : Outcome.NOT_EXERCISED;
    return new RuleVerdict(
        rule.id(),
        rule.sentence() + (exercised ? "" : " (not exercised by this run)"),
        outcome,
        findings.cases(),
        exercised ? rule.minimumCases() : 0,
        findings.violations());
  }

  private static Outcome outcome(Rule rule, Findings findings) {
    if (findings.violations().stream().anyMatch(v -> v.blame() == Blame.PIPELINE)) {
      return Outcome.FAIL;
    }
    return findings.cases() < rule.minimumCases() ? Outcome.INCONCLUSIVE : Outcome.PASS;
  }
}
