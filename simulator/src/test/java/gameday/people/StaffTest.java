package gameday.people;

import static gameday.people.Day.PIPELINE;
import static gameday.scenario.StaffMistake.CALLS_TECH_SUPPORT_WITHOUT_NEED;
import static gameday.scenario.StaffMistake.ESCALATES_WITHOUT_NEED;
import static gameday.scenario.StaffMistake.LEAVES_OUT_PAGE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.process.Tier;
import gameday.scenario.Invitation;
import gameday.scenario.Roster;
import gameday.scenario.StaffMember;
import gameday.scenario.StaffMistake;
import gameday.script.QuestionId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StaffTest {
  @Test
  void theChatbotResolvesWhatItCan() {
    Day day = new Day().withChatbot().question("q-1", Tier.CHATBOT).opens(0, "q-1");

    assertEquals(List.of("2 chatbot resolves q-1"), day.play());
    assertTrue(day.staff.idle());
  }

  @Test
  void anAgentGetsWhatTheChatbotCannotResolveOnceAskedFor() {
    Day day = new Day().withChatbot().question("q-1", Tier.CLIENT_TEAM).opens(0, "q-1");
    day.asksForAgent(30, "q-1").asksForAgent(31, "q-1");

    assertEquals(
        List.of(
            "2 chatbot puzzles over q-1",
            "30 client-1 takes q-1",
            "90 client-1 answers q-1: answer to q-1",
            "90 client-1 closes q-1"),
        day.play());
  }

  @Test
  void theChatbotIsSilentOnceAnAgentIsAskedFor() {
    Day day = new Day().withChatbot().question("q-1", Tier.CHATBOT).opens(0, "q-1");
    day.asksForAgent(1, "q-1");

    assertEquals(
        List.of(
            "1 client-1 takes q-1",
            "61 client-1 answers q-1: answer to q-1",
            "61 client-1 closes q-1"),
        day.play());
  }

  @Test
  void modChatHasNoChatbot() {
    Day day = new Day().withChatbot().speakersQuestion("q-1", Tier.CLIENT_TEAM).opens(5, "q-1");

    assertEquals("5 client-1 takes q-1", day.play().getFirst());
  }

  @Test
  void aQuestionClosedByOthersFreesItsAgent() {
    Day day = new Day().agents(1, 1).question("q-1", Tier.CLIENT_TEAM);
    day.question("q-2", Tier.CLIENT_TEAM).opens(0, "q-1").opens(1, "q-2");
    day.at(20, () -> day.staff.conversationClosed(new QuestionId("q-1")));

    assertEquals(List.of("0 client-1 takes q-1", "20 client-1 takes q-2"), day.playUntil(20));
  }

  @Test
  void aQuestionThatIsNotInTheScriptIsRefused() {
    Day day = new Day();
    day.playUntil(0);

    QuestionId stranger = new QuestionId("q-9");
    assertThrows(IllegalArgumentException.class, () -> day.staff.questionOpened(stranger));
  }

  @Test
  void everyShiftHasPeopleOfItsOwnAndNoTwoShareAnAddress() {
    Day day = new Day().agents(300, 1, Day.shift(0, 3600), Day.shift(3600, 7200));

    List<StaffMember> roster = Roster.of(day.scenario().staff());

    assertEquals(602, roster.size());
    assertEquals(
        new StaffMember(
            "client-1",
            Tier.CLIENT_TEAM,
            "Amara Almeida",
            "amara.almeida@client.example",
            Optional.of(Invitation.ACCEPTED),
            Invitation.ACCEPTED,
            List.of(Day.shift(0, 3600))),
        roster.getFirst());
    assertEquals("client-600", roster.get(599).id());
    assertEquals("csm-1", roster.get(600).id());
    assertEquals("tech-1", roster.get(601).id());
    assertEquals(602, new HashSet<>(roster.stream().map(StaffMember::email).toList()).size());
  }

  @Test
  void allActionsGoWrongWhereAllAreMistakes() {
    Day day =
        new Day()
            .withMistakes(ESCALATES_WITHOUT_NEED, LEAVES_OUT_PAGE, CALLS_TECH_SUPPORT_WITHOUT_NEED)
            .question("q-1", Tier.CLIENT_TEAM)
            .opens(0, "q-1");
    day.posted(70, "t-1", PIPELINE, "Hi <!here>", "q-1");

    List<String> log = day.playUntil(220);

    assertEquals("60 client-1 notes q-1", log.get(1));
    assertEquals("", day.world.templates.getFirst().page());
    assertEquals("220 csm-1 calls Tech Support to t-1", log.getLast());
  }

  @Test
  void mistakesHappenAsOftenAsTheScenarioSays() {
    Mistakes mistakes = new Mistakes(7, 0.03, List.of(StaffMistake.LEAVES_OUT_PAGE));
    int wrong = 0;
    for (int i = 0; i < 10_000; i++) {
      QuestionId id = new QuestionId("q-%05d".formatted(i));
      wrong += mistakes.happens(StaffMistake.LEAVES_OUT_PAGE, id) ? 1 : 0;
    }

    // 300 expected, standard deviation 17
    assertTrue(wrong > 230 && wrong < 370, "of 10,000 went wrong: " + wrong);
    assertFalse(
        new Mistakes(7, 0, List.of(StaffMistake.values()))
            .happens(StaffMistake.LEAVES_OUT_PAGE, new QuestionId("q-1")));
  }

  @Test
  void theSameDayIsPlayedTheSameWayTwice() {
    List<String> first = busyDay().play();
    List<String> second = busyDay().play();

    assertTrue(first.size() > 200, "a day with little to compare: " + first.size());
    assertEquals(first, second);
  }

  private static Day busyDay() {
    Day day = new Day().agents(3, 2).csms(2, 1).withChatbot().withMistakes(0.3);
    Tier[] tiers = Tier.values();
    for (int i = 0; i < 100; i++) {
      String id = "q-" + i;
      day.question(id, tiers[i % 4]).opens(i * 7L, id);
      if (i % 4 != 0) {
        day.asksForAgent(i * 7L + 20, id);
      }
      if (i % 4 > 1) {
        day.posted(i * 7L + 300, "t-" + i, PIPELINE, "Hi <!here>", id);
        day.noted(3000 + i * 5L, id, "answer to " + id);
      }
      if (i % 10 == 3) {
        day.leavesSilently(i * 7L + 40, id);
      }
    }
    return day;
  }
}
