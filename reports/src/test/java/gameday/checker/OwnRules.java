package gameday.checker;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import gameday.evidence.Evidence;
import gameday.rehearsed.Day;
import gameday.rehearsed.Horizon;
import gameday.scenario.RulePlan;
import gameday.scenario.yaml.Loaded;
import gameday.scenario.yaml.ScenarioFile;
import gameday.verdict.RuleVerdict;
import java.util.List;

/** Judges {@link Horizon}'s days by a rule as a scenario has it. */
final class OwnRules {
  private OwnRules() {}

  /** The verdict on a rule, given in YAML without its id. */
  static RuleVerdict verdict(Day day, String rule) {
    return RuleBook.judge(
            new Evidence(
                Horizon.scenario().withRules(List.of(read(rule))), Horizon.script(), day.history()))
        .getLast();
  }

  private static RulePlan read(String rule) {
    String scenario =
        """
        title: A day with a rule
        event:
          name: Horizon
          starts: 09:00
          ends: 10:30
          sessions: [{id: keynote, title: Keynote, starts: start+30m, ends: start+60m}]
        audiences: {attendees: {people: 500}}
        rules:
          - {id: own, %s}
        """
            .formatted(rule);
    Loaded loaded = ScenarioFile.read("own.yaml", scenario);
    return assertInstanceOf(Loaded.Good.class, loaded, loaded::toString).scenario().rules().get(0);
  }
}
