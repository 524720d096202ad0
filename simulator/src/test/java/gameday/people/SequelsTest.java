package gameday.people;

import static gameday.people.Day.PIPELINE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.history.Happening.Author;
import gameday.process.Tier;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people do after the first answer: edit it, hand the correction over, begin anew. */
class SequelsTest {
  private static final String HERE = "Hi <!here>, we need your help.";
  private static final Author CSM = new Author(Author.Role.CSM, "csm-1");

  @Test
  void whoAnsweredEditsTheAnswerLater() {
    Day day = new Day().question("q-1", Tier.CSM).corrected(40);
    day.posted(0, "t-1", PIPELINE, HERE, "q-1");
    day.postedInThread(150, "t-1", CSM, "answer to q-1", "q-1");

    assertEquals("190 csm-1 edits t-1.150 in t-1: rather this for q-1", day.play().getLast());
  }

  @Test
  void anAnswerOfTheirOwnWordsStaysAsItIs() {
    Day day = new Day().question("q-1", Tier.CSM).corrected(40);
    day.posted(0, "t-1", PIPELINE, HERE, "q-1");
    day.postedInThread(20, "t-1", CSM, "just reload", "q-1");

    assertTrue(
        day.play().stream().noneMatch(line -> line.contains("edits")), day.world.log::toString);
  }

  @Test
  void whileAnEditIsToComeTheThreadIsOpenWork() {
    Day day = new Day().question("q-1", Tier.CSM).corrected(40);
    day.posted(0, "t-1", PIPELINE, HERE, "q-1");
    day.postedInThread(150, "t-1", CSM, "answer to q-1", "q-1");

    day.playUntil(160);

    assertEquals(1, day.staff.openWork().withCsm());
  }

  private static Day escalated(Day day) {
    return day.opens(0, "q-1")
        .posted(70, "t-1", PIPELINE, HERE, "q-1")
        .postedInThread(220, "t-1", CSM, "answer to q-1", "q-1")
        .noted(221, "q-1", "Answer from Slack:\nanswer to q-1");
  }

  @Test
  void anAgentWhoIsAboutToHandTheAnswerOverTakesTheCorrectedOne() {
    Day day = escalated(new Day().question("q-1", Tier.CSM).corrected(5));
    day.edited(225, "t-1", CSM, "rather this for q-1", "q-1");
    day.noted(226, "q-1", "Corrected answer:\nrather this for q-1");

    assertTrue(
        day.play().contains("241 client-1 answers q-1: rather this for q-1"),
        day.world.log::toString);
  }

  @Test
  void anAgentTellsTheCorrectionToAnAskerWhoIsStillThere() {
    Day day = escalated(new Day().questionWithFollowUp("q-1", Tier.CSM).corrected(40));
    day.edited(260, "t-1", CSM, "rather this for q-1", "q-1");
    day.noted(261, "q-1", "Corrected answer:\nrather this for q-1");

    assertEquals(
        List.of("241 client-1 answers q-1: answer to q-1", "261 client-1 reassures q-1"),
        day.play().stream().filter(line -> line.matches("2[0-9]+ client-1 .*")).toList());
  }

  @Test
  void nobodyIsToldOnceTheConversationIsClosed() {
    Day day = escalated(new Day().question("q-1", Tier.CSM).corrected(40));
    day.edited(260, "t-1", CSM, "rather this for q-1", "q-1");
    day.noted(261, "q-1", "Corrected answer:\nrather this for q-1");

    List<String> log = day.play();

    assertEquals(
        "241 client-1 closes q-1",
        log.stream().filter(l -> l.contains("closes")).findFirst().orElse(""));
    assertFalse(log.contains("261 client-1 reassures q-1"));
  }

  @Test
  void whoComesBackIsServedAnew() {
    Day day = escalated(new Day().question("q-1", Tier.CSM).comingBack(Tier.TECH_SUPPORT));
    day.writes(300, "q-1", "Me again").asksForAgent(300, "q-1");
    day.posted(370, "t-2", PIPELINE, HERE, "q-1");
    day.noted(900, "q-1", "Answer from Slack:\nagain to q-1");

    assertEquals(
        List.of(
            "300 client-1 takes q-1",
            "360 client-1 notes q-1",
            "360 client-1 reassures q-1",
            "400 csm-1 reacts to t-2",
            "520 csm-1 calls Tech Support to t-2",
            "880 tech-1 answers in t-2: again to q-1",
            "920 client-1 answers q-1: again to q-1",
            "920 client-1 closes q-1"),
        day.play().stream().filter(line -> Integer.parseInt(line.split(" ")[0]) >= 300).toList());
  }

  @Test
  void whatTheFirstThreadSaysAfterThatIsNotTheSecondAnswer() {
    Day day = escalated(new Day().question("q-1", Tier.CSM).comingBack(Tier.CSM));
    day.writes(300, "q-1", "Me again").asksForAgent(300, "q-1");
    day.postedInThread(310, "t-1", CSM, "answer to q-1, as before", "q-1");
    day.noted(311, "q-1", "Answer from Slack:\nanswer to q-1, as before");

    assertTrue(day.play().contains("360 client-1 notes q-1"), day.world.log::toString);
  }

  @Test
  void whoComesBackInAModChatNeedNotAskForAnAgent() {
    Day day = new Day().speakersQuestion("q-1", Tier.CLIENT_TEAM).comingBack(Tier.CLIENT_TEAM);
    day.opens(0, "q-1").writes(200, "q-1", "Me again");

    List<String> log = day.play();

    assertEquals("260 client-1 answers q-1: again to q-1", log.get(log.size() - 2));
  }
}
