package gameday.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gameday.process.AnswerRoute;
import gameday.process.Chat;
import gameday.process.EscalationWay;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * An agent escalates by hand while the pipeline is away. Back again, it may hear of the message,
 * and of its answer, before it finds the conversation.
 */
class PostedWhileAwayTest {
  private static final Conversation HELP = new Conversation(Chat.HELP, "7");
  private static final Caller ADA = new Caller("Ada", "ada@example.org", "");
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  private final Pipeline pipeline =
      new Pipeline(SmallPlaybook.of(EscalationWay.BY_HAND, AnswerRoute.STRAIGHT));
  private int inputs;

  private List<Effect> at(long nanos, Signal signal) {
    return pipeline.on(new Input("k" + inputs++, nanos, signal));
  }

  @Test
  void answersAConversationThatIsFoundAfterTheMessageAboutIt() {
    at(0, new Signal.WasAway());
    at(1, PostedByHand.aboutAda());
    at(2, PostedByHand.answered("Use Chrome"));
    at(3, new Signal.FoundOpen(HELP, ADA, "agent-9", 0, 3));

    List<Effect> effects = at(4, new Signal.CaughtUp());

    assertEquals(List.of("Use Chrome"), effects.stream().map(Effect::text).toList());
  }

  @Test
  void doesNotEscalateAgainWhatNobodyTookThoughItsDeadlineHasPassed() {
    at(0, new Signal.WasAway());
    at(20 * MINUTE, PostedByHand.aboutAda());
    at(20 * MINUTE + 1, new Signal.FoundOpen(HELP, ADA, "", 0, 20 * MINUTE + 1));

    List<Effect> effects = at(20 * MINUTE + 2, new Signal.CaughtUp());

    assertEquals(List.of(), effects);
  }

  @Test
  void remembersWhatWasPostedThoughItIsKilledBeforeItHasCaughtUp() {
    at(0, new Signal.WasAway());
    at(1, PostedByHand.aboutAda());
    at(2, new Signal.WasAway());
    at(3, new Signal.FoundOpen(HELP, ADA, "agent-9", 0, 3));
    at(4, new Signal.CaughtUp());

    List<Effect> effects = at(5, PostedByHand.answered("Use Chrome"));

    assertEquals(List.of("Use Chrome"), effects.stream().map(Effect::text).toList());
  }
}
