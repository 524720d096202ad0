package gameday.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gameday.process.AnswerRoute;
import gameday.process.Chat;
import gameday.process.EscalationWay;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of an answer that is edited or deleted in Slack. */
class CorrectedAnswerTest {
  private static final Conversation HELP = new Conversation(Chat.HELP, "7");
  private static final String TS = "1700000000.000100";
  private static final String SAID = "1700000001.000100";

  private Pipeline pipeline;
  private int inputs;

  private void escalated(AnswerRoute route) {
    pipeline = new Pipeline(SmallPlaybook.of(EscalationWay.NOTE, route));
    Caller ada = new Caller("Ada", "ada@example.org", "");
    Effect post = at(new Signal.AgentNoted(HELP, ada, "agent-9", "/escalate no sound")).getFirst();
    at(new Signal.Posted(post.key(), TS));
  }

  private List<Effect> at(Signal signal) {
    return pipeline.on(new Input("k" + inputs++, inputs, signal));
  }

  private List<Effect> says(String text) {
    return at(new Signal.SlackReplied(SAID, TS, "UCSM", text));
  }

  private List<Effect> edits(String text, String version) {
    return at(new Signal.SlackEdited(SAID, TS, "UCSM", text, version));
  }

  private List<Effect> deletes() {
    return at(new Signal.SlackDeleted(SAID, TS, "UCSM"));
  }

  @Test
  void bringsACorrectionToTheAgentOnce() {
    escalated(AnswerRoute.THROUGH_AGENT);
    says("Use Chrome");

    List<Effect> corrected = edits("Use Firefox &amp; reload", "1700000002.000100");
    List<Effect> again = edits("Use Firefox &amp; reload", "1700000002.000100");

    assertEquals(
        List.of(
            new Effect.NoteToAgent(
                "corrected:" + SAID + ":1700000002.000100:help-chat/7",
                HELP,
                "Corrected answer from Slack (thread " + TS + "):\nUse Firefox & reload")),
        corrected);
    assertEquals(List.of(), again);
  }

  @Test
  void bringsACorrectionStraightToTheUser() {
    escalated(AnswerRoute.STRAIGHT);
    says("Use Chrome");

    List<Effect> corrected = edits("Use Firefox", "1700000002.000100");

    assertEquals(
        List.of(
            new Effect.ReplyToUser(
                "corrected:" + SAID + ":1700000002.000100:help-chat/7",
                HELP,
                "Please read this instead of our earlier answer:\nUse Firefox")),
        corrected);
  }

  @Test
  void takesAnEditThatOvertakesTheOriginalForTheAnswer() {
    escalated(AnswerRoute.STRAIGHT);

    List<Effect> edited = edits("Use Firefox", "1700000002.000100");
    List<Effect> original = says("Use Chrome");

    assertEquals(
        List.of(new Effect.ReplyToUser("answer:" + SAID + ":help-chat/7", HELP, "Use Firefox")),
        edited);
    assertEquals(List.of(), original);
  }

  @Test
  void believesTheLatestEditWhateverOrderTheyComeIn() {
    escalated(AnswerRoute.STRAIGHT);
    says("one");

    List<Effect> third = edits("three", "1700000003.000100");
    List<Effect> second = edits("two", "1700000002.000100");

    assertEquals(1, third.size());
    assertEquals(List.of(), second);
  }

  @Test
  void tellsNobodyOfAnEditThatChangesNoWord() {
    escalated(AnswerRoute.STRAIGHT);
    says("See https://a.example");

    assertEquals(List.of(), edits("See <https://a.example>", "1700000002.000100"));
  }

