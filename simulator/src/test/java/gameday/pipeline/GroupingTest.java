package gameday.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.process.AnswerRoute;
import gameday.process.Chat;
import gameday.process.Deadlines;
import gameday.process.EscalationProcess;
import gameday.process.EscalationWay;
import gameday.process.Mention;
import gameday.process.Profile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One issue that hits many is one thread. */
class GroupingTest {
  private static final String HOME = "https://horizon.example";
  private static final String KEYNOTE = "https://horizon.example/sessions/keynote";
  private static final String PANEL = "https://horizon.example/sessions/panel";
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();
  private static final String TS = "1700000000.000100";

  private final Pipeline pipeline = pipeline(Duration.ofMinutes(10));
  private int inputs;

  private static Pipeline pipeline(Duration within) {
    return new Pipeline(
        new Playbook(
            new EscalationProcess(
                Profile.CURRENT,
                EscalationWay.NOTE,
                AnswerRoute.THROUGH_AGENT,
                new Deadlines(Duration.ofMinutes(10), Duration.ofDays(1), Duration.ofDays(2)),
                within),
            new Mention.Here(),
            HOME,
            Set.of("UCSM"),
            Map.of("UAGENT", "agent-9"),
            Set.of(KEYNOTE, PANEL + "/", HOME)));
  }

  private List<Effect> at(long nanos, Signal signal) {
    return at(pipeline, nanos, signal);
  }

  private List<Effect> at(Pipeline pipeline, long nanos, Signal signal) {
    return pipeline.on(new Input("k" + inputs++, nanos, signal));
  }

  private static Conversation help(String id) {
    return new Conversation(Chat.HELP, id);
  }

  private static Caller caller(String id, String page) {
    return new Caller("Name", "u" + id + "@example.org", page);
  }

  private static Signal note(Conversation conversation, String page, String text) {
    return new Signal.AgentNoted(
        conversation, caller(conversation.id(), page), "agent-9", "/escalate " + text);
  }

  /** The first one's thread stands. */
  private void first(String page, String text) {
    Effect post = at(0, note(help("1"), page, text)).getFirst();
    at(0, new Signal.Posted(post.key(), TS));
  }

  @Test
  void addsWhoHasTheSameTroubleInTheSameSessionToTheThread() {
    first(KEYNOTE, "The sound is gone!");

    List<Effect> effects =
        at(MINUTE, note(help("2"), KEYNOTE + "/?from=mail#top", "the SOUND  is gone"));

    assertEquals(
        List.of(
            new Effect.AddToThread(
                "also-affected:help-chat/1#1:1", TS, "Also affected: u2@example.org")),
        effects);
  }

  @Test
  void bringsTheAnswerToEverybodyOfTheIssue() {
    first(KEYNOTE, "the sound is gone");
    at(MINUTE, note(help("2"), KEYNOTE, "the sound is gone"));

    List<Effect> effects = at(2 * MINUTE, new Signal.SlackReplied("1.2", TS, "UCSM", "Reload"));

    assertEquals(
        List.of("answer:1.2:help-chat/1", "answer:1.2:help-chat/2"),
        effects.stream().map(Effect::key).toList());
  }

  @Test
  void bringsTheLatestAnswerAtOnceToWhoJoinsAnAnsweredIssue() {
    first(KEYNOTE, "the sound is gone");
    at(1, new Signal.SlackReplied("1.2", TS, "UCSM", "Wait a minute"));
    at(2, new Signal.SlackReplied("1.3", TS, "UCSM", "Reload"));

    List<Effect> effects = at(MINUTE, note(help("2"), KEYNOTE, "the sound is gone"));

    assertEquals(
        new Effect.NoteToAgent(
            "answer:1.3:help-chat/2", help("2"), "Answer from Slack (thread " + TS + "):\nReload"),
        effects.getFirst());
    assertEquals(2, effects.size());
  }

  @Test
  void opensAThreadForAnotherSessionAnotherTextAnotherChatOrNoSessionAtAll() {
    first(KEYNOTE, "the sound is gone");
    Conversation mod = new Conversation(Chat.MOD, "m1");

    assertOpens(at(1, note(help("2"), PANEL, "the sound is gone")));
    assertOpens(at(1, note(help("3"), KEYNOTE, "the picture is gone")));
    assertOpens(at(1, note(mod, KEYNOTE, "the sound is gone")));
    assertOpens(at(1, note(help("4"), HOME, "I can't log in")));
    assertOpens(at(1, note(help("5"), HOME + "/", "I can't log in")));
    assertOpens(at(1, note(help("6"), HOME + "/faq", "I can't log in")));
    assertOpens(at(1, note(help("7"), HOME + "/faq", "I can't log in")));
  }

