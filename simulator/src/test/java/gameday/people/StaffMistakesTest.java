package gameday.people;

import static gameday.people.Day.PIPELINE;
import static gameday.scenario.StaffMistake.AGENT_CALLS_TECH_SUPPORT;
import static gameday.scenario.StaffMistake.AGENT_WRITES_AT_TOP_LEVEL;
import static gameday.scenario.StaffMistake.ANSWERS_WITHOUT_ESCALATING;
import static gameday.scenario.StaffMistake.CSM_ANSWERS_AT_TOP_LEVEL;
import static gameday.scenario.StaffMistake.ESCALATES_TO_WRONG_CHANNEL;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gameday.process.Tier;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each mistake on its own. */
class StaffMistakesTest {
  private static final String HERE = "Hi <!here>, we need your help.";

  @Test
  void anAgentAnswersWhatTakesAnEscalation() {
    Day day = new Day().withMistakes(ANSWERS_WITHOUT_ESCALATING).question("q-1", Tier.CSM);

    assertEquals(
        List.of(
            "0 client-1 takes q-1",
            "60 client-1 answers q-1: answer to q-1",
            "60 client-1 closes q-1"),
        day.opens(0, "q-1").play());
  }

  @Test
  void anAgentCallsTechSupportInTheThreadOnce() {
    Day day = new Day().withMistakes(AGENT_CALLS_TECH_SUPPORT).question("q-1", Tier.CSM);
    day.opens(0, "q-1").posted(70, "t-1", PIPELINE, HERE, "q-1");
    day.postedInThread(80, "t-1", PIPELINE, "Also affected: nobody", "q-1");

    assertEquals(
        List.of("70 client-1 calls Tech Support to t-1"),
        day.play().stream().filter(line -> line.contains("Tech Support")).toList());
  }

  @Test
  void anAgentAsksForNewsAtTopLevel() {
    Day day = new Day().withMistakes(AGENT_WRITES_AT_TOP_LEVEL).question("q-1", Tier.CSM);
    day.opens(0, "q-1").posted(70, "t-1", PIPELINE, HERE, "q-1");

    assertEquals(
        "70 client-1 writes at top level: Any news for q-1@example.org, please?",
        day.play().get(3));
  }

  @Test
  void aCsmAnswersAtTopLevelAndSeesItSoon() {
    Day day = new Day().withMistakes(CSM_ANSWERS_AT_TOP_LEVEL).question("q-1", Tier.CSM);
    day.posted(0, "t-1", PIPELINE, HERE, "q-1");

    assertEquals(
        List.of(
            "30 csm-1 reacts to t-1",
            "150 csm-1 writes at top level: answer to q-1",
            "180 csm-1 answers in t-1: answer to q-1"),
        day.play());
  }

  @Test
  void anAgentPostsInAnotherChannelAndSeesItSoon() {
    Day day = new Day().withMistakes(ESCALATES_TO_WRONG_CHANNEL).escalatingByHand();
    day.question("q-1", Tier.CSM).opens(0, "q-1");

    assertEquals(
        List.of(
            "0 client-1 takes q-1",
            "60 client-1 posts elsewhere q-1",
            "90 client-1 posts q-1",
            "90 client-1 reassures q-1"),
        day.playUntil(100));
  }
}
