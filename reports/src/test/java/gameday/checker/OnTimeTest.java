package gameday.checker;

import static gameday.rehearsed.Deeds.NANO;
import static gameday.rehearsed.Horizon.CHANNEL;
import static gameday.rehearsed.Horizon.CSM;
import static gameday.rehearsed.Horizon.q;
import static gameday.rehearsed.Horizon.root;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gameday.history.Happening;
import gameday.history.Happening.AgentRequested;
import gameday.history.Happening.AgentTook;
import gameday.history.Happening.Asked;
import gameday.history.Happening.ChatbotReplied;
import gameday.history.Happening.FaultBegan;
import gameday.history.Happening.FaultEnded;
import gameday.history.Happening.GaveUp;
import gameday.history.Happening.HarnessTrouble;
import gameday.history.Happening.SlackReacted;
import gameday.history.Happening.WebhookDelivered;
import gameday.history.Happening.WebhookMeddled;
import gameday.process.Chat;
import gameday.rehearsed.Day;
import gameday.rehearsed.Excerpt;
import gameday.rehearsed.Horizon;
import gameday.rehearsed.Judged;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A question that nobody takes, to the nanosecond. q-5 waits since 60 s and is due in Slack at 660
 * s. At speed 1 the pipeline may be 1.05 s early and 6 s late.
 */
class OnTimeTest {
  private static final AgentTook TOOK = new AgentTook(q(5), "client-team-1");
  private static final Excerpt WAITING =
      Excerpt.of(5)
          .with(
              Day.empty()
                  .at(-1, new Happening.RunStarted("horizon", 1, 1, "wall"))
                  .at(50, new Asked(q(5), Chat.HELP, "c5", Horizon.text(5)))
                  .at(60, new AgentRequested(q(5))));

  private static Excerpt postedAt(double second) {
    return WAITING
        .and(second, root(5))
        .and(second + 1, new SlackReacted(CHANNEL, "5.0", CSM, "eyes"));
  }

  @ParameterizedTest
  @CsvSource({
    "658.95, ''",
    "658.949999999, on-time pipeline q-5",
    "360, on-time pipeline q-5",
    "359.999999999, client-team-first pipeline q-5",
    "666, ''",
    "666.000000001, on-time pipeline q-5"
  })
  void comesNeitherEarlyNorLate(double second, String finding) {
    Judged judged = postedAt(second).judged();

    assertEquals(finding.isEmpty() ? List.of() : List.of(finding), judged.findings());
  }

  @Test
  void saysWhenItWasDueAndWhenItCame() {
    assertEquals(
        "nobody took it; it was due in Slack at 09:11:00 and came at 09:12:00",
        postedAt(720).judged().sentence());
    assertEquals(
        "it was escalated as untaken at 09:10:00, before its deadline",
        postedAt(600).judged().sentence());
    assertEquals(
        "nobody took it; it was due in Slack at 09:11:00 and never came",
        WAITING.judged().sentence());
    assertEquals(List.of(2L, 3L), postedAt(720).judged().witnesses());
    assertEquals(List.of(2L), WAITING.judged().witnesses());
  }

  @Test
  void countsEveryDeadlineThatCameDueOnce() {
    assertEquals(1, postedAt(661).judged().cases("on-time"));
    assertEquals(1, postedAt(720).judged().cases("on-time"));
    assertEquals(1, WAITING.judged().cases("on-time"));
    assertEquals(0, WAITING.endingAt(600).cases("on-time"));
    assertEquals(1, postedAt(400).and(500, TOOK).judged().cases("on-time"));
  }

  @Test
  void isMissedOnlyOnceItsTimeIsOver() {
    assertEquals(List.of(), WAITING.endingAt(666 - NANO).findings());
    assertEquals(List.of("on-time pipeline q-5"), WAITING.endingAt(666).findings());
  }

  @Test
  void isNotDueOnceSomebodyHasTakenIt() {
    assertEquals(List.of(), WAITING.and(660, TOOK).judged().findings());
    assertEquals(List.of(), WAITING.and(666, TOOK).judged().findings());
    assertEquals(
        List.of("on-time pipeline q-5"), WAITING.and(666 + NANO, TOOK).judged().findings());
  }

