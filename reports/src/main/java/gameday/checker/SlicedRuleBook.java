package gameday.checker;

import gameday.evidence.Evidence;
import gameday.evidence.RunFacts;
import gameday.process.PipelinePart;
import gameday.script.QuestionId;
import gameday.verdict.RuleVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * Judges a run slice by slice: every question, issue and write stands in one slice, together with
 * all that it has to do with; {@link RunWatch} watches the run as a whole. The sum is what judging
 * all at once would give.
 *
 * <p>For one thread; others fill books of their own, which are {@link #add added}.
 */
public final class SlicedRuleBook {
  /** How many violations of a rule are kept; all are counted. */
  public static final int MOST_LISTED = 10_000;

  private final RunFacts facts;
  private final List<Rule> rules;
  private final List<RuleTally> tallies = new ArrayList<>();

  /** A new book for a run with these facts. */
  public SlicedRuleBook(RunFacts facts) {
    this(facts, MOST_LISTED);
  }

  SlicedRuleBook(RunFacts facts, int most) {
    this.facts = facts;
    this.rules = RuleBook.rules(facts.scenario());
    for (Rule rule : rules) {
      tallies.add(new RuleTally(most, facts.isComplete()));
    }
  }

  /**
   * Judges a slice by the rules of questions.
   *
   * @param places a question's place in the whole script
   */
  public void judge(Evidence slice, ToLongFunction<QuestionId> places) {
    for (int i = 0; i < rules.size(); i++) {
      Rule rule = rules.get(i);
      if (lacking(rule).isEmpty() && !RunWatch.isOfRun(rule)) {
        RuleTally tally = tallies.get(i);
        tally.add(
            RuleBook.findings(rule, slice),
            found -> found.question().map(places::applyAsLong).orElse(0L));
        if (!tally.isExercised() && rule.isExercised(slice)) {
          tally.exercised();
        }
      }
    }
  }

  /** Adds what another book of the same run found in its slices. */
  public void add(SlicedRuleBook other) {
    for (int i = 0; i < rules.size(); i++) {
      tallies.get(i).add(other.tallies.get(i));
    }
  }

  /** The verdicts, in the order of the rule book; asked once, at the end. */
  public List<RuleVerdict> verdicts(RunWatch watch) {
    List<RuleVerdict> verdicts = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      Rule rule = rules.get(i);
      RuleTally tally = tallies.get(i);
      watch.tell(rule, facts, tally);
      verdicts.add(
          lacking(rule)
              .map(part -> RuleBook.notExercised(rule, part.unknown()))
              .orElseGet(() -> RuleBook.verdict(rule, tally)));
    }
    return verdicts;
  }

  private Optional<PipelinePart> lacking(Rule rule) {
    return rule.part().filter(facts.lacking()::contains);
  }

  /** Of which rules more violations were found than are listed, a sentence each. */
  public List<String> unlisted() {
    List<String> unlisted = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      if (tallies.get(i).unlisted() > 0) {
        unlisted.add(
            "%s: %d more violations were found and are not listed"
                .formatted(rules.get(i).id(), tallies.get(i).unlisted()));
      }
    }
    return unlisted;
  }
}
