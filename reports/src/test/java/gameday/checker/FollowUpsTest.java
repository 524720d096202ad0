package gameday.checker;

import static gameday.rehearsed.Deeds.AGENT;
import static gameday.rehearsed.Deeds.NANO;
import static gameday.rehearsed.Deeds.STRANGER;
import static gameday.rehearsed.Deeds.in;
import static gameday.rehearsed.Deeds.is;
import static gameday.rehearsed.Deeds.isPost;
import static gameday.rehearsed.Deeds.note;
import static gameday.rehearsed.Deeds.top;
import static gameday.rehearsed.Horizon.BOT;
import static gameday.rehearsed.Horizon.CHANNEL;
import static gameday.rehearsed.Horizon.CSM;
import static gameday.rehearsed.Horizon.q;
import static gameday.rehearsed.Horizon.root;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gameday.history.Happening.AgentRequested;
import gameday.history.Happening.AgentTook;
import gameday.history.Happening.Asked;
import gameday.history.Happening.Closed;
import gameday.history.Happening.Escalated;
import gameday.history.Happening.GaveUp;
import gameday.history.Happening.RunStarted;
import gameday.history.Happening.SlackPosted;
import gameday.history.Happening.SlackReacted;
import gameday.process.Chat;
import gameday.process.EscalationWay;
import gameday.rehearsed.Day;
import gameday.rehearsed.Excerpt;
import gameday.rehearsed.Horizon;
import gameday.rehearsed.Judged;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Reminders and second calls to the nanosecond. The issue of q-5 stands since 661 s: its reminder
 * is due at 961 s, its second call at 1261 s. At speed 1 the pipeline may be 1.05 s early and 6 s
 * late.
 */
class FollowUpsTest {
  private static final String REMINDER = "Reminder: <!here>, nobody has replied yet.";
  private static final Excerpt WHOLE = Excerpt.of(5);

  /** Until the second call is due, with nobody in sight. */
  private static final Excerpt SILENT =
      WHOLE.with(
          Day.empty()
              .at(-1, new RunStarted("horizon", 1, 1, "wall"))
              .at(50, new Asked(q(5), Chat.HELP, "c5", Horizon.text(5)))
              .at(60, new AgentRequested(q(5)))
              .at(661, root(5)));

  private static Excerpt remindedAt(double second) {
    return SILENT.with(SILENT.day().at(second, in("5.0", BOT, REMINDER, 5)));
  }

  @Test
  void comesAtMostASecondEarly() {
    assertEquals(List.of(), remindedAt(961 - 1.05).endingAt(1200).findings());

    Judged early = remindedAt(961 - 1.05 - NANO).endingAt(1200);
    assertEquals("the reminder was due at 09:16:01 and came at 09:15:59", early.sentence());
    assertEquals(List.of(3L, 4L), early.witnesses());
    assertEquals(2, early.cases("on-time"));
  }

  @Test
  void comesAtMostSixSecondsLate() {
    assertEquals(List.of(), remindedAt(967).endingAt(1200).findings());

    Judged late = remindedAt(967 + NANO).endingAt(1200);
    assertEquals("the reminder was due at 09:16:01 and came at 09:16:07", late.sentence());
    assertEquals(2, late.cases("on-time"));
  }

  @Test
  void isMissedOnlyOnceItsTimeIsOver() {
    assertEquals(List.of(), SILENT.endingAt(967 - NANO).findings());
    assertEquals(1, SILENT.endingAt(967 - NANO).cases("on-time"));

    Judged missed = SILENT.endingAt(967);
    assertEquals("the reminder was due at 09:16:01 and never came", missed.sentence());
    assertEquals(List.of(3L), missed.witnesses());
    assertEquals(2, missed.cases("on-time"));
  }

  @Test
  void isNotDueOnceSomebodyOfTheResponseTeamIsThere() {
    SlackReacted eyes = new SlackReacted(CHANNEL, "5.0", CSM, "eyes");
    Excerpt inTime = SILENT.with(SILENT.day().at(967, eyes));
    Excerpt tooLate = SILENT.with(SILENT.day().at(967 + NANO, eyes));

    assertEquals(List.of(), inTime.endingAt(1200).findings());
    assertEquals(List.of("on-time pipeline q-5"), tooLate.endingAt(1200).findings());
  }