  @Test
  void opensAThreadOnceTheWindowIsOver() {
    first(KEYNOTE, "the sound is gone");

    assertEquals(
        Effect.AddToThread.class,
        at(10 * MINUTE - 1, note(help("2"), KEYNOTE, "the sound is gone")).getLast().getClass());
    assertOpens(at(10 * MINUTE, note(help("3"), KEYNOTE, "the sound is gone")));
  }

  @Test
  void groupsNothingIfTheEventWantsThat() {
    Pipeline never = pipeline(Duration.ZERO);
    at(never, 0, note(help("1"), KEYNOTE, "the sound is gone"));

    assertOpens(at(never, 0, note(help("2"), KEYNOTE, "the sound is gone")));
  }

  @Test
  void doesNotTakeAGreetingOrNoTextForATopic() {
    for (String id : List.of("1", "2")) {
      at(0, new Signal.UserWrote(help(id), caller(id, KEYNOTE), "Hello!", true));
    }
    for (String id : List.of("3", "4")) {
      at(0, new Signal.UserWrote(help(id), caller(id, KEYNOTE), "", true));
    }

    List<Effect> effects = at(10 * MINUTE, new Signal.Tick());

    assertEquals(4, effects.stream().filter(Effect.PostToSlack.class::isInstance).count());
  }

  @Test
  void groupsWhatNobodyTook() {
    for (String id : List.of("1", "2", "3")) {
      at(0, new Signal.UserWrote(help(id), caller(id, KEYNOTE), "I hear nothing", true));
    }

    List<Effect> effects = at(10 * MINUTE, new Signal.Tick());
    List<Effect> then = at(11 * MINUTE, new Signal.Posted(effects.getFirst().key(), TS));

    assertEquals(1, effects.size());
    assertEquals("Also affected: u2@example.org, u3@example.org", then.getFirst().text());
  }

  @Test
  void groupsByWhatTheChatItselfSaysItIsAbout() {
    Caller ada = new Caller("Ada", "ada@example.org", KEYNOTE, "Sound");
    Caller bob = new Caller("Bob", "bob@example.org", KEYNOTE, "sound");
    Caller eve = new Caller("Eve", "eve@example.org", KEYNOTE, "picture");
    String post =
        at(0, new Signal.AgentNoted(help("1"), ada, "a", "/escalate no audio")).getFirst().key();
    at(0, new Signal.Posted(post, TS));

    List<Effect> same = at(1, new Signal.AgentNoted(help("2"), bob, "a", "/escalate mute"));

    assertEquals("Also affected: bob@example.org", same.getFirst().text());
    assertOpens(at(1, new Signal.AgentNoted(help("3"), eve, "a", "/escalate no audio")));
  }

  @Test
  void namesAllWhoJoinedDuringAnOutageInOneMessage() {
    Effect post = at(0, note(help("1"), KEYNOTE, "the sound is gone")).getFirst();
    List<Effect> meanwhile = new ArrayList<>();
    for (int i = 2; i <= 1_000; i++) {
      meanwhile.addAll(at(i, note(help("" + i), KEYNOTE, "the sound is gone")));
    }

    List<Effect> then = at(2_000, new Signal.Posted(post.key(), TS));

    assertEquals(List.of(), meanwhile);
    assertEquals(1, then.size());
    assertEquals(999, then.getFirst().text().split("@example\\.org", -1).length - 1);
    assertTrue(then.getFirst().text().length() <= 30_000);
  }

  @Test
  void namesOneMessageAtATimeAndTheRestInTheNext() {
    first(KEYNOTE, "the sound is gone");
    List<Effect> effects = new ArrayList<>();
    for (int i = 2; i <= 4_000; i++) {
      effects.addAll(at(i, note(help("" + i), KEYNOTE, "the sound is gone")));
    }

    List<String> texts = new ArrayList<>();
    while (!effects.isEmpty()) {
      assertEquals(1, effects.size());
      texts.add(effects.getFirst().text());
      effects = at(5_000, new Signal.Posted(effects.getFirst().key(), "2.0"));
    }

    assertEquals("Also affected: u2@example.org", texts.getFirst());
    assertEquals(4, texts.size());
    assertTrue(texts.stream().allMatch(text -> text.length() <= 30_000));
    assertEquals(
        3_999, texts.stream().mapToInt(text -> text.split("@example\\.org", -1).length - 1).sum());
  }

