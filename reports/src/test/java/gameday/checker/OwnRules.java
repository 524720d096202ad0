package gameday.checker;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import gameday.evidence.Evidence;
import gameday.rehearsed.Day;
import gameday.rehearsed.Horizon;
import gameday.scenario.Scenario;
import gameday.scenario.yaml.Loaded;
import gameday.scenario.yaml.ScenarioFile;
import gameday.verdict.RuleVerdict;

/** Judges {@link Horizon}'s days by rules as a scenario has them. */
public final class OwnRules {
  private OwnRules() {}

  /** The verdict on a rule, given in YAML without its id. */
  static RuleVerdict verdict(Day day, String rule) {
    return RuleBook.judge(new Evidence(scenario(rule), Horizon.script(), day.history())).getLast();
  }

  /** {@link Horizon}'s scenario with rules, each given in YAML without its id. */
  public static Scenario scenario(String... rules) {
    StringBuilder scenario =
        new StringBuilder(
            """
            title: A day with a rule
            event:
              name: Horizon
              starts: 09:00
              ends: 10:30
              sessions: [{id: keynote, title: Keynote, starts: start+30m, ends: start+60m}]
            audiences: {attendees: {people: 500}}
            rules:
            """);
    for (int i = 0; i < rules.length; i++) {
      scenario.append("  - {id: own%s, %s}%n".formatted(i == 0 ? "" : "-" + i, rules[i]));
    }
    Loaded loaded = ScenarioFile.read("own.yaml", scenario.toString());
    Loaded.Good good = assertInstanceOf(Loaded.Good.class, loaded, loaded::toString);
    return Horizon.scenario().withRules(good.scenario().rules());
  }
}