  @Test
  void isDueAllTheSameIfOnlyOthersAreThere() {
    Day day =
        SILENT
            .day()
            .at(700, new SlackReacted(CHANNEL, "5.0", CSM, "pray"))
            .at(701, new SlackReacted(CHANNEL, "5.0", AGENT, "eyes"))
            .at(702, in("5.0", AGENT, "Is anybody there?", 5));

    assertEquals(List.of("on-time pipeline q-5"), SILENT.with(day).endingAt(1200).findings());
    assertEquals(
        List.of(), SILENT.with(day.at(961, in("5.0", BOT, REMINDER, 5))).endingAt(1200).findings());
  }

  @Test
  void isNotDueOnceTheQuestionIsOver() {
    Excerpt inTime = SILENT.with(SILENT.day().at(967, new GaveUp(q(5), true)));
    Excerpt tooLate = SILENT.with(SILENT.day().at(967 + NANO, new GaveUp(q(5), true)));

    assertEquals(List.of(), inTime.endingAt(1200).findings());
    assertEquals(List.of("on-time pipeline q-5"), tooLate.endingAt(1200).findings());
  }

  @Test
  void mustNotComeIfThePipelineCouldKnowThatSomebodyWasThere() {
    SlackReacted eyes = new SlackReacted(CHANNEL, "5.0", CSM, "eyes");
    Excerpt reminded = remindedAt(961);

    assertEquals(List.of(), reminded.with(reminded.day().at(955, eyes)).endingAt(1200).findings());
    assertEquals(
        "the reminder at 09:16:01 was not due",
        reminded.with(reminded.day().at(955 - NANO, eyes)).endingAt(1200).sentence());
    assertEquals(List.of(), reminded.with(reminded.day().at(964, eyes)).endingAt(1200).findings());
  }

  @Test
  void isTheSecondCallAfterTheFirst() {
    Excerpt reminded = remindedAt(961);
    Day called = reminded.day().at(1267, in("5.0", BOT, "Calling again: <!here>", 5));

    assertEquals(
        "the second call was due at 09:21:01 and never came", reminded.endingAt(1267).sentence());
    assertEquals(List.of(), reminded.with(called).endingAt(1400).findings());
    assertEquals(3, reminded.with(called).endingAt(1400).cases("on-time"));
  }

  @Test
  void isThePipelinesOnly() {
    Day day = SILENT.day().at(700, in("5.0", CSM, "Reminder: reload first", 5));

    // What the CSM says is an answer, and not a reminder that came too early.
    assertEquals(
        List.of(),
        SILENT.with(day.at(701, note(5, "Reminder: reload first"))).endingAt(1200).findings());
  }

  @Test
  void countsAsDoneAtTheTopIfItIsInTime() {
    assertEquals(List.of("in-thread pipeline"), topAt(961 - 1.05).findings());
    assertEquals(List.of("in-thread pipeline"), topAt(967).findings());
    assertEquals(2, topAt(967).cases("on-time"));
    assertEquals(
        List.of("in-thread pipeline", "on-time pipeline q-5"), topAt(961 - 1.05 - NANO).findings());
    assertEquals(
        List.of("in-thread pipeline", "on-time pipeline q-5"), topAt(967 + NANO).findings());
  }

  private static Judged topAt(double second) {
    Day day = SILENT.day().at(second, top(CHANNEL, "7.0", BOT, REMINDER));
    return SILENT.with(day).endingAt(1200);
  }

  @Test
  void isNotReplacedByAFollowUpOfTheOtherKind() {
    Day day = SILENT.day().at(961, top(CHANNEL, "7.0", BOT, "Calling again: <!here>"));

    assertEquals(
        List.of("in-thread pipeline", "on-time pipeline q-5"),
        SILENT.with(day).endingAt(1200).findings());
  }

  @Test
  void isNotReplacedByAStrangersWords() {
    Day day = SILENT.day().at(961, top(CHANNEL, "7.0", STRANGER, REMINDER));

    assertEquals(List.of("on-time pipeline q-5"), SILENT.with(day).endingAt(1200).findings());
  }

  // ---- two issues ----

