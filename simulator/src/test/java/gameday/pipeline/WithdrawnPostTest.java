package gameday.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.process.AnswerRoute;
import gameday.process.Chat;
import gameday.process.EscalationWay;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Slack takes nothing from the pipeline; an agent pastes the same question by hand meanwhile. */
class WithdrawnPostTest {
  private static final Conversation ADAS = new Conversation(Chat.HELP, "7");
  private static final Caller ADA = new Caller("Ada", "ada@example.org", "");
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  private final Pipeline pipeline =
      new Pipeline(SmallPlaybook.of(EscalationWay.NOTE, AnswerRoute.THROUGH_AGENT));
  private int inputs;

  @Test
  void isNotWantedOnceAnAgentHasCalled() {
    String post = untaken();
    assertTrue(pipeline.wants(post));

    at(12 * MINUTE, PostedByHand.aboutAda());

    assertFalse(pipeline.wants(post));
  }

  @Test
  void isGivenUpWithoutAWordToTheAgent() {
    String post = untaken();
    at(12 * MINUTE, PostedByHand.aboutAda());

    assertEquals(List.of(), at(13 * MINUTE, new Signal.Undeliverable(post, "not wanted any more")));

    List<Effect> answered = at(14 * MINUTE, PostedByHand.answered("Use Chrome"));
    assertEquals(1, answered.size());
    assertEquals(ADAS, ((Effect.NoteToAgent) answered.getFirst()).conversation());
  }

  @Test
  void isWantedThoughTheConversationWasClosed() {
    String post = untaken();

    at(12 * MINUTE, new Signal.Closed(ADAS, ADA));

    assertTrue(pipeline.wants(post));
  }

  @Test
  void isWantedIfItStandsFirst() {
    String post = untaken();
    at(11 * MINUTE, new Signal.Posted(post, "1.1"));

    at(12 * MINUTE, PostedByHand.aboutAda());

    assertTrue(pipeline.wants(post));
  }

  private String untaken() {
    at(0, new Signal.UserWrote(ADAS, ADA, "I hear nothing at all", true));
    List<Effect> effects = at(10 * MINUTE, new Signal.Tick());
    assertEquals(1, effects.size());
    return effects.getFirst().key();
  }

  private List<Effect> at(long nanos, Signal signal) {
    return pipeline.on(new Input("k" + inputs++, nanos, signal));
  }
}