  @Test
  void isNotDueOnceItIsOver() {
    GaveUp left = new GaveUp(q(5), true);

    assertEquals(List.of(), WAITING.and(666, left).judged().findings());
    assertEquals(
        List.of("on-time pipeline q-5"), WAITING.and(666 + NANO, left).judged().findings());
  }

  @Test
  void isNotLateIfSomebodyHadItMeanwhile() {
    Excerpt late = postedAt(720);

    assertEquals(
        List.of(),
        late.and(720, TOOK).judged().findings().stream()
            .filter(f -> f.startsWith("on-time"))
            .toList());
    assertEquals(List.of("on-time pipeline q-5"), late.and(720 + NANO, TOOK).judged().findings());
  }

  @Test
  void isNotJudgedWhereTheHarnessWasInTheWay() {
    HarnessTrouble trouble = new HarnessTrouble(Optional.of(q(5)), "no connection");

    assertEquals(
        List.of("no-question-lost harness q-5"), WAITING.and(70, trouble).judged().findings());
  }

  @Test
  void mayBePostedThoughTakenIfThePipelineCouldNotKnow() {
    Excerpt posted = postedAt(661);

    assertEquals(
        List.of("escalated-iff-needed pipeline q-5"), posted.and(654, TOOK).judged().findings());
    assertEquals(List.of(), posted.and(654 + NANO, TOOK).judged().findings());
  }

  @Test
  void isNeedlessRatherThanEarlyIfSomebodyHadIt() {
    Excerpt early = postedAt(400);

    assertEquals(
        List.of("escalated-iff-needed pipeline q-5"), early.and(399.95, TOOK).judged().findings());
    assertEquals(
        List.of("on-time pipeline q-5"), early.and(399.95 + NANO, TOOK).judged().findings());
  }

  @Test
  void endsItsWaitingByAnAnswerOfTheChatbotAndNotByItsWords() {
    Excerpt early = postedAt(400);
    ChatbotReplied words = new ChatbotReplied(q(5), "One moment", false);
    ChatbotReplied answer = new ChatbotReplied(q(5), "Reload", true);

    assertEquals(List.of("on-time pipeline q-5"), early.and(70, words).judged().findings());
    assertEquals(
        List.of("escalated-iff-needed pipeline q-5"), early.and(70, answer).judged().findings());
  }

  // ---- faults ----

  @Test
  void isPutOffToTheEndOfAFaultAndARetry() {
    Excerpt down = fault(650, 700);

    // 700 s, 30 s for the next try, 6 s as ever.
    assertEquals(List.of(), in(down, 736).judged().findings());
    assertEquals(List.of("on-time pipeline q-5"), in(down, 736 + NANO).judged().findings());
  }

  @Test
  void isPutOffByAFaultThatBeganAtTheLastMomentOrEndedAtTheFirst() {
    assertEquals(List.of(), in(fault(666, 690), 700).judged().findings());
    assertEquals(
        List.of("on-time pipeline q-5"), in(fault(666 + NANO, 690), 700).judged().findings());
    // Over before the deadline, but 30 s before the next try and 6 s as ever: 690 s.
    assertEquals(List.of(), in(fault(600, 654), 690).judged().findings());
    assertEquals(
        List.of("on-time pipeline q-5"), in(fault(600, 654 - NANO), 690).judged().findings());
  }

  @Test
  void isPutOffByOneFaultAfterTheOther() {
    Excerpt down = fault(650, 700);
    Day meddled =
        down.day()
            .at(730, new WebhookMeddled("help-chat", "d5", 0, "delayed-webhooks", "c5"))
            .at(900, new WebhookDelivered("help-chat", "d5", 0, 200, 1, "c5"));

    assertEquals(List.of(), in(down.with(meddled), 936).judged().findings());
    assertEquals(
        List.of("on-time pipeline q-5"), in(down.with(meddled), 936 + NANO).judged().findings());
  }

  @Test
  void countsFromWhenThePipelineCouldHearOfIt() {
    Excerpt late =
        WAITING
            .and(60, new WebhookMeddled("help-chat", "d5", 0, "reordered-webhooks", "c5"))
            .and(120, new WebhookDelivered("help-chat", "d5", 0, 200, 1, "c5"));

    // 120 s, ten minutes, 6 s as ever.
    assertEquals(List.of(), in(late, 726).judged().findings());
    assertEquals(List.of("on-time pipeline q-5"), in(late, 726 + NANO).judged().findings());
  }