  /** Beside q-5, the issue of q-3 stands since {@code second}, with nobody in sight either. */
  private static Excerpt two(double second) {
    Excerpt both = Excerpt.of(3, 5);
    Day other =
        Day.empty()
            .at(30, new Asked(q(3), Chat.HELP, "c3", Horizon.text(3)))
            .at(35, new AgentRequested(q(3)))
            .at(100, new AgentTook(q(3), "client-team-1"))
            .at(second, new Escalated(q(3), "client-team-1", EscalationWay.NOTE, Horizon.ISSUE))
            .at(second, root(3));
    return both.with(SILENT.day().and(other));
  }

  @Test
  void isNotReplacedByWhatAnotherIssueNeededItself() {
    Excerpt two = two(661);
    Day day = two.day().at(961, in("3.0", BOT, REMINDER, 3));

    assertEquals(List.of("on-time pipeline q-5"), two.with(day).endingAt(1200).findings());
  }

  @Test
  void countsAsDoneInAnotherIssuesThreadIfThatNeededNone() {
    // The issue of q-3 is due its own reminder at 1100 s only.
    assertEquals(List.of("in-thread pipeline q-3"), misplacedAt(961).findings());
    assertEquals(List.of("in-thread pipeline q-3"), misplacedAt(961 - 1.05).findings());
    assertEquals(List.of("in-thread pipeline q-3"), misplacedAt(967).findings());
    assertEquals(
        List.of("on-time pipeline q-3", "on-time pipeline q-5"),
        misplacedAt(961 - 1.05 - NANO).findings().stream().sorted().toList());
    assertEquals(
        List.of("on-time pipeline q-3", "on-time pipeline q-5"),
        misplacedAt(967 + NANO).findings().stream().sorted().toList());
  }

  private static Judged misplacedAt(double second) {
    Excerpt two = two(800);
    return two.with(two.day().at(second, in("3.0", BOT, REMINDER, 3))).endingAt(1050);
  }

  @Test
  void isNotReplacedByASecondCallInAnotherThread() {
    Excerpt two = two(800);
    Day day = two.day().at(961, in("3.0", BOT, "Calling again: <!here>", 3));

    assertEquals(
        List.of("on-time pipeline q-3", "on-time pipeline q-5"),
        two.with(day).endingAt(1050).findings().stream().sorted().toList());
  }

  @Test
  void replacesOneMissingReminderEach() {
    Excerpt two = two(661);
    Day once = two.day().at(961, top(CHANNEL, "7.0", BOT, REMINDER));
    Day twice = once.at(962, top(CHANNEL, "7.1", BOT, REMINDER));

    assertEquals(
        List.of("in-thread pipeline", "on-time pipeline q-3"),
        two.with(once).endingAt(1200).findings());
    assertEquals(
        List.of("in-thread pipeline", "in-thread pipeline"),
        two.with(twice).endingAt(1200).findings());
  }

  @Test
  void isAskedOfNoRepeatedOrMisplacedIssue() {
    Day elsewhere =
        SILENT
            .day()
            .changing(
                SlackPosted.class,
                p -> p.ts().equals("5.0"),
                p -> top("general", "5.0", BOT, p.text(), 5));

    assertEquals(
        List.of("right-channel pipeline q-5"), SILENT.with(elsewhere).endingAt(1200).findings());
  }

  @Test
  void isStillOwedIfOnlySomeOfTheThreadsQuestionsAreOver() {
    Excerpt both = Excerpt.of(3, 5);
    Day joined =
        SILENT
            .day()
            .at(30, new Asked(q(3), Chat.HELP, "c3", Horizon.text(3)))
            .at(670, in("5.0", BOT, "Also affected: user3@example.org", 3))
            .at(700, new GaveUp(q(3), true));

    assertEquals(List.of("on-time pipeline q-5"), both.with(joined).endingAt(1200).findings());
    assertEquals(
        List.of(),
        both.with(
                joined.at(701, new Closed(q(5), "client-team-1")).at(700.5, new GaveUp(q(5), true)))
            .endingAt(1200)
            .findings());
  }

  @Test
  void readsTheWholeDayWithThreeDeadlines() {
    assertEquals(List.of(), WHOLE.judged().findings());
    assertEquals(3, WHOLE.judged().cases("on-time"));
    assertEquals(
        List.of("on-time pipeline q-5"),
        WHOLE.with(WHOLE.day().without(isPost("Calling"))).judged().findings());
    assertEquals(0, Excerpt.of(1).judged().cases("on-time"));
    assertEquals(List.of(), WHOLE.with(WHOLE.day().without(is(Closed.class))).judged().findings());
  }
}
