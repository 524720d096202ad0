package gameday.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.process.AnswerRoute;
import gameday.process.Chat;
import gameday.process.EscalationWay;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What the pipeline makes of what it finds when it has been away. */
class FoundAgainTest {
  private static final Conversation HELP = new Conversation(Chat.HELP, "7");
  private static final Caller ADA = new Caller("Ada", "ada@example.org", "");
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  private final Pipeline pipeline =
      new Pipeline(SmallPlaybook.of(EscalationWay.NOTE, AnswerRoute.THROUGH_AGENT));
  private int inputs;

  private List<Effect> at(long nanos, Signal signal) {
    return pipeline.on(new Input("k" + inputs++, nanos, signal));
  }

  private static Signal foundWaiting(long sinceNanos, long asOfNanos) {
    return new Signal.FoundOpen(HELP, ADA, "", sinceNanos, asOfNanos);
  }

  @Test
  void countsTheWaitFromWhenItBeganNotFromWhenItWasFound() {
    at(8 * MINUTE, foundWaiting(3 * MINUTE, 8 * MINUTE));

    assertEquals(OptionalLong.of(13 * MINUTE), pipeline.nextDeadlineNanos());
  }

  @Test
  void doesNotStartAWaitAnewThatItKnowsAlready() {
    at(0, new Signal.OpenedForAgents(HELP, ADA));

    at(8 * MINUTE, foundWaiting(3 * MINUTE, 8 * MINUTE));

    assertEquals(OptionalLong.of(10 * MINUTE), pipeline.nextDeadlineNanos());
  }

  @Test
  void setsNoDeadlineForWhatSomebodyHas() {
    at(60 * MINUTE, new Signal.FoundOpen(HELP, ADA, "agent-9", 0, 60 * MINUTE));

    List<Effect> effects = at(61 * MINUTE, new Signal.Tick());

    assertEquals(List.of(), effects);
    assertEquals(OptionalLong.empty(), pipeline.nextDeadlineNanos());
  }

  @Test
  void escalatesNothingThatWasTakenInTimeWhileItWasAway() {
    at(0, new Signal.OpenedForAgents(HELP, ADA));

    at(60 * MINUTE, new Signal.WasAway());
    at(60 * MINUTE + 1, new Signal.FoundOpen(HELP, ADA, "agent-9", 0, 60 * MINUTE + 1));
    List<Effect> effects = at(60 * MINUTE + 2, new Signal.CaughtUp());

    assertEquals(List.of(), effects);
  }

  @Test
  void escalatesNothingThatWasClosedWhileItWasAway() {
    at(0, new Signal.OpenedForAgents(HELP, ADA));

    at(60 * MINUTE, new Signal.WasAway());
    at(60 * MINUTE + 1, new Signal.FoundClosed(HELP, ADA, 60 * MINUTE + 1));
    List<Effect> effects = at(60 * MINUTE + 2, new Signal.CaughtUp());

    assertEquals(List.of(), effects);
    assertEquals(List.of(), pipeline.open(Chat.HELP));
  }

  @Test
  void escalatesWhatNobodyTookWhileItWasAwayAsSoonAsItHasCaughtUp() {
    at(0, new Signal.OpenedForAgents(HELP, ADA));

    List<Effect> away = at(60 * MINUTE, new Signal.WasAway());
    List<Effect> found = at(60 * MINUTE + 1, foundWaiting(0, 60 * MINUTE + 1));
    List<Effect> caughtUp = at(60 * MINUTE + 2, new Signal.CaughtUp());

    // Being away is itself learnt after the deadline, but must not let it go off.
    assertEquals(List.of(List.of(), List.of()), List.of(away, found));
    assertEquals("post:help-chat/7#1", caughtUp.getFirst().key());
  }

  @Test
  void believesAWebhookRatherThanAnOlderLook() {
    at(0, new Signal.OpenedForAgents(HELP, ADA));
    at(5, new Signal.Closed(HELP, ADA));

    at(6, foundWaiting(0, 4));

    assertTrue(pipeline.open(Chat.HELP).isEmpty());
    assertEquals(OptionalLong.empty(), pipeline.nextDeadlineNanos());
  }

  @Test
  void believesANewerLookRatherThanAWebhook() {
    at(0, new Signal.OpenedForAgents(HELP, ADA));
    at(5, new Signal.Closed(HELP, ADA));

    at(8, foundWaiting(6, 7));

    assertEquals(OptionalLong.of(10 * MINUTE + 6), pipeline.nextDeadlineNanos());
  }
}