  @ParameterizedTest
  @EnumSource(AnswerRoute.class)
  void tellsWhoeverHasTheAnswerThatItWasWithdrawn(AnswerRoute route) {
    escalated(route);
    says("Use Chrome");

    List<Effect> effects = deletes();
    List<Effect> again = deletes();

    String key = "withdrawn:" + SAID + ":deleted:help-chat/7";
    assertEquals(
        List.of(
            switch (route) {
              case THROUGH_AGENT ->
                  new Effect.NoteToAgent(
                      key,
                      HELP,
                      "The answer from Slack (thread " + TS + ") was withdrawn: \"Use Chrome\"");
              case STRAIGHT ->
                  new Effect.ReplyToUser(
                      key, HELP, "We have to take back our earlier answer: \"Use Chrome\"");
            }),
        effects);
    assertEquals(List.of(), again);
  }

  @Test
  void bringsNothingBackOfWhatWasDeletedBeforeItWasHeardOf() {
    escalated(AnswerRoute.STRAIGHT);

    assertEquals(List.of(), deletes());
    assertEquals(List.of(), says("Use Chrome"));
  }

  @Test
  void keepsTalkAmongStaffInTheThreadUntilItMentionsNobody() {
    escalated(AnswerRoute.STRAIGHT);

    assertEquals(List.of(), says("<@UTECH> is it Chrome?"));
    assertEquals(List.of(), edits("<@UTECH> is it Firefox?", "1700000002.000100"));
    assertEquals(
        List.of(new Effect.ReplyToUser("answer:" + SAID + ":help-chat/7", HELP, "Use Firefox")),
        edits("Use Firefox", "1700000003.000100"));
    assertEquals(
        "withdrawn:" + SAID + ":1700000004.000100:help-chat/7",
        edits("<@UTECH> was it Firefox?", "1700000004.000100").getFirst().key());
  }

  @Test
  void holdsAnEditThatOvertakesThePostsOutcome() {
    escalated(AnswerRoute.STRAIGHT);
    Conversation other = new Conversation(Chat.HELP, "8");
    Effect post =
        at(new Signal.AgentNoted(other, Caller.UNKNOWN, "a", "/escalate no picture")).getFirst();

    at(new Signal.SlackReplied("1700000005.000200", "1700000005.000100", "UCSM", "one"));
    at(
        new Signal.SlackEdited(
            "1700000005.000200", "1700000005.000100", "UCSM", "two", "1700000006.000100"));
    List<Effect> effects = at(new Signal.Posted(post.key(), "1700000005.000100"));

    assertEquals(
        List.of("one", "Please read this instead of our earlier answer:\ntwo"),
        effects.stream().map(Effect::text).toList());
  }

  @Test
  void takesAnEditOfAnAgentsMessageForAnEscalationOnce() {
    escalated(AnswerRoute.STRAIGHT);
    String ts = "1700000009.000100";
    String template = "Hi <!here>\n*Issue:* no sound\n*Affected users:* ada@example.org";

    at(new Signal.SlackPosted(ts, "UAL", "oops"));
    at(new Signal.SlackEdited(ts, ts, "UAL", template, "1700000010.000100"));
    at(new Signal.SlackEdited(ts, ts, "UAL", template + "!", "1700000011.000100"));
    List<Effect> effects = at(new Signal.SlackReplied("1.2", ts, "UCSM", "Reload"));

    assertEquals(List.of("answer:1.2:help-chat/7"), effects.stream().map(Effect::key).toList());
  }

  @Test
  void bringsNoCorrectionOfAnAnswerThatSomebodyNeverHad() {
    escalated(AnswerRoute.STRAIGHT);
    says("one");
    at(new Signal.SlackReplied("1700000002.000100", TS, "UCSM", "two"));
    Conversation joins = new Conversation(Chat.HELP, "8");
    at(new Signal.AgentNoted(joins, Caller.UNKNOWN, "a", "/escalate same as " + TS));

    List<Effect> effects = edits("one and a half", "1700000003.000100");

    assertEquals(
        List.of("corrected:" + SAID + ":1700000003.000100:help-chat/7"),
        effects.stream().map(Effect::key).toList());
  }
}