  @Test
  void countsFromWhenTheProductSaidItAgainAfterACrash() {
    Excerpt again =
        WAITING
            .and(55, new FaultBegan("pipeline", "crash"))
            .and(60, new WebhookDelivered("help-chat", "d5", 0, 0, 1, "c5"))
            .and(70, new FaultEnded("pipeline", "crash"))
            .and(71, new Happening.PipelineReady("http"))
            .and(130, new WebhookDelivered("help-chat", "d5", 1, 200, 1, "c5"));

    assertEquals(List.of(), in(again, 736).judged().findings());
    assertEquals(List.of("on-time pipeline q-5"), in(again, 736 + NANO).judged().findings());
  }

  @Test
  void isPutOffToTheEndOfItsOwnFaultOnly() {
    Day day =
        WAITING
            .day()
            .at(650, new FaultBegan("slack", "outage"), new FaultBegan("help-chat", "outage"))
            .at(655, new FaultBegan("slack", "slow"))
            .at(700, new FaultEnded("slack", "outage"))
            .at(701, new FaultEnded("slack", "slow"))
            .at(702, new FaultEnded("help-chat", "outage"));

    assertEquals(List.of(), in(WAITING.with(day), 738).judged().findings());
    assertEquals(
        List.of("on-time pipeline q-5"), in(WAITING.with(day), 738 + NANO).judged().findings());
  }

  @Test
  void isPutOffUntilACrashedPipelineAnswersAgain() {
    Day crashed =
        WAITING
            .day()
            .at(650, new FaultBegan("pipeline", "crash"))
            .at(660, new FaultEnded("pipeline", "crash"))
            .at(700, new Happening.PipelineReady("http"))
            .at(800, new Happening.PipelineReady("http"));

    assertEquals(List.of(), in(WAITING.with(crashed), 736).judged().findings());
    assertEquals(
        List.of("on-time pipeline q-5"), in(WAITING.with(crashed), 736 + NANO).judged().findings());
  }

  @Test
  void isNotOwedIfAFaultKeptThePipelineFromHearingOfIt() {
    // Jitter: the fault may have been written down up to 50 ms too late or too early.
    assertEquals(List.of(), heard(60.05, 62).judged().findings());
    assertEquals(List.of("on-time pipeline q-5"), heard(60.05 + NANO, 62).judged().findings());
    assertEquals(List.of(), heard(55, 59.95).judged().findings());
    assertEquals(List.of("on-time pipeline q-5"), heard(55, 59.95 - NANO).judged().findings());
    assertEquals(List.of(), heard(60, 60).judged().findings());
  }

  private static Excerpt heard(double from, double to) {
    return WAITING
        .and(from, new FaultBegan("help-chat", "outage"))
        .and(to, new FaultEnded("help-chat", "outage"));
  }

  private static Excerpt fault(double from, double to) {
    return WAITING
        .and(from, new FaultBegan("slack", "outage"))
        .and(to, new FaultEnded("slack", "outage"));
  }

  private static Excerpt in(Excerpt day, double second) {
    return day.and(second, root(5)).and(second + 1, new SlackReacted(CHANNEL, "5.0", CSM, "eyes"));
  }

  // ---- compressed time ----

  @Test
  void countsInEventTimeAndInMachineTime() {
    // At speed 10 the event's 5 s pass in 0.5 s; with a second for the machine that is 15 s of it.
    assertEquals(List.of(), compressed(675).judged().findings());
    assertEquals(
        "nobody took it; it was due in Slack at 09:11:00 and came at 09:11:16",
        compressed(676).judged().sentence());
    // Early: 1 s of the event, and 50 ms of the machine, which are half a second.
    assertEquals(List.of(), compressed(658.5).judged().findings());
    assertEquals(List.of("on-time pipeline q-5"), compressed(658.4).judged().findings());
  }

  private static Excerpt compressed(double second) {
    Excerpt posted = postedAt(second);
    return posted.with(
        posted
            .day()
            .changing(
                Happening.RunStarted.class,
                s -> true,
                s -> new Happening.RunStarted("horizon", 1, 10, "wall"))
            .atSpeed(10));
  }
}
