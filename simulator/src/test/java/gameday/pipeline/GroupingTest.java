package gameday.pipeline;

import static gameday.pipeline.CrowdedEvent.HOME;
import static gameday.pipeline.CrowdedEvent.KEYNOTE;
import static gameday.pipeline.CrowdedEvent.MINUTE;
import static gameday.pipeline.CrowdedEvent.PANEL;
import static gameday.pipeline.CrowdedEvent.TS;
import static gameday.pipeline.CrowdedEvent.assertOpens;
import static gameday.pipeline.CrowdedEvent.caller;
import static gameday.pipeline.CrowdedEvent.help;
import static gameday.pipeline.CrowdedEvent.note;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gameday.process.Chat;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One issue that hits many is one thread. */
class GroupingTest {
  private final CrowdedEvent event = new CrowdedEvent();

  @Test
  void addsWhoHasTheSameTroubleInTheSameSessionToTheThread() {
    event.first(KEYNOTE, "The sound is gone!");

    List<Effect> effects =
        event.at(MINUTE, note(help("2"), KEYNOTE + "/?from=mail#top", "the SOUND  is gone"));

    assertEquals(
        List.of(
            new Effect.AddToThread(
                "also-affected:help-chat/1#1:1", TS, "Also affected: u2@example.org")),
        effects);
  }

  @Test
  void bringsTheAnswerToEverybodyOfTheIssue() {
    event.first(KEYNOTE, "the sound is gone");
    event.at(MINUTE, note(help("2"), KEYNOTE, "the sound is gone"));

    List<Effect> effects =
        event.at(2 * MINUTE, new Signal.SlackReplied("1.2", TS, "UCSM", "Reload"));

    assertEquals(
        List.of("answer:1.2:help-chat/1", "answer:1.2:help-chat/2"),
        effects.stream().map(Effect::key).toList());
  }

  @Test
  void bringsTheLatestAnswerAtOnceToWhoJoinsAnAnsweredIssue() {
    event.first(KEYNOTE, "the sound is gone");
    event.at(1, new Signal.SlackReplied("1.2", TS, "UCSM", "Wait a minute"));
    event.at(2, new Signal.SlackReplied("1.3", TS, "UCSM", "Reload"));

    List<Effect> effects = event.at(MINUTE, note(help("2"), KEYNOTE, "the sound is gone"));

    assertEquals(
        new Effect.NoteToAgent(
            "answer:1.3:help-chat/2", help("2"), "Answer from Slack (thread " + TS + "):\nReload"),
        effects.getFirst());
    assertEquals(2, effects.size());
  }

  @Test
  void opensAThreadForAnotherSessionAnotherTextAnotherChatOrNoSessionAtAll() {
    event.first(KEYNOTE, "the sound is gone");
    Conversation mod = new Conversation(Chat.MOD, "m1");

    assertOpens(event.at(1, note(help("2"), PANEL, "the sound is gone")));
    assertOpens(event.at(1, note(help("3"), KEYNOTE, "the picture is gone")));
    assertOpens(event.at(1, note(mod, KEYNOTE, "the sound is gone")));
    assertOpens(event.at(1, note(help("4"), HOME, "I can't log in")));
    assertOpens(event.at(1, note(help("5"), HOME + "/", "I can't log in")));
    assertOpens(event.at(1, note(help("6"), HOME + "/faq", "I can't log in")));
    assertOpens(event.at(1, note(help("7"), HOME + "/faq", "I can't log in")));
  }

  @Test
  void opensAThreadOnceTheWindowIsOver() {
    event.first(KEYNOTE, "the sound is gone");

    assertEquals(
        Effect.AddToThread.class,
        event
            .at(10 * MINUTE - 1, note(help("2"), KEYNOTE, "the sound is gone"))
            .getLast()
            .getClass());
    assertOpens(event.at(10 * MINUTE, note(help("3"), KEYNOTE, "the sound is gone")));
  }

  @Test
  void groupsNothingIfTheEventWantsThat() {
    CrowdedEvent never = new CrowdedEvent(Duration.ZERO);
    never.at(0, note(help("1"), KEYNOTE, "the sound is gone"));

    assertOpens(never.at(0, note(help("2"), KEYNOTE, "the sound is gone")));
  }

  @Test
  void doesNotTakeAGreetingOrNoTextForATopic() {
    for (String id : List.of("1", "2")) {
      event.at(0, new Signal.UserWrote(help(id), caller(id, KEYNOTE), "Hello!", true));
    }
    for (String id : List.of("3", "4")) {
      event.at(0, new Signal.UserWrote(help(id), caller(id, KEYNOTE), "", true));
    }

    List<Effect> effects = event.at(10 * MINUTE, new Signal.Tick());

    assertEquals(4, effects.stream().filter(Effect.PostToSlack.class::isInstance).count());
  }

  @Test
  void groupsWhatNobodyTook() {
    for (String id : List.of("1", "2", "3")) {
      event.at(0, new Signal.UserWrote(help(id), caller(id, KEYNOTE), "I hear nothing", true));
    }

    List<Effect> effects = event.at(10 * MINUTE, new Signal.Tick());
    List<Effect> then = event.at(11 * MINUTE, new Signal.Posted(effects.getFirst().key(), TS));

    assertEquals(1, effects.size());
    assertEquals("Also affected: u2@example.org, u3@example.org", then.getFirst().text());
  }

  @Test
  void groupsByWhatTheChatItselfSaysItIsAbout() {
    Caller ada = new Caller("Ada", "ada@example.org", KEYNOTE, "Sound");
    Caller bob = new Caller("Bob", "bob@example.org", KEYNOTE, "sound");
    Caller eve = new Caller("Eve", "eve@example.org", KEYNOTE, "picture");
    String post =
        event
            .at(0, new Signal.AgentNoted(help("1"), ada, "a", "/escalate no audio"))
            .getFirst()
            .key();
    event.at(0, new Signal.Posted(post, TS));

    List<Effect> same = event.at(1, new Signal.AgentNoted(help("2"), bob, "a", "/escalate mute"));

    assertEquals("Also affected: bob@example.org", same.getFirst().text());
    assertOpens(event.at(1, new Signal.AgentNoted(help("3"), eve, "a", "/escalate no audio")));
  }

  @Test
  void tellsAllTheirAgentsWhenSlackRefusesTheIssue() {
    Effect post = event.at(0, note(help("1"), KEYNOTE, "the sound is gone")).getFirst();
    event.at(1, note(help("2"), KEYNOTE, "the sound is gone"));

    List<Effect> refused = event.at(2, new Signal.Undeliverable(post.key(), "is_archived"));

    assertEquals(
        List.of(help("1"), help("2")),
        refused.stream().map(effect -> ((Effect.NoteToAgent) effect).conversation()).toList());
    assertOpens(event.at(3, note(help("3"), KEYNOTE, "the sound is gone")));
  }
}
