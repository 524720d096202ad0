package gameday.checker;

import gameday.evidence.Evidence;
import gameday.process.PipelinePart;
import gameday.scenario.Scenario;
import gameday.verdict.Blame;
import gameday.verdict.Kind;
import gameday.verdict.Outcome;
import gameday.verdict.RuleVerdict;
import gameday.verdict.Violation;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Every rule, in the order people read them; those of a scenario's own stand last. */
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

  /** The ids of the process's rules, in order; no rule of a scenario's own may have one of them. */
  public static List<String> ids() {
    return RULES.stream().map(Rule::id).toList();
  }

  /**
   * A rule in words.
   *
   * @param sentence what must hold
   * @param safety the failures that are this rule's to find whatever the run's end; may be empty
   * @param liveness those that it finds only in a run that came to its own end; may be empty
   * @param needs what a run must bring so that the rule is exercised
   * @param example one violation
   * @param minimumCases how many cases it takes for a pass
   * @param blame whose its violations are
   */
  public record Words(
      String id,
      String sentence,
      String safety,
      String liveness,
      String needs,
      String example,
      int minimumCases,
      String blame) {
    /** What its findings may rest on. */
    public Set<Kind> kinds() {
      return RuleBook.kinds(safety, liveness);
    }
  }

  /** The process's rules in words, in order. */
  public static List<Words> words() {
    return RULES.stream().map(RuleBook::words).toList();
  }

  /** A scenario's own rules in words, in its order. */
  public static List<Words> words(Scenario scenario) {
    return scenario.rules().stream().map(OwnRule::new).map(RuleBook::words).toList();
  }

  private static Words words(Rule rule) {
    return new Words(
        rule.id(),
        rule.sentence(),
        rule.safety(),
        rule.liveness(),
        rule.needs(),
        rule.example(),
        rule.minimumCases(),
        rule.blame());
  }

  private static Set<Kind> kinds(String safety, String liveness) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    if (!safety.isEmpty()) {
      kinds.add(Kind.SAFETY);
    }
    if (!liveness.isEmpty()) {
      kinds.add(Kind.LIVENESS);
    }
    return kinds;
  }

  /**
   * Judges a run by every rule, the scenario's own among them. Only the pipeline's violations make
   * a rule fail. In a run that was cut off, what was missed is left undecided.
   */
  public static List<RuleVerdict> judge(Evidence evidence) {
    Stream<Rule> own = evidence.scenario().rules().stream().map(OwnRule::new);
    return Stream.concat(RULES.stream(), own).map(rule -> verdict(rule, evidence)).toList();
  }

  private static RuleVerdict verdict(Rule rule, Evidence evidence) {
    Optional<PipelinePart> lacking = rule.part().filter(evidence.lacking()::contains);
    return lacking.isPresent()
        ? notExercised(rule, lacking.get().unknown())
        : judged(rule, evidence);
  }

  private static RuleVerdict notExercised(Rule rule, String why) {
    String sentence = rule.sentence() + " (not exercised: " + why + ")";
    Set<Kind> kinds = kinds(rule.safety(), rule.liveness());
    return new RuleVerdict(
        rule.id(), sentence, kinds, Outcome.NOT_EXERCISED, 0, 0, 0, why, List.of());
  }

  private static RuleVerdict judged(Rule rule, Evidence evidence) {
    Findings findings = rule.judge(evidence);
    Set<Kind> kinds = kinds(rule.safety(), rule.liveness());
    List<Violation> all = findings.violations();
    all.forEach(violation -> mustBeDeclared(violation, kinds));
    List<Violation> violations =
        evidence.isComplete()
            ? all
            : all.stream().filter(violation -> violation.kind() == Kind.SAFETY).toList();
    int undecided = all.size() - violations.size();
    boolean silent = findings.cases() == 0 && all.isEmpty();
    boolean exercised = !silent || rule.isExercised(evidence);
    int minimum = exercised ? rule.minimumCases() : 0;
    Outcome outcome =
        exercised
            ? outcome(violations, undecided > 0 || findings.cases() < minimum)
            : Outcome.NOT_EXERCISED;
    return new RuleVerdict(
        rule.id(),
        rule.sentence() + (exercised ? "" : " (not exercised by this run)"),
        kinds,
        outcome,
        findings.cases(),
        minimum,
        undecided,
        "",
        violations);
  }

  private static void mustBeDeclared(Violation violation, Set<Kind> kinds) {
    if (!kinds.contains(violation.kind())) {
      throw new IllegalStateException(
          violation.rule()
              + " has a finding of "
              + violation.kind().word()
              + " and says it has none");
    }
  }

  private static Outcome outcome(List<Violation> violations, boolean open) {
    if (violations.stream().anyMatch(violation -> violation.blame() == Blame.PIPELINE)) {
      return Outcome.FAIL;
    }
    return open ? Outcome.INCONCLUSIVE : Outcome.PASS;
  }
}
