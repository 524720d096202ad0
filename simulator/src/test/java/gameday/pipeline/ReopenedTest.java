package gameday.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.process.AnswerRoute;
import gameday.process.Chat;
import gameday.process.Deadlines;
import gameday.process.EscalationWay;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of an escalation when its conversation is closed, and opened again. */
class ReopenedTest {
  private static final Caller ADA = new Caller("Ada", "ada@example.org", "");
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();
  private static final String TS = "1700000000.000100";

  private final Pipeline pipeline =
      new Pipeline(
          SmallPlaybook.of(
              EscalationWay.NOTE,
              AnswerRoute.THROUGH_AGENT,
              new Deadlines(
                  Duration.ofMinutes(5), Duration.ofMinutes(60), Duration.ofMinutes(90))));
  private int inputs;

  private List<Effect> at(long nanos, Signal signal) {
    return pipeline.on(new Input("k" + inputs++, nanos, signal));
  }

  private static Signal note(Conversation about, String text) {
    return new Signal.AgentNoted(about, ADA, "agent-9", "/escalate " + text);
  }

  private static Conversation in(Chat chat) {
    return new Conversation(chat, "7");
  }

  private void escalated(Conversation about) {
    at(0, new Signal.UserWrote(about, ADA, "no sound here", chatOpens(about), 1_000));
    Effect post = at(0, note(about, "no sound here")).getFirst();
    at(1, new Signal.Posted(post.key(), TS));
  }

  private static boolean chatOpens(Conversation about) {
    return about.chat() == Chat.MOD;
  }

  private void closed(long nanos, Conversation about) {
    at(nanos, new Signal.Closed(about, ADA, 2_000));
  }

  private void reopened(long nanos, Conversation about) {
    at(
        nanos,
        about.chat() == Chat.MOD
            ? new Signal.UserWrote(about, ADA, "no sound here", true, 3_000)
            : new Signal.OpenedForAgents(about, ADA, 3_000));
  }

  private List<String> answered(long nanos, String ts) {
    return at(nanos, new Signal.SlackReplied("1.2", ts, "UCSM", "Reload")).stream()
        .map(Effect::key)
        .toList();
  }

  @ParameterizedTest
  @EnumSource(Chat.class)
  void bringsTheAnswerOnceIntoAConversationThatIsClosed(Chat chat) {
    escalated(in(chat));
    closed(MINUTE, in(chat));

    assertEquals(List.of("answer:1.2:" + in(chat)), answered(2 * MINUTE, TS));
  }

  @ParameterizedTest
  @EnumSource(Chat.class)
  void bringsTheAnswerOnceIntoAConversationThatWasOpenedAgain(Chat chat) {
    escalated(in(chat));
    closed(MINUTE, in(chat));
    reopened(2 * MINUTE, in(chat));

    assertEquals(List.of("answer:1.2:" + in(chat)), answered(3 * MINUTE, TS));
  }

  @ParameterizedTest
  @EnumSource(Chat.class)
  void opensNoSecondThreadForTheSameTextWhileItIsUnanswered(Chat chat) {
    escalated(in(chat));
    closed(MINUTE, in(chat));
    reopened(2 * MINUTE, in(chat));

    List<Effect> byNote = at(3 * MINUTE, note(in(chat), "No sound here!"));

    assertEquals(Effect.PostInThread.class, byNote.getFirst().getClass());
    assertEquals(1, byNote.size());
    assertEquals(List.of("answer:1.2:" + in(chat)), answered(4 * MINUTE, TS));
  }

  @ParameterizedTest
  @EnumSource(Chat.class)
  void opensNoSecondThreadWhenNobodyTakesItInTimeWithinTheWindow(Chat chat) {
    escalated(in(chat));
    closed(MINUTE, in(chat));
    reopened(2 * MINUTE, in(chat));

    List<Effect> untaken = at(7 * MINUTE, new Signal.Tick());

    assertEquals(List.of(), untaken);
    assertEquals(List.of("answer:1.2:" + in(chat)), answered(8 * MINUTE, TS));
  }

