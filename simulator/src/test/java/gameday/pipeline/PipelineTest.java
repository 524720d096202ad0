package gameday.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.process.AnswerRoute;
import gameday.process.Chat;
import gameday.process.Deadlines;
import gameday.process.EscalationMessage;
import gameday.process.EscalationProcess;
import gameday.process.EscalationTemplate;
import gameday.process.EscalationWay;
import gameday.process.Mention;
import gameday.process.Profile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PipelineTest {
  private static final Conversation HELP = new Conversation(Chat.HELP, "7");
  private static final Conversation MOD = new Conversation(Chat.MOD, "m1");
  private static final Caller ADA =
      new Caller("Ada", "Ada@Example.org", "https://horizon.example/sessions/keynote");
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();
  private static final String TS = "1700000000.000100";

  private Pipeline pipeline = pipeline(AnswerRoute.THROUGH_AGENT, EscalationWay.NOTE);
  private int inputs;

  private static Pipeline pipeline(AnswerRoute route, EscalationWay way) {
    return new Pipeline(
        new Playbook(
            new EscalationProcess(Profile.CURRENT, way, route, Deadlines.DEFAULT),
            new Mention.Here(),
            "https://horizon.example",
            Set.of("UCSM", "UTECH"),
            Map.of("UAGENT", "agent-9")));
  }

  private List<Effect> at(long nanos, Signal signal) {
    return pipeline.on(new Input("k" + inputs++, nanos, signal));
  }

  private static Signal asks(Conversation conversation) {
    return new Signal.UserWrote(
        conversation, ADA, "No <!channel> sound & vision", conversation.chat() == Chat.MOD);
  }

  private static Signal notes(Conversation conversation, String text) {
    return new Signal.AgentNoted(conversation, Caller.UNKNOWN, "agent-9", text);
  }

  private Effect.PostToSlack escalated(Conversation conversation) {
    at(0, asks(conversation));
    at(0, new Signal.OpenedForAgents(conversation, Caller.UNKNOWN));
    at(1, new Signal.Taken(conversation, Caller.UNKNOWN, "agent-9"));
    return (Effect.PostToSlack) at(2, notes(conversation, "/escalate\nIssue: no sound")).getFirst();
  }

  @Test
  void leavesAConversationAloneWhileTheChatbotOwnsIt() {
    List<Effect> effects = new ArrayList<>(at(0, asks(HELP)));
    effects.addAll(at(60 * MINUTE, asks(HELP)));

    assertEquals(List.of(), effects);
    assertEquals(OptionalLong.empty(), pipeline.nextDeadlineNanos());
  }

  @Test
  void fillsInWhatTheAgentLeftOut() {
    Effect.PostToSlack post = escalated(HELP);

    assertEquals(
        """
        Hi <!here>, we need your help.
        *Issue:* no sound
        *Page or session URL:* https://horizon.example/sessions/keynote
        *Affected users:* ada@example.org
        *Screenshot:* none""",
        post.text());
  }

  @Test
  void escapesWhatAUserTyped() {
    at(0, asks(MOD));

    List<Effect> effects = at(10 * MINUTE, new Signal.Tick());

    assertTrue(
        effects.getFirst().text().contains("*Issue:* No &lt;!channel&gt; sound &amp; vision\n"));
  }

  @Test
  void postsOnceWhateverIsRedelivered() {
    Input note = new Input("note-1", 5, notes(HELP, "/escalate it is dark"));

    List<Effect> first = pipeline.on(note);
    List<Effect> again = pipeline.on(note);

    assertEquals(1, first.size());
    assertEquals(List.of(), again);
  }

  @Test
  void putsASecondNoteIntoTheThreadOnceTheThreadIsKnown() {
    Effect.PostToSlack post = escalated(HELP);

    List<Effect> unknownYet = at(3, notes(HELP, "/escalate now <b> the picture too"));
    List<Effect> known = at(4, new Signal.Posted(post.key(), TS));

    assertEquals(List.of(), unknownYet);
    Effect.PostInThread followUp = (Effect.PostInThread) known.getFirst();
    assertEquals(TS, followUp.threadTs());
    assertTrue(followUp.text().contains("now &lt;b&gt; the picture too"));
  }

  @Test
  void opensNothingAgainBecauseOfWordThatIsOlderThanTheClosing() {
    at(0, new Signal.Closed(MOD, Caller.UNKNOWN, 2_000));
    at(1, new Signal.UserWrote(MOD, ADA, "I have to go", true, 1_000));
    at(1, new Signal.Closed(HELP, Caller.UNKNOWN, 2_000));
    at(2, new Signal.OpenedForAgents(HELP, ADA, 1_000));

    assertEquals(List.of(), at(20 * MINUTE, new Signal.Tick()));
  }

  @Test
  void opensAgainBecauseOfWordThatIsNewerThanTheClosing() {
    at(0, new Signal.Closed(MOD, Caller.UNKNOWN, 2_000));
    at(1, new Signal.UserWrote(MOD, ADA, "me again", true, 3_000));
    at(1, new Signal.Closed(HELP, Caller.UNKNOWN, 2_000));
    at(2, new Signal.OpenedForAgents(HELP, ADA, 3_000));
    at(3, new Signal.Closed(HELP, Caller.UNKNOWN, 2_500));

    assertEquals(2, at(20 * MINUTE, new Signal.Tick()).size());
  }

  @Test
  void escalatesAgainAfterTheConversationWasClosed() {
    escalated(HELP);
    at(3, new Signal.Closed(HELP, Caller.UNKNOWN));

    List<Effect> effects = at(4, notes(HELP, "/escalate something else"));

    assertEquals("post:help-chat/7#2", effects.getFirst().key());
  }

  @Test
  void bringsTheAnswerToTheAgent() {
    at(3, new Signal.Posted(escalated(HELP).key(), TS));

    List<Effect> effects =
        at(4, new Signal.SlackReplied("1.2", TS, "UCSM", "Use Chrome &amp; <https://a.example>"));

    assertEquals(
        List.of(
            new Effect.NoteToAgent(
                "answer:1.2:help-chat/7",
                HELP,
                "Answer from Slack (thread " + TS + "):\nUse Chrome & https://a.example")),
        effects);
  }

  @Test
  void bringsTheAnswerStraightToTheUserOfAModChat() {
    pipeline = pipeline(AnswerRoute.STRAIGHT, EscalationWay.BY_HAND);
    at(3, new Signal.Posted(escalated(MOD).key(), TS));

    List<Effect> effects = at(4, new Signal.SlackReplied("1.2", TS, "UTECH", "a &lt; b"));

    assertEquals(List.of(new Effect.ReplyToUser("answer:1.2:mod-chat/m1", MOD, "a < b")), effects);
  }

  @Test
  void holdsAnAnswerThatOvertakesThePostsOutcome() {
    Effect.PostToSlack post = escalated(HELP);

    List<Effect> early = at(3, new Signal.SlackReplied("1.2", TS, "UCSM", "done"));
    List<Effect> known = at(4, new Signal.Posted(post.key(), TS));

    assertEquals(List.of(), early);
    assertEquals("answer:1.2:help-chat/7", known.getFirst().key());
    assertEquals(OptionalLong.empty(), pipeline.nextDeadlineNanos());
  }

  @Test
  void keepsTalkAmongStaffInTheThread() {
    at(3, new Signal.Posted(escalated(HELP).key(), TS));

    List<Effect> effects = new ArrayList<>();
    effects.addAll(at(4, new Signal.SlackReplied("1.2", TS, "UCSM", "<!subteam^S1> please")));
    effects.addAll(at(5, new Signal.SlackReplied("1.3", TS, "UAGENT", "any news?")));
    effects.addAll(at(6, new Signal.SlackReplied("1.4", "9.9", "UCSM", "another thread")));

    assertEquals(List.of(), effects);
  }

  @Test
  void escalatesWhatNobodyTookToTheNanosecond() {
    at(0, asks(HELP));
    at(5, new Signal.OpenedForAgents(HELP, Caller.UNKNOWN));

    List<Effect> before = at(10 * MINUTE + 4, new Signal.Tick());
    List<Effect> then = at(10 * MINUTE + 5, new Signal.Tick());

    assertEquals(List.of(), before);
    assertEquals("post:help-chat/7#1", then.getFirst().key());
  }

  @Test
  void doesNotEscalateWhatWasTakenInTime() {
    at(0, asks(MOD));
    at(10 * MINUTE - 1, new Signal.Taken(MOD, Caller.UNKNOWN, "agent-9"));

    List<Effect> effects = at(11 * MINUTE, new Signal.Tick());

    assertEquals(List.of(), effects);
  }

  @Test
  void remindsAndCallsAgainToTheNanosecond() {
    at(100, new Signal.Posted(escalated(HELP).key(), TS));

    assertEquals(OptionalLong.of(5 * MINUTE + 100), pipeline.nextDeadlineNanos());
    assertEquals(List.of(), at(5 * MINUTE + 99, new Signal.Tick()));
    Effect reminder = at(5 * MINUTE + 100, new Signal.Tick()).getFirst();
    Effect call = at(10 * MINUTE + 100, new Signal.Tick()).getFirst();

    assertTrue(reminder.text().startsWith("Reminder: <!here>"));
    assertTrue(call.text().startsWith("Calling again: <!here>"));
    assertEquals("slack:" + TS, call.lane());
    assertEquals(OptionalLong.empty(), pipeline.nextDeadlineNanos());
  }

  @Test
  void remindsNobodyWhoIsOnIt() {
    at(100, new Signal.Posted(escalated(HELP).key(), TS));

    at(200, new Signal.SlackReacted(TS, "UAGENT", "eyes"));
    assertTrue(pipeline.nextDeadlineNanos().isPresent());
    at(300, new Signal.SlackReacted(TS, "UCSM", "eyes"));

    assertFalse(pipeline.nextDeadlineNanos().isPresent());
  }

  @Test
  void linksAMessagePostedByHandToTheLatestOpenConversationOfItsEmail() {
    pipeline = pipeline(AnswerRoute.STRAIGHT, EscalationWay.BY_HAND);
    Conversation closed = new Conversation(Chat.HELP, "9");
    at(0, asks(new Conversation(Chat.HELP, "6")));
    at(1, asks(HELP));
    at(2, asks(closed));
    at(3, new Signal.Closed(closed, Caller.UNKNOWN));
    String text =
        EscalationMessage.forSlack(
            new Mention.Here(),
            new EscalationTemplate(
                "no sound", "https://h.example", List.of("ada@example.org"), Optional.empty()));

    List<Effect> posted = at(4, new Signal.SlackPosted(TS, "UAGENT", text));
    List<Effect> answered = at(5, new Signal.SlackReplied("1.2", TS, "UCSM", "fixed"));

    assertEquals(List.of(), posted);
    assertEquals(
        List.of(new Effect.ReplyToUser("answer:1.2:help-chat/7", HELP, "fixed")), answered);
  }

  @Test
  void linksAMessagePostedByHandToTheHelpChatThoughItsUserAlsoAsksInTheModChat() {
    pipeline = pipeline(AnswerRoute.STRAIGHT, EscalationWay.BY_HAND);
    at(0, asks(HELP));
    at(1, asks(MOD));

    at(4, PostedByHand.aboutAda());
    List<Effect> answered = at(5, PostedByHand.answered("fixed"));

    assertEquals(
        List.of(HELP),
        answered.stream().map(effect -> ((Effect.ToChat) effect).conversation()).toList());
  }

  @Test
  void tellsTheAgentWhenSlackRefusesForGood() {
    Effect.PostToSlack post = escalated(HELP);

    List<Effect> effects = at(5, new Signal.Undeliverable(post.key(), "is_archived"));
    List<Effect> again = at(6, notes(HELP, "/escalate once more"));

    assertTrue(effects.getFirst().text().contains("is_archived"));
    assertEquals("post:help-chat/7#2", again.getFirst().key());
  }

  @Test
  void staysBelowSlacksLimitHoweverMuchAUserWrites() {
    List<Effect> effects = at(0, notes(HELP, "/escalate " + "&\n".repeat(100_000)));

    assertTrue(effects.getFirst().text().length() < 40_000);
    assertTrue(effects.getFirst().text().contains("(shortened)"));
  }
}
