package gameday.people;

import static gameday.people.Day.shift;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.process.Tier;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClientTeamTest {
  @Test
  void theThirdQuestionWaitsForTheFirstOfTwoAgentsWithOneSlot() {
    Day day = three(new Day().agents(2, 1)).opens(0, "q-1").opens(10, "q-2").opens(20, "q-3");

    List<String> log = day.play();

    assertEquals(
        List.of(
            "0 client-1 takes q-1",
            "10 client-2 takes q-2",
            "60 client-1 answers q-1: answer to q-1",
            "60 client-1 closes q-1",
            "60 client-1 takes q-3",
            "70 client-2 answers q-2: answer to q-2",
            "70 client-2 closes q-2",
            "120 client-1 answers q-3: answer to q-3",
            "120 client-1 closes q-3"),
        log);
    assertTrue(day.staff.idle());
  }

  @Test
  void theAgentWithFewestChatsTakesTheNext() {
    Day day = three(new Day().agents(2, 2)).opens(0, "q-1").opens(0, "q-2").opens(0, "q-3");

    List<String> log = day.playUntil(0);

    assertEquals(
        List.of("0 client-1 takes q-1", "0 client-2 takes q-2", "0 client-1 takes q-3"), log);
  }

  @Test
  void aFreeAgentNoticesAfterAWhileAndABusyOneTakesAtOnceWhatWasNoticed() {
    Day day = three(new Day().agents(1, 1).agentsNoticeAfter(15));
    day.opens(0, "q-1").opens(10, "q-2").opens(70, "q-3");

    List<String> log = takes(day.play());

    assertEquals(
        List.of("15 client-1 takes q-1", "75 client-1 takes q-2", "135 client-1 takes q-3"), log);
  }

  @Test
  void agentsFinishAtTheirShiftsEndAndTheNextShiftTakesOver() {
    Day day = three(new Day().agents(1, 1, shift(0, 100), shift(200, 7200)));
    day.opens(0, "q-1").opens(50, "q-2").opens(110, "q-3");

    List<String> log = day.play();

    assertEquals(
        List.of(
            "0 client-1 takes q-1",
            "60 client-1 answers q-1: answer to q-1",
            "60 client-1 closes q-1",
            "60 client-1 takes q-2",
            "120 client-1 answers q-2: answer to q-2",
            "120 client-1 closes q-2",
            "200 client-2 takes q-3",
            "260 client-2 answers q-3: answer to q-3",
            "260 client-2 closes q-3"),
        log);
  }

  @Test
  void theLastShiftStaysUntilAllIsDone() {
    Day day = three(new Day().agents(1, 1)).opens(7190, "q-1").opens(7195, "q-2");

    List<String> log = takes(day.play());

    assertEquals(List.of("7190 client-1 takes q-1", "7250 client-1 takes q-2"), log);
  }

  @Test
  void aSpeakerCloseToTheStartGoesFirst() {
    Day day = three(new Day().agents(1, 1)).speakersQuestion("q-4", Tier.CLIENT_TEAM);
    day.opens(1500, "q-1").opens(1510, "q-2").opens(1520, "q-4");

    List<String> log = takes(day.play());

    assertEquals(
        List.of("1500 client-1 takes q-1", "1560 client-1 takes q-4", "1620 client-1 takes q-2"),
        log);
  }

  @Test
  void aSpeakerTooEarlyWaitsTheirTurnUntilFiveMinutesBeforeTheStart() {
    Day day = three(new Day().agents(1, 1)).speakersQuestion("q-4", Tier.CLIENT_TEAM);
    day.opens(1400, "q-1").opens(1410, "q-2").opens(1411, "q-3").opens(1412, "q-4");

    List<String> log = takes(day.play());

    // the keynote starts at 1800, so the speaker is urgent from 1500 on
    assertEquals(
        List.of(
            "1400 client-1 takes q-1",
            "1460 client-1 takes q-2",
            "1520 client-1 takes q-4",
            "1580 client-1 takes q-3"),
        log);
  }

  @Test
  void aSpokenLeaveFreesTheAgentAtOnce() {
    Day day = three(new Day().agents(1, 1)).opens(0, "q-1").opens(10, "q-2").leaves(25, "q-1");

    List<String> log = day.play();

    assertEquals(
        List.of(
            "0 client-1 takes q-1",
            "25 client-1 closes q-1",
            "25 client-1 takes q-2",
            "85 client-1 answers q-2: answer to q-2",
            "85 client-1 closes q-2"),
        log);
  }

  @Test
  void aSpokenLeaveFromTheQueueCostsNobodyTime() {
    Day day = three(new Day().agents(1, 1)).opens(0, "q-1").opens(5, "q-2").opens(6, "q-3");
    day.leaves(30, "q-2");

    List<String> log = day.play();

    assertEquals("30 client-1 closes q-2", log.get(1));
    assertEquals(List.of("0 client-1 takes q-1", "60 client-1 takes q-3"), takes(log));
  }

  @Test
  void whoLeavesBeforeAnybodyIsThereIsClosedByTheFirstWhoComes() {
    Day day = three(new Day().agents(1, 1, shift(100, 7200))).opens(0, "q-1").leaves(30, "q-1");

    List<String> log = day.play();

    assertEquals(List.of("100 client-1 closes q-1"), log);
    assertTrue(day.staff.idle());
  }

  @Test
  void aSilentLeaveIsFoundWhenItsTurnComesAndCostsALook() {
    Day day = three(new Day().agents(1, 1)).opens(0, "q-1").opens(5, "q-2").opens(6, "q-3");
    day.leavesSilently(30, "q-2");

    List<String> log = day.play();

    assertEquals(
        List.of(
            "0 client-1 takes q-1",
            "60 client-1 answers q-1: answer to q-1",
            "60 client-1 closes q-1",
            "60 client-1 takes q-2",
            "90 client-1 closes q-2",
            "90 client-1 takes q-3",
            "150 client-1 answers q-3: answer to q-3",
            "150 client-1 closes q-3"),
        log);
  }

  @Test
  void whoLeavesSilentlyWhileTheAgentWorksGetsNoAnswer() {
    Day day = three(new Day().agents(1, 1)).opens(0, "q-1").leavesSilently(30, "q-1");

    List<String> log = day.play();

    assertEquals(List.of("0 client-1 takes q-1", "90 client-1 closes q-1"), log);
  }

  @Test
  void theAgentWhoAnsweredAnswersTheFollowUpBeforeWhatWaits() {
    Day day = three(new Day().agents(1, 1)).questionWithFollowUp("q-4", Tier.CLIENT_TEAM);
    day.opens(0, "q-4").opens(10, "q-1").opens(20, "q-2").writes(30, "q-4", "Hello?");
    day.writes(100, "q-4", "And then?");

    List<String> log = day.play();

    assertEquals(
        List.of(
            "0 client-1 takes q-4",
            "60 client-1 answers q-4: answer to q-4",
            "60 client-1 takes q-1",
            "120 client-1 answers q-1: answer to q-1",
            "120 client-1 closes q-1",
            "160 client-1 answers q-4: then q-4",
            "160 client-1 closes q-4",
            "160 client-1 takes q-2",
            "220 client-1 answers q-2: answer to q-2",
            "220 client-1 closes q-2"),
        log);
  }

  @Test
  void anotherAgentAnswersTheFollowUpOfOneWhoHasLeft() {
    Day day = new Day().agents(1, 1, shift(0, 70), shift(80, 7200));
    day.questionWithFollowUp("q-4", Tier.CLIENT_TEAM).opens(0, "q-4");
    day.writes(100, "q-4", "And then?");

    List<String> log = day.play();

    assertEquals(
        List.of(
            "0 client-1 takes q-4",
            "60 client-1 answers q-4: answer to q-4",
            "100 client-2 takes q-4",
            "140 client-2 answers q-4: then q-4",
            "140 client-2 closes q-4"),
        log);
  }

  @Test
  void aWordThatCrossesWithTheClosingIsClosedAgain() {
    Day day = three(new Day().agents(1, 1)).opens(0, "q-1").writes(61, "q-1", "I tried twice now.");

    List<String> log = day.play();

    assertEquals(
        List.of(
            "0 client-1 takes q-1",
            "60 client-1 answers q-1: answer to q-1",
            "60 client-1 closes q-1",
            "61 client-1 closes q-1"),
        log);
    assertTrue(day.staff.idle());
  }

  @Test
  void aFollowUpThatNeverComesIsNotWaitedForWithoutEnd() {
    Day day = new Day().questionWithFollowUp("q-4", Tier.CLIENT_TEAM).opens(0, "q-4");

    List<String> log = day.play();

    // scripted 60 s after the answer, and 10 min of grace
    assertEquals("720 client-1 closes q-4", log.getLast());
    assertTrue(day.staff.idle());
  }

  @Test
  void aChatThatIsDownIsTriedAgainAfterLongerAndLongerPauses() {
    Day day = three(new Day().agents(1, 1)).opens(0, "q-1");
    day.world.chatsAreDown(0, 400);

    List<String> log = day.play();

    // 20, 40, 80, 120, 120 and 120 s after 0, 20, 60, 140, 260 and 380
    assertEquals("500 client-1 takes q-1", log.getFirst());
    assertEquals("560 client-1 closes q-1", log.getLast());
  }

  @Test
  void peopleGiveUpTryingLongAfterTheEndAndThatIsSeen() {
    Day day = three(new Day().agents(1, 1)).opens(0, "q-1");
    day.world.chatsAreDown(0, 1_000_000);

    List<String> log = day.play();

    assertEquals(List.of(), log);
    assertEquals(new OpenWork(0, 0, 1, 0, 0, 1), day.staff.openWork());
  }

  private static Day three(Day day) {
    return day.question("q-1", Tier.CLIENT_TEAM)
        .question("q-2", Tier.CLIENT_TEAM)
        .question("q-3", Tier.CLIENT_TEAM);
  }

  private static List<String> takes(List<String> log) {
    return log.stream().filter(line -> line.contains(" takes ")).toList();
  }
}