  @ParameterizedTest
  @EnumSource(Chat.class)
  void callsAgainWhenNobodyTakesItAfterTheWindow(Chat chat) {
    escalated(in(chat));
    closed(MINUTE, in(chat));
    reopened(6 * MINUTE, in(chat));

    List<Effect> untaken = at(11 * MINUTE, new Signal.Tick());

    assertEquals(List.of("post:" + in(chat) + "#2"), untaken.stream().map(Effect::key).toList());
  }

  @ParameterizedTest
  @EnumSource(Chat.class)
  void opensAnIssueForAnotherText(Chat chat) {
    escalated(in(chat));
    closed(MINUTE, in(chat));
    reopened(2 * MINUTE, in(chat));

    Effect post = at(3 * MINUTE, note(in(chat), "no picture either")).getFirst();
    at(3 * MINUTE, new Signal.Posted(post.key(), "1700000300.000100"));

    assertEquals("post:" + in(chat) + "#2", post.key());
    assertEquals(List.of("answer:1.2:" + in(chat)), answered(4 * MINUTE, TS));
  }

  @ParameterizedTest
  @EnumSource(Chat.class)
  void opensAnIssueForTheSameTextOnceItWasAnswered(Chat chat) {
    escalated(in(chat));
    answered(MINUTE, TS);
    closed(2 * MINUTE, in(chat));
    reopened(3 * MINUTE, in(chat));

    List<Effect> byNote = at(4 * MINUTE, note(in(chat), "no sound here"));

    assertEquals(List.of("post:" + in(chat) + "#2"), byNote.stream().map(Effect::key).toList());
  }

  /** The webhook of a note, delivered again and again in vain, may come long after it. */
  private static Signal noteSaid(long millis, String text) {
    return new Signal.AgentNoted(
        in(Chat.MOD), ADA, "agent-9", "/escalate " + text, "keynote", millis);
  }

  private void escalatedByItself() {
    at(0, new Signal.UserWrote(in(Chat.MOD), ADA, "no sound here", true, 1_000));
    Effect post = at(5 * MINUTE, new Signal.Tick()).getFirst();
    at(5 * MINUTE, new Signal.Posted(post.key(), TS));
  }

  @Test
  void putsANoteFromBeforeTheClosingIntoTheThreadThatWasOpenedMeanwhile() {
    escalatedByItself();
    answered(6 * MINUTE, TS);
    closed(7 * MINUTE, in(Chat.MOD));

    List<Effect> late = at(8 * MINUTE, noteSaid(1_500, "the microphone is not found"));

    Effect.PostInThread only = (Effect.PostInThread) late.getFirst();
    assertEquals(1, late.size());
    assertEquals(TS, only.threadTs());
    assertTrue(only.text().contains("the microphone is not found"), only::text);
    assertEquals(List.of(), pipeline.open(Chat.MOD));
  }

  @Test
  void opensAnIssueForANoteFromAfterTheClosing() {
    escalatedByItself();
    closed(7 * MINUTE, in(Chat.MOD));

    List<Effect> after = at(8 * MINUTE, noteSaid(2_500, "the microphone is not found"));

    assertEquals(List.of("post:" + in(Chat.MOD) + "#2"), after.stream().map(Effect::key).toList());
  }

  @Test
  void opensAnIssueForANoteFromBeforeTheClosingOfAConversationThatHadNone() {
    at(0, new Signal.UserWrote(in(Chat.MOD), ADA, "no sound here", true, 1_000));
    closed(MINUTE, in(Chat.MOD));

    List<Effect> late = at(2 * MINUTE, noteSaid(1_500, "the microphone is not found"));

    assertEquals(List.of("post:" + in(Chat.MOD) + "#1"), late.stream().map(Effect::key).toList());
  }

  @Test
  void opensAnIssueForANoteFromBeforeTheClosingIfSlackRefusedTheFirst() {
    at(0, new Signal.UserWrote(in(Chat.MOD), ADA, "no sound here", true, 1_000));
    Effect post = at(5 * MINUTE, new Signal.Tick()).getFirst();
    at(5 * MINUTE, new Signal.Undeliverable(post.key(), "is_archived"));
    closed(7 * MINUTE, in(Chat.MOD));

    List<Effect> late = at(8 * MINUTE, noteSaid(1_500, "the microphone is not found"));

    assertEquals(List.of("post:" + in(Chat.MOD) + "#2"), late.stream().map(Effect::key).toList());
  }
}