  @Test
  void goesOnNamingOthersAfterSlackRefusedSome() {
    first(KEYNOTE, "the sound is gone");
    Effect some = at(1, note(help("2"), KEYNOTE, "the sound is gone")).getFirst();
    at(2, note(help("3"), KEYNOTE, "the sound is gone"));

    List<Effect> effects = at(3, new Signal.Undeliverable(some.key(), "msg_too_long"));

    assertEquals("Also affected: u3@example.org", effects.getFirst().text());
  }

  @Test
  void escapesAndMentionsNobodyWhoeverJoins() {
    first(KEYNOTE, "the sound is gone");
    Signal hostile =
        new Signal.AgentNoted(
            help("2"),
            new Caller("Eve", "eve<!here>&@example.org", KEYNOTE),
            "agent-9",
            "/escalate\nIssue: the sound is gone\nScreenshot: <!channel> https://a.example/x.png");

    String text = at(1, hostile).getFirst().text();

    assertEquals(
        "Also affected: eve&lt;!here&gt;&amp;@example.org\n"
            + "*Screenshot:* &lt;!channel&gt; https://a.example/x.png",
        text);
  }

  @Test
  void tellsAllTheirAgentsWhenSlackRefusesTheIssue() {
    Effect post = at(0, note(help("1"), KEYNOTE, "the sound is gone")).getFirst();
    at(1, note(help("2"), KEYNOTE, "the sound is gone"));

    List<Effect> refused = at(2, new Signal.Undeliverable(post.key(), "is_archived"));

    assertEquals(
        List.of(help("1"), help("2")),
        refused.stream().map(effect -> ((Effect.NoteToAgent) effect).conversation()).toList());
    assertOpens(at(3, note(help("3"), KEYNOTE, "the sound is gone")));
  }

  @Test
  void joinsByAnAgentsReference() {
    first(HOME, "no sound anywhere");

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
      List<Effect> effects = at(90 * MINUTE, note(joins, HOME, "Same as " + named));

      assertEquals(Effect.AddToThread.class, effects.getLast().getClass(), named);
      at(90 * MINUTE, new Signal.Posted(effects.getLast().key(), "2.0"));
    }
  }

  @Test
  void escalatesAReferenceToNothingAsItIs() {
    List<Effect> effects = at(0, note(help("2"), HOME, "same as #77"));

    assertOpens(effects);
    assertTrue(effects.getFirst().text().contains("*Issue:* same as #77\n"));
  }

  @Test
  void doesNotLeadAModChatsMattersIntoTheHelpChatByReference() {
    Conversation mod = new Conversation(Chat.MOD, "m1");
    Effect post = at(0, note(mod, KEYNOTE, "no camera there")).getFirst();
    at(0, new Signal.Posted(post.key(), TS));

    assertOpens(at(1, note(help("2"), KEYNOTE, "same as " + TS)));
  }

  @Test
  void escalatesAnewWhatIsTheSameAsSomethingThatIsOver() {
    first(HOME, "no sound anywhere");
    at(1, new Signal.Closed(help("1"), Caller.UNKNOWN));

    assertOpens(at(2, note(help("2"), HOME, "same as " + TS)));
  }

  @Test
  void addsTheConversationsAnAgentNamesInTheThread() {
    first(HOME, "no sound anywhere");
    at(0, new Signal.UserWrote(help("2"), caller("2", HOME), "nothing", false));
    at(0, new Signal.UserWrote(help("3"), caller("3", HOME), "nothing", false));
    at(1, new Signal.SlackReplied("1.2", TS, "UCSM", "Reload"));

    List<Effect> byAgent =
        at(
            2,
            new Signal.SlackReplied(
                "1.3", TS, "UAGENT", "also <mailto:U2@example.org|U2@example.org>, please"));
    List<Effect> byStranger = at(3, new Signal.SlackReplied("1.4", TS, "UEVE", "u3@example.org"));

    assertEquals(List.of("answer:1.2:help-chat/2"), byAgent.stream().map(Effect::key).toList());
    assertEquals(List.of(), byStranger);
  }

  private static void assertOpens(List<Effect> effects) {
    assertEquals(1, effects.size(), effects::toString);
    assertEquals(Effect.PostToSlack.class, effects.getFirst().getClass());
  }
}
