package gameday.checker;

import gameday.evidence.Evidence;
import gameday.evidence.RunFacts;
import gameday.history.Entry;
import gameday.history.History;
import gameday.scenario.RuleForm;
import gameday.scenario.RulePlan;
import gameday.script.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A rule of a scenario's own about the run as a whole, watching its entries go by. It keeps those
 * that the rule asks for, and the first, which is where a run is late from.
 */
final class OwnOfRun {
  private final OwnRule rule;
  private final List<Predicate<Entry>> asked;
  private final List<Entry> kept = new ArrayList<>();

  OwnOfRun(OwnRule rule) {
    this.rule = rule;
    this.asked = asked(rule.plan());
  }

  private static List<Predicate<Entry>> asked(RulePlan plan) {
    Stream<Predicate<Entry>> form =
        switch (plan.form()) {
          case RuleForm.ExactlyOne it -> Stream.of(new EventMatch(it.what())::matches);
          case RuleForm.Response it ->
              Stream.of(new EventMatch(it.to())::matches, new EventMatch(it.with())::matches);
          case RuleForm.Precedence it ->
              Stream.of(new EventMatch(it.first())::matches, new EventMatch(it.then())::matches);
          case RuleForm.NotBefore it ->
              Stream.of(new EventMatch(it.what())::matches, new EventMatch(it.until())::matches);
          case RuleForm.Within it ->
              Stream.of(new EventMatch(it.from())::matches, new EventMatch(it.to())::matches);
          // Whatever has the name is a case.
          case RuleForm.Never it -> Stream.of(new EventMatch(it.what())::isNamed);
        };
    Stream<Predicate<Entry>> when =
        plan.which().when().stream().map(pattern -> new EventMatch(pattern)::matches);
    return Stream.concat(form, when).toList();
  }

  boolean is(Rule other) {
    return rule.id().equals(other.id());
  }

  void see(Entry entry) {
    if (kept.isEmpty() || asked.stream().anyMatch(pattern -> pattern.test(entry))) {
      kept.add(entry);
    }
  }

  /** Tells what it found, once everything is seen and known. */
  void tell(RunFacts facts, RuleTally tally) {
    Script nobody = new Script("", 0, Duration.ZERO, List.of());
    Evidence evidence = new Evidence(facts, nobody, new History(kept));
    tally.add(RuleBook.findings(rule, evidence), found -> 0);
    if (rule.isExercised(evidence)) {
      tally.exercised();
    }
  }
}
