package gameday.checker;

import gameday.evidence.Evidence;
import gameday.process.PipelinePart;
import gameday.scenario.Scenario;
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

  static List<Rule> rules() {
    return RULES;
  }

  /** The process's rules and a scenario's own, in order. */
  static List<Rule> rules(Scenario scenario) {
    return Stream.concat(RULES.stream(), scenario.rules().stream().map(OwnRule::new)).toList();
  }

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
    return rules(evidence.scenario()).stream().map(rule -> verdict(rule, evidence)).toList();
  }

  private static RuleVerdict verdict(Rule rule, Evidence evidence) {
    Optional<PipelinePart> lacking = rule.part().filter(evidence.lacking()::contains);
    return lacking.isPresent()
        ? notExercised(rule, lacking.get().unknown())
        : judged(rule, evidence);
  }

  static RuleVerdict notExercised(Rule rule, String why) {
    String sentence = rule.sentence() + " (not exercised: " + why + ")";
    Set<Kind> kinds = kinds(rule.safety(), rule.liveness());
    return new RuleVerdict(
        rule.id(), sentence, kinds, Outcome.NOT_EXERCISED, 0, 0, 0, why, List.of());
  }

  private static RuleVerdict judged(Rule rule, Evidence evidence) {
    RuleTally tally = new RuleTally(Integer.MAX_VALUE, evidence.isComplete());
    tally.add(findings(rule, evidence), found -> 0);
    if (tally.isSilent() && rule.isExercised(evidence)) {
      tally.exercised();
    }
    return verdict(rule, tally);
  }

  /** What a rule finds, all of it of the kinds that it says it finds. */
  static Findings findings(Rule rule, Evidence evidence) {
    Findings findings = rule.judge(evidence);
    Set<Kind> kinds = kinds(rule.safety(), rule.liveness());
    findings.inOrderFound().forEach(violation -> mustBeDeclared(violation, kinds));
    return findings;
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

  /** The verdict, once everything is told. */
  static RuleVerdict verdict(Rule rule, RuleTally tally) {
    boolean exercised = !tally.isSilent() || tally.isExercised();
    int minimum = exercised ? rule.minimumCases() : 0;
    return new RuleVerdict(
        rule.id(),
        rule.sentence() + (exercised ? "" : " (not exercised by this run)"),
        kinds(rule.safety(), rule.liveness()),
        exercised ? outcome(tally, minimum) : Outcome.NOT_EXERCISED,
        tally.cases(),
        minimum,
        tally.undecided(),
        "",
        tally.violations());
  }

  private static Outcome outcome(RuleTally tally, int minimum) {
    if (tally.blamesPipeline()) {
      return Outcome.FAIL;
    }
    boolean open = tally.undecided() > 0 || tally.cases() < minimum;
    return open ? Outcome.INCONCLUSIVE : Outcome.PASS;
  }
}
