package gameday.people;

import static gameday.people.Day.PIPELINE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gameday.history.Happening.Author;
import gameday.process.Tier;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResponseTeamTest {
  private static final String HERE = "Hi <!here>, we need your help.";

  @Test
  void aCsmReactsWorksAndAnswersInTheThread() {
    Day day = new Day().question("q-1", Tier.CSM).posted(0, "t-1", PIPELINE, HERE, "q-1");

    assertEquals(
        List.of("30 csm-1 reacts to t-1", "150 csm-1 answers in t-1: answer to q-1"), day.play());
  }

  @Test
  void techSupportComesThroughACsmWhoIsFreeForTheNextMeanwhile() {
    Day day = new Day().question("q-1", Tier.TECH_SUPPORT).question("q-2", Tier.CSM);
    day.posted(0, "t-1", PIPELINE, HERE, "q-1").posted(10, "t-2", PIPELINE, HERE, "q-2");

    assertEquals(
        List.of(
            "30 csm-1 reacts to t-1",
            "150 csm-1 calls Tech Support to t-1",
            "150 csm-1 reacts to t-2",
            "270 csm-1 answers in t-2: answer to q-2",
            "510 tech-1 answers in t-1: answer to q-1"),
        day.play());
  }

  @Test
  void aMessageThatMentionsNobodyIsFoundLate() {
    Day day = new Day().question("q-1", Tier.CSM);
    day.posted(0, "t-1", PIPELINE, "Hi @here, we need your help.", "q-1");

    assertEquals("900 csm-1 reacts to t-1", day.play().getFirst());
  }

  @Test
  void aReminderInTheThreadWakesACsmAtOnce() {
    Day day = new Day().question("q-1", Tier.CSM);
    day.posted(0, "t-1", PIPELINE, "Hi @here, we need your help.", "q-1");
    day.postedInThread(300, "t-1", PIPELINE, "Reminder: <!here>", "q-1");

    assertEquals(
        List.of("300 csm-1 reacts to t-1", "420 csm-1 answers in t-1: answer to q-1"), day.play());
  }

  @Test
  void aReminderFreesNoSlot() {
    Day day = new Day().question("q-1", Tier.CSM).question("q-2", Tier.CSM);
    day.posted(0, "t-1", PIPELINE, HERE, "q-1").posted(1, "t-2", PIPELINE, HERE, "q-2");
    day.postedInThread(100, "t-2", PIPELINE, "Reminder: <!here>", "q-2");

    assertEquals("150 csm-1 reacts to t-2", day.play().get(2));
  }

  @Test
  void slackThatIsDownIsTriedAgain() {
    Day day = new Day().question("q-1", Tier.CSM).posted(0, "t-1", PIPELINE, HERE, "q-1");
    day.world.slackIsDown(100, 200);

    // due at 150; tried again at 170 and 210
    assertEquals(
        List.of("30 csm-1 reacts to t-1", "210 csm-1 answers in t-1: answer to q-1"), day.play());
  }

  @Test
  void groupedQuestionsGetTheFirstOnesAnswerOnce() {
    Day day = new Day().question("q-1", Tier.CSM).question("q-2", Tier.CSM);
    day.posted(0, "t-1", PIPELINE, HERE, "q-1", "q-2");

    assertEquals(
        List.of("30 csm-1 reacts to t-1", "150 csm-1 answers in t-1: answer to q-1"), day.play());
  }

  @Test
  void aMessageAboutNobodyKnownIsOnlyLookedAt() {
    Day day = new Day().posted(0, "t-1", PIPELINE, HERE);

    assertEquals(List.of("30 csm-1 reacts to t-1"), day.play());
    assertEquals(true, day.staff.idle());
  }

  @Test
  void messagesOfStrangersAndOfTheResponseTeamWakeNobody() {
    Day day = new Day().question("q-1", Tier.CSM);
    day.posted(0, "t-1", new Author(Author.Role.OTHER, "stranger"), HERE, "q-1");
    day.posted(0, "t-2", new Author(Author.Role.CSM, "csm-9"), HERE, "q-1");

    assertEquals(List.of(), day.play());
  }

  @Test
  void somebodyElsesAnswerEndsTheWorkAndTheirTalkDoesNot() {
    Day day = new Day().question("q-1", Tier.CSM).question("q-2", Tier.CSM);
    Author other = new Author(Author.Role.CSM, "csm-9");
    day.posted(0, "t-1", PIPELINE, HERE, "q-1").posted(1, "t-2", PIPELINE, HERE, "q-2");
    day.postedInThread(50, "t-1", other, "Looking, <@U123>", "q-1");
    day.postedInThread(70, "t-1", other, "Use the side door", "q-1");

    assertEquals(
        List.of(
            "30 csm-1 reacts to t-1",
            "70 csm-1 reacts to t-2",
            "190 csm-1 answers in t-2: answer to q-2"),
        day.play());
  }

  @Test
  void openWorkIsCountedByWhoHasIt() {
    Day day = new Day().question("q-1", Tier.TECH_SUPPORT).question("q-2", Tier.CSM);
    day.posted(0, "t-1", PIPELINE, HERE, "q-1").posted(100, "t-2", PIPELINE, HERE, "q-2");

    day.playUntil(200);

    assertEquals(new OpenWork(0, 0, 0, 1, 1, 0), day.staff.openWork());
  }
}
