package gameday.checker;

import static gameday.rehearsed.Horizon.honest;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gameday.history.Happening.PipelineCalled;
import gameday.rehearsed.Day;
import gameday.verdict.Violation;
import java.util.List;
import org.junit.jupiter.api.Test;

class PoliteRetriesTest {
  private static final PipelineCalled LIMITED =
      new PipelineCalled("slack", "chat.postMessage", 429, "rate-limits 1s");
  private static final PipelineCalled TAKEN =
      new PipelineCalled("slack", "chat.postMessage", 200, "ok");

  @Test
  void excusesACallThatWasUnderWayWhenTheLimitWasTold() {
    Day day = honest().at(99, LIMITED).at(99.07, LIMITED).at(100.1, TAKEN);

    assertEquals(List.of(), rulesBroken(day));
  }

  @Test
  void findsWhoTriesAgainAndAgainHoweverSoon() {
    Day day = honest().at(99, LIMITED).at(99.07, LIMITED).at(99.14, LIMITED).at(99.21, TAKEN);

    assertEquals(List.of("polite-client"), rulesBroken(day));
  }

  @Test
  void excusesACallThatWasUnderWayWhenTheNextLimitWasTold() {
    Day day = honest().at(99, LIMITED).at(100, LIMITED).at(100.05, TAKEN);

    assertEquals(List.of(), rulesBroken(day));
  }

  private static List<String> rulesBroken(Day day) {
    return RuleBookTest.violations(RuleBookTest.judge(day)).stream().map(Violation::rule).toList();
  }
}
