package gameday.people;

import static gameday.people.Day.PIPELINE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.history.Happening.Author;
import gameday.process.EscalationTemplate;
import gameday.process.Tier;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WayBackTest {
  private static final String HERE = "Hi <!here>, we need your help.";

  @Test
  void theAgentWhoEscalatedTakesOthersMeanwhileAndHandsTheAnswerOverFirst() {
    Day day = new Day().agents(1, 1).question("q-1", Tier.CSM);
    day.question("q-2", Tier.CLIENT_TEAM).question("q-3", Tier.CLIENT_TEAM);
    day.opens(0, "q-1").opens(10, "q-2").opens(20, "q-3");
    day.noted(70, "q-1", "Posted to Slack").noted(100, "q-1", brought("answer to q-1"));

    List<String> log = day.play();

    assertEquals(
        List.of(
            "0 client-1 takes q-1",
            "60 client-1 notes q-1",
            "60 client-1 reassures q-1",
            "60 client-1 takes q-2",
            "120 client-1 answers q-2: answer to q-2",
            "120 client-1 closes q-2",
            "140 client-1 answers q-1: answer to q-1",
            "140 client-1 closes q-1",
            "140 client-1 takes q-3",
            "200 client-1 answers q-3: answer to q-3",
            "200 client-1 closes q-3"),
        log);
    assertTrue(day.staff.idle());
  }

  @Test
  void anAgentWhoHoldsTheSlotTakesNothingElseMeanwhile() {
    Day day = new Day().agents(1, 1).with(Habits.DEFAULT.holdingSlots(true));
    day.question("q-1", Tier.CSM).question("q-2", Tier.CLIENT_TEAM);
    day.opens(0, "q-1").opens(10, "q-2").noted(100, "q-1", brought("answer to q-1"));

    List<String> log = day.play();

    assertEquals(
        List.of(
            "0 client-1 takes q-1",
            "60 client-1 notes q-1",
            "60 client-1 reassures q-1",
            "120 client-1 answers q-1: answer to q-1",
            "120 client-1 closes q-1",
            "120 client-1 takes q-2",
            "180 client-1 answers q-2: answer to q-2",
            "180 client-1 closes q-2"),
        log);
  }

  @Test
  void anAgentStaysAfterTheShiftForTheAnswerToAnEscalation() {
    Day day = new Day().agents(1, 1, Day.shift(0, 70), Day.shift(70, 7200));
    day.question("q-1", Tier.CSM).opens(0, "q-1").noted(500, "q-1", brought("answer to q-1"));

    assertEquals("520 client-1 closes q-1", day.play().getLast());
  }

  @Test
  void whatTheThreadReallySaidIsWhatTheUserHears() {
    Day day = new Day().agents(1, 1).question("q-1", Tier.CSM).opens(0, "q-1");
    day.posted(65, "t-1", PIPELINE, HERE, "q-1");
    day.postedInThread(
        80, "t-1", new Author(Author.Role.CSM, "csm-9"), "Use &lt;this&gt; door", "q-1");
    day.noted(90, "q-1", brought("Use <this> door"));

    assertEquals("110 client-1 answers q-1: Use <this> door", day.play().get(3));
  }

  @Test
  void anAnswerThatComesBeforeTheThreadNamesTheAskerIsHandedOverOnceItDoes() {
    Day day = new Day().agents(1, 1).question("q-1", Tier.CSM).question("q-2", Tier.CSM);
    day.opens(0, "q-2").posted(65, "t-1", PIPELINE, HERE, "q-1");
    day.postedInThread(80, "t-1", new Author(Author.Role.CSM, "csm-9"), "Use Chrome", "q-1");
    day.noted(90, "q-2", brought("Use Chrome"));
    day.postedInThread(100, "t-1", PIPELINE, "Also affected: two@example.org", "q-1", "q-2");

    List<String> log = day.play();

    assertEquals(
        List.of(
            "0 client-1 takes q-2",
            "60 client-1 notes q-2",
            "60 client-1 reassures q-2",
            "120 client-1 answers q-2: Use Chrome",
            "120 client-1 closes q-2"),
        log);
  }

  @Test
  void aQuestionNobodyTookIsHandedOverByTheNextFreeAgent() {
    Day day = new Day().agents(1, 1).question("q-1", Tier.CLIENT_TEAM);
    day.question("q-2", Tier.CLIENT_TEAM).question("q-3", Tier.CSM);
    day.opens(0, "q-1").opens(5, "q-2").opens(10, "q-3");
    day.posted(20, "t-1", PIPELINE, HERE, "q-3").noted(50, "q-3", brought("answer to q-3"));

    List<String> log = day.playUntil(85);

    assertEquals(
        List.of(
            "0 client-1 takes q-1",
            "50 csm-1 reacts to t-1",
            "60 client-1 answers q-1: answer to q-1",
            "60 client-1 closes q-1",
            "60 client-1 takes q-3",
            "80 client-1 answers q-3: answer to q-3",
            "80 client-1 closes q-3",
            "80 client-1 takes q-2"),
        log);
  }

  @Test
  void aQuestionTakenAfterItWasEscalatedIsNotEscalatedAgain() {
    Day day = new Day().agents(1, 1, Day.shift(60, 7200)).question("q-1", Tier.CSM);
    day.opens(0, "q-1").posted(20, "t-1", PIPELINE, HERE, "q-1");
    day.noted(200, "q-1", brought("answer to q-1"));

    List<String> log = day.play();

    assertEquals(
        List.of(
            "50 csm-1 reacts to t-1",
            "60 client-1 takes q-1",
            "90 client-1 reassures q-1",
            "170 csm-1 answers in t-1: answer to q-1",
            "220 client-1 answers q-1: answer to q-1",
            "220 client-1 closes q-1"),
        log);
  }

  @Test
  void anAnswerStraightToTheUserIsClosedByTheAgent() {
    Day day = new Day().agents(1, 1).question("q-1", Tier.CSM).opens(0, "q-1");
    day.replied(70, "q-1", "We are on it").replied(100, "q-1", "answer to q-1");

    List<String> log = day.play();

    assertEquals(
        List.of(
            "0 client-1 takes q-1",
            "60 client-1 notes q-1",
            "60 client-1 reassures q-1",
            "100 client-1 closes q-1"),
        log);
  }

  @Test
  void whoLeavesSilentlyDuringAnEscalationIsFoundGoneAtItsReturn() {
    Day day = new Day().agents(1, 1).question("q-1", Tier.CSM).opens(0, "q-1");
    day.leavesSilently(80, "q-1").noted(100, "q-1", brought("answer to q-1"));

    List<String> log = day.play();

    assertEquals("130 client-1 closes q-1", log.getLast());
    assertEquals(4, log.size());
  }

  @Test
  void theTemplateSaysWhatPageAndWhom() {
    Day day = new Day().escalatingByHand().question("q-1", Tier.CSM).opens(0, "q-1");

    List<String> log = day.playUntil(60);

    assertEquals(
        List.of("0 client-1 takes q-1", "60 client-1 posts q-1", "60 client-1 reassures q-1"), log);
    assertEquals(
        List.of(
            new EscalationTemplate(
                "issue of q-1",
                "https://horizon.example/lobby",
                List.of("q-1@example.org"),
                Optional.empty())),
        day.world.templates);
  }

  @Test
  void withoutPrivateNotesOnlyModChatIsEscalatedByNote() {
    Day day = new Day().onSmartloop().question("q-1", Tier.CSM);
    day.speakersQuestion("q-2", Tier.CSM).opens(0, "q-1").opens(0, "q-2");

    List<String> log = day.playUntil(60);

    assertEquals(List.of("60 client-1 posts q-1", "60 client-2 notes q-2"), escalations(log));
  }

  private static List<String> escalations(List<String> log) {
    return log.stream().filter(line -> line.matches(".* (posts|notes) .*")).toList();
  }

  private static String brought(String answer) {
    return "Answer from Slack (thread t-1):\n" + answer;
  }
}
