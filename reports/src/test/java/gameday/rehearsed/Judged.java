package gameday.rehearsed;

import gameday.history.Entry;
import gameday.history.History;
import gameday.judge.Judge;
import gameday.scenario.Scenario;
import gameday.script.Script;
import gameday.verdict.Blame;
import gameday.verdict.Outcome;
import gameday.verdict.RuleVerdict;
import gameday.verdict.Violation;
import java.util.List;

/** What the rules make of a history, asked for as everybody asks: through the judge. */
public record Judged(List<RuleVerdict> rules) {
  public static Judged of(Scenario scenario, Script script, History history) {
    return new Judged(Judge.judge(scenario, script, history, List.of()).verdict().rules());
  }

  public static Judged of(Day day) {
    return of(Horizon.scenario(), Horizon.script(), day.history());
  }

  public RuleVerdict rule(String id) {
    return rules.stream().filter(rule -> rule.rule().equals(id)).findFirst().orElseThrow();
  }

  public Outcome outcome(String id) {
    return rule(id).outcome();
  }

  public int cases(String id) {
    return rule(id).cases();
  }

  public List<Violation> violations() {
    return rules.stream().flatMap(rule -> rule.violations().stream()).toList();
  }

  /** All violations, each as in {@code on-time pipeline q-5}, in the order of the rule book. */
  public List<String> findings() {
    return violations().stream().map(Judged::finding).toList();
  }

  private static String finding(Violation violation) {
    Blame blame = violation.blame();
    String of = violation.question().map(question -> " " + question.value()).orElse("");
    return violation.rule() + " " + blame.word() + of;
  }

  /** The only violation; it is a fault if there are none or several. */
  public Violation only() {
    if (violations().size() != 1) {
      throw new AssertionError("expected one violation, found " + violations());
    }
    return violations().get(0);
  }

  /** The sentence of the only violation. */
  public String sentence() {
    return only().sentence();
  }

  /** The sequence numbers of the only violation's witnesses. */
  public List<Long> witnesses() {
    return only().witnesses().stream().map(Entry::sequence).toList();
  }
}
