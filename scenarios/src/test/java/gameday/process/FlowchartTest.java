package gameday.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FlowchartTest {
  /** Written from the published process: stage, move, next stage. What isn't here is refused. */
  private static final String BOTH_ROUTES =
      """
      NEW ASK_IN_HELP_CHAT WITH_CHATBOT
      NEW ASK_IN_MOD_CHAT WAITING_FOR_CLIENT_TEAM
      NEW ASK_FOR_AGENT WAITING_FOR_CLIENT_TEAM
      WITH_CHATBOT CHATBOT_ANSWERS ANSWERED
      WITH_CHATBOT ASK_FOR_AGENT WAITING_FOR_CLIENT_TEAM
      WITH_CHATBOT GIVE_UP GIVEN_UP
      WAITING_FOR_CLIENT_TEAM AGENT_TAKES WITH_CLIENT_TEAM
      WAITING_FOR_CLIENT_TEAM ESCALATE_UNTAKEN WITH_CSM
      WAITING_FOR_CLIENT_TEAM GIVE_UP GIVEN_UP
      WITH_CLIENT_TEAM AGENT_ANSWERS ANSWERED
      WITH_CLIENT_TEAM ESCALATE WITH_CSM
      WITH_CLIENT_TEAM GIVE_UP GIVEN_UP
      WITH_CSM AGENT_TAKES WITH_CSM
      WITH_CSM CSM_ANSWERS ANSWERED_IN_THREAD
      WITH_CSM CSM_CALLS_TECH_SUPPORT WITH_TECH_SUPPORT
      WITH_CSM GIVE_UP GIVEN_UP
      WITH_TECH_SUPPORT AGENT_TAKES WITH_TECH_SUPPORT
      WITH_TECH_SUPPORT CSM_ANSWERS ANSWERED_IN_THREAD
      WITH_TECH_SUPPORT CSM_CALLS_TECH_SUPPORT WITH_TECH_SUPPORT
      WITH_TECH_SUPPORT TECH_SUPPORT_ANSWERS ANSWERED_IN_THREAD
      WITH_TECH_SUPPORT GIVE_UP GIVEN_UP
      ANSWERED_IN_THREAD AGENT_TAKES ANSWERED_IN_THREAD
      ANSWERED_IN_THREAD AGENT_ANSWERS ANSWERED
      ANSWERED_IN_THREAD GIVE_UP GIVEN_UP
      ANSWERED AGENT_ANSWERS ANSWERED
      ANSWERED FOLLOW_UP WITH_CLIENT_TEAM
      GIVEN_UP BRING_BACK GIVEN_UP
      """;

  @ParameterizedTest
  @EnumSource
  void allowsWhatTheProcessAllowsAndNothingElse(AnswerRoute route) {
    Map<String, Stage> allowed = new TreeMap<>();
    BOTH_ROUTES
        .lines()
        .map(line -> line.split(" "))
        .forEach(words -> allowed.put(words[0] + " " + words[1], Stage.valueOf(words[2])));
    allowed.put(
        "ANSWERED_IN_THREAD BRING_BACK",
        route == AnswerRoute.STRAIGHT ? Stage.ANSWERED : Stage.ANSWERED_IN_THREAD);

    Map<String, Stage> taken = new TreeMap<>();
    for (Stage stage : Stage.values()) {
      for (Move move : Move.values()) {
        if (Flowchart.step(route, stage, move) instanceof Flowchart.Step.Taken step) {
          taken.put(stage + " " + move, step.stage());
        }
      }
    }

    assertEquals(allowed, taken);
  }

  @Test
  void saysWhyItRefuses() {
    Flowchart.Step step =
        Flowchart.step(
            AnswerRoute.THROUGH_AGENT, Stage.WITH_CLIENT_TEAM, Move.TECH_SUPPORT_ANSWERS);

    Flowchart.Step.Refused refused = assertInstanceOf(Flowchart.Step.Refused.class, step);
    assertFalse(refused.why().isBlank());
    assertEquals(Stage.WITH_CLIENT_TEAM, refused.stage());
    assertEquals(Move.TECH_SUPPORT_ANSWERS, refused.move());
  }
}
