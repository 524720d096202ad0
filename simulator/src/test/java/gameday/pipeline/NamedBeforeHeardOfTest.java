package gameday.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gameday.process.AnswerRoute;
import gameday.process.Chat;
import gameday.process.EscalationWay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the chat tells comes late: the agent has escalated by hand before we hear who asked. */
class NamedBeforeHeardOfTest {
  private static final Conversation ADAS = new Conversation(Chat.HELP, "7");
  private static final Caller ADA = new Caller("Ada", "ada@example.org", "");
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  private final Pipeline pipeline =
      new Pipeline(SmallPlaybook.of(EscalationWay.BY_HAND, AnswerRoute.STRAIGHT));
  private final List<Effect> effects = new ArrayList<>();
  private int inputs;

  @Test
  void bringsTheAnswerThatWasThereBeforeTheQuestion() {
    at(0, PostedByHand.aboutAda());
    at(1, PostedByHand.answered("Use Chrome"));
    assertEquals(List.of(), told());

    at(2 * MINUTE, new Signal.UserWrote(ADAS, ADA, "I hear nothing", false));
    at(3 * MINUTE, new Signal.UserWrote(ADAS, ADA, "Hello?", false));

    assertEquals(List.of("help-chat/7 Use Chrome"), told());
  }

  @Test
  void linksWhoseAddressIsToldOnlyLater() {
    at(0, new Signal.Taken(ADAS, Caller.UNKNOWN, "agent-9"));
    at(1, PostedByHand.aboutAda());
    at(2, new Signal.UserWrote(ADAS, ADA, "I hear nothing", true));

    at(3, PostedByHand.answered("Use Chrome"));

    assertEquals(List.of("help-chat/7 Use Chrome"), told());
  }

  @Test
  void takesWhatComesMuchLaterForAnotherMatter() {
    at(0, PostedByHand.aboutAda());
    at(1, PostedByHand.answered("Use Chrome"));

    at(11 * MINUTE, new Signal.UserWrote(ADAS, ADA, "Where is my badge?", false));

    assertEquals(List.of(), told());
  }

  @Test
  void waitsAsLongAsItIsLookedForWhatWasMissed() {
    at(0, new Signal.WasAway());
    at(1, new Signal.CaughtUp(false));
    at(2, PostedByHand.aboutAda());
    at(3, PostedByHand.answered("Use Chrome"));

    at(11 * MINUTE, new Signal.UserWrote(ADAS, ADA, "I hear nothing", false));

    assertEquals(List.of("help-chat/7 Use Chrome"), told());
  }

  @Test
  void waitsNoLongerOnceEverythingIsFound() {
    at(0, new Signal.WasAway());
    at(1, new Signal.CaughtUp(false));
    at(2, PostedByHand.aboutAda());
    at(3, PostedByHand.answered("Use Chrome"));
    at(11 * MINUTE, new Signal.CaughtUp(true));

    at(12 * MINUTE, new Signal.UserWrote(ADAS, ADA, "Where is my badge?", false));

    assertEquals(List.of(), told());
  }

  @Test
  void doesNotWaitForWhoWasLateBeforeSomethingWasMissed() {
    at(0, PostedByHand.aboutAda());
    at(1, PostedByHand.answered("Use Chrome"));

    at(11 * MINUTE, new Signal.WasAway());
    at(12 * MINUTE, new Signal.UserWrote(ADAS, ADA, "Where is my badge?", false));

    assertEquals(List.of(), told());
  }

  @Test
  void takesTheFirstConversationOnly() {
    at(0, PostedByHand.aboutAda());
    at(1, new Signal.UserWrote(ADAS, ADA, "I hear nothing", true));
    Conversation another = new Conversation(Chat.HELP, "8");
    at(2, new Signal.UserWrote(another, ADA, "Where is my badge?", true));

    at(3, PostedByHand.answered("Use Chrome"));

    assertEquals(List.of("help-chat/7 Use Chrome"), told());
  }

  @Test
  void neverTakesAQuestionOfTheModChat() {
    at(0, PostedByHand.aboutAda());
    at(1, PostedByHand.answered("Use Chrome"));

    at(2, new Signal.UserWrote(new Conversation(Chat.MOD, "m1"), ADA, "I hear nothing", true));

    assertEquals(List.of(), told());
  }

  private void at(long nanos, Signal signal) {
    effects.addAll(pipeline.on(new Input("k" + inputs++, nanos, signal)));
  }

  private List<String> told() {
    return effects.stream()
        .filter(Effect.ToChat.class::isInstance)
        .map(Effect.ToChat.class::cast)
        .map(effect -> effect.conversation() + " " + effect.text())
        .toList();
  }
}
