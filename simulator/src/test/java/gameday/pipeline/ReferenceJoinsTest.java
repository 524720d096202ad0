package gameday.pipeline;

import static gameday.pipeline.CrowdedEvent.HOME;
import static gameday.pipeline.CrowdedEvent.KEYNOTE;
import static gameday.pipeline.CrowdedEvent.MINUTE;
import static gameday.pipeline.CrowdedEvent.TS;
import static gameday.pipeline.CrowdedEvent.assertOpens;
import static gameday.pipeline.CrowdedEvent.caller;
import static gameday.pipeline.CrowdedEvent.help;
import static gameday.pipeline.CrowdedEvent.note;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.process.Chat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An agent says of what an issue is the same, or who has it too. */
class ReferenceJoinsTest {
  private final CrowdedEvent event = new CrowdedEvent();

  @Test
  void joinsByAnAgentsReference() {
    event.first(HOME, "no sound anywhere");

    for (String named :
        List.of(
            TS,
            "1",
            "#1",
            "https://horizon.slack.com/archives/C1/p1700000000000100",
            "<https://horizon.slack.com/archives/C1/p1700000000999999?thread_ts="
                + TS
                + "&cid=C1>")) {
      Conversation joins = help("j" + named.length());
      List<Effect> effects = event.at(90 * MINUTE, note(joins, HOME, "Same as " + named));

      assertEquals(Effect.AddToThread.class, effects.getLast().getClass(), named);
      event.at(90 * MINUTE, new Signal.Posted(effects.getLast().key(), "2.0"));
    }
  }

  @Test
  void escalatesAReferenceToNothingAsItIs() {
    List<Effect> effects = event.at(0, note(help("2"), HOME, "same as #77"));

    assertOpens(effects);
    assertTrue(effects.getFirst().text().contains("*Issue:* same as #77\n"));
  }

  @Test
  void doesNotLeadAModChatsMattersIntoTheHelpChatByReference() {
    Conversation mod = new Conversation(Chat.MOD, "m1");
    Effect post = event.at(0, note(mod, KEYNOTE, "no camera there")).getFirst();
    event.at(0, new Signal.Posted(post.key(), TS));

    assertOpens(event.at(1, note(help("2"), KEYNOTE, "same as " + TS)));
  }

  @Test
  void escalatesAnewWhatIsTheSameAsSomethingThatIsOver() {
    event.first(HOME, "no sound anywhere");
    event.at(1, new Signal.Closed(help("1"), Caller.UNKNOWN));

    assertOpens(event.at(2, note(help("2"), HOME, "same as " + TS)));
  }

  @Test
  void addsTheConversationsAnAgentNamesInTheThread() {
    event.first(HOME, "no sound anywhere");
    event.at(0, new Signal.UserWrote(help("2"), caller("2", HOME), "nothing", false));
    event.at(0, new Signal.UserWrote(help("3"), caller("3", HOME), "nothing", false));
    event.at(1, new Signal.SlackReplied("1.2", TS, "UCSM", "Reload"));

    List<Effect> byAgent =
        event.at(
            2,
            new Signal.SlackReplied(
                "1.3", TS, "UAGENT", "also <mailto:U2@example.org|U2@example.org>, please"));
    List<Effect> byStranger =
        event.at(3, new Signal.SlackReplied("1.4", TS, "UEVE", "u3@example.org"));

    assertEquals(List.of("answer:1.2:help-chat/2"), byAgent.stream().map(Effect::key).toList());
    assertEquals(List.of(), byStranger);
  }
}
