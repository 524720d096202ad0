package gameday.checker;

import static gameday.rehearsed.Horizon.honest;
import static gameday.rehearsed.Horizon.q;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gameday.history.Happening.AgentNoted;
import gameday.history.Happening.ModChatGranted;
import gameday.rehearsed.Day;
import gameday.verdict.Blame;
import gameday.verdict.Violation;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnaskedGrantsTest {
  private static final ModChatGranted GRANT = new ModChatGranted("keynote", "friend@example.org");

  @Test
  void letsInWhomAnAgentNamed() {
    Day day = honest().at(400, letIn("/let-in Friend@example.org")).at(401, GRANT);

    assertEquals(List.of(), violations(day));
  }

  @Test
  void findsWhoWasLetInThoughNobodyHadAsked() {
    List<Violation> found = violations(honest().at(401, GRANT));

    assertEquals(
        List.of("mod-chat-private PIPELINE"),
        found.stream().map(one -> one.rule() + " " + one.blame()).toList());
    assertEquals(List.of(GRANT), found.getFirst().witnesses().stream().map(e -> e.what()).toList());
  }

  @Test
  void findsWhoWasLetInInsteadOfSomebodyElse() {
    Day day = honest().at(400, letIn("/let-in ada@example.org")).at(401, GRANT);

    assertEquals(List.of(Blame.PIPELINE), violations(day).stream().map(Violation::blame).toList());
  }

  @Test
  void findsWhoWasLetInBeforeAnAgentAsked() {
    Day day = honest().at(401, GRANT).at(420, letIn("/let-in friend@example.org"));

    assertEquals(1, violations(day).size());
  }

  private static AgentNoted letIn(String text) {
    return new AgentNoted(q(1), "agent-1", text);
  }

  private static List<Violation> violations(Day day) {
    return RuleBookTest.violations(RuleBookTest.judge(day));
  }
}
