package gameday.checker;

import static gameday.rehearsed.Deeds.AGENT;
import static gameday.rehearsed.Deeds.as;
import static gameday.rehearsed.Deeds.in;
import static gameday.rehearsed.Deeds.is;
import static gameday.rehearsed.Deeds.note;
import static gameday.rehearsed.Deeds.saying;
import static gameday.rehearsed.Horizon.BOT;
import static gameday.rehearsed.Horizon.CSM;
import static gameday.rehearsed.Horizon.answer;
import static gameday.rehearsed.Horizon.noted;
import static gameday.rehearsed.Horizon.q;
import static gameday.rehearsed.Horizon.question;
import static gameday.rehearsed.Horizon.root;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gameday.history.Happening.AgentReplied;
import gameday.history.Happening.Asked;
import gameday.history.Happening.Author;
import gameday.history.Happening.Closed;
import gameday.history.Happening.Escalated;
import gameday.history.Happening.GaveUp;
import gameday.history.Happening.PipelineNoted;
import gameday.history.Happening.PipelineReplied;
import gameday.history.Happening.SlackPosted;
import gameday.process.Audience;
import gameday.process.Chat;
import gameday.process.EscalationWay;
import gameday.process.Tier;
import gameday.rehearsed.Day;
import gameday.rehearsed.Excerpt;
import gameday.rehearsed.Horizon;
import gameday.script.ScriptedQuestion;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Which way an answer goes, whose it is, and what counts as one. */
class AnswerRouteTest {
  private static final String RULE = "answer-returned";
  private static final Excerpt WHOLE = Excerpt.of(3);

  /** The CSM has answered at 260 s; nothing of it came back, and the agent waits. */
  private static final Excerpt DROPPED =
      WHOLE.with(
          WHOLE
              .day()
              .without(is(PipelineNoted.class))
              .without(is(AgentReplied.class))
              .without(is(Closed.class)));

  @Test
  void sendsANoteWhereTheAgentPassesItOnAndAMessageWhereItGoesStraight() {
    Excerpt straight = WHOLE.with("process.route=straight");
    PipelineReplied reply = new PipelineReplied(Chat.HELP, "c3", Optional.of(q(3)), answer(3));
    Day replied = WHOLE.day().without(is(PipelineNoted.class)).at(260.5, reply);

    assertEquals(
        "the answer came back as a note, though it must go to the user",
        straight.judged().sentence());
    assertEquals(List.of(), straight.with(replied).judged().findings());
    assertEquals(
        "the answer went straight to the user, though the agent must pass it on",
        WHOLE.with(replied).judged().sentence());
  }

  @Test
  void sendsItStraightWhereTheHelpChatHasNoNotes() {
    Excerpt smartloop = WHOLE.with("help-chat.provider=smartloop");
    PipelineReplied reply = new PipelineReplied(Chat.HELP, "c3", Optional.empty(), answer(3));
    Day replied = WHOLE.day().without(is(PipelineNoted.class)).at(260.5, reply);

    assertEquals(List.of(), smartloop.with(replied).judged().findings());
  }

  @Test
  void takesAnyConversationOfAPersonWhomAnAgentsMessageNames() {
    Excerpt pasted = twoOfOnePerson(AGENT, EscalationWay.BY_HAND);
    Excerpt posted = twoOfOnePerson(BOT, EscalationWay.NOTE);

    assertEquals(List.of(), pasted.judged().findings());
    assertEquals(List.of("answer-returned pipeline q-3"), posted.judged().findings());
  }

  /** User 3 has asked twice; the answer comes into the conversation of the other question. */
  private static Excerpt twoOfOnePerson(Author author, EscalationWay way) {
    var other = question(6, 35, Audience.EXHIBITOR, Chat.HELP, Tier.CLIENT_TEAM);
    var asked = question(3, 30, Audience.EXHIBITOR, Chat.HELP, Tier.CSM);
    var same =
        new ScriptedQuestion(
            other.id(),
            other.at(),
            asked.asker(),
            other.chat(),
            other.session(),
            other.topic(),
            other.page(),
            other.messages(),
            other.truth(),
            other.work(),
            other.patience(),
            other.leavesSilently(),
            other.issue(),
            other.screenshot(),
            other.answer(),
            other.followUp());
    Day day =
        WHOLE
            .day()
            .without(is(PipelineNoted.class))
            .changing(SlackPosted.class, p -> p.ts().equals("3.0"), p -> as(p, "3.0", author))
            .changing(
                Escalated.class,
                e -> true,
                e -> new Escalated(e.question(), e.agent(), way, e.issue()))
            .at(35, new Asked(q(6), Chat.HELP, "c6", Horizon.text(6)))
            .at(36, new GaveUp(q(6), true))
            .at(260.5, note(6, answer(3)));
    return WHOLE.with(asked, same).with(day);
  }

  @Test
  void letsAnAgentNameOthersInTheThreadAndNobodyElse() {
    Excerpt both = Excerpt.of(2, 3);
    SlackPosted byAgent = in("3.0", AGENT, "The same for user 2", 2);
    SlackPosted byCsm = in("3.0", CSM, "<@U1> is it the same for user 2?", 2);
    Day told = both.day().at(262, noted(2, 3));

    assertEquals(List.of(), both.with(told.at(250, byAgent)).judged().findings());
    assertEquals(
        List.of("answer-returned pipeline q-3"),
        both.with(told.at(250, byCsm)).judged().findings());
  }

  @Test
  void owesAnAnswerToWhomThePipelineNamedBeforeIt() {
    Excerpt both = Excerpt.of(2, 3);
    Day open = both.day().without(is(Closed.class, c -> c.question().equals(q(2))));
    SlackPosted also = in("3.0", BOT, "Also affected: user2@example.org", 2);

    assertEquals(
        List.of("answer-returned pipeline q-2"), both.with(open.at(250, also)).judged().findings());
    assertEquals(List.of(), both.with(open.at(250, also).at(261, noted(2, 3))).judged().findings());
  }

  @Test
  void readsALinkAsPeopleSeeIt() {
    assertEquals(
        List.of(),
        linked("See <https://x.example/a|the page>", "See the page (https://x.example/a)"));
    assertEquals(List.of(), linked("See <https://x.example/a>", "See https://x.example/a"));
    assertEquals(List.of(), linked("See <https://x.example/a| >", "See https://x.example/a"));
    assertEquals(List.of(), linked("See <https://x.example|x.example>", "See https://x.example"));
    assertEquals(List.of(), linked("To <mailto:a@x.example|a@x.example>", "To a@x.example"));
    assertEquals(
        List.of("answer-returned pipeline q-3"),
        linked("See <https://x.example/a|the page>", "See <https://x.example/a|the page>"));
  }

  private static List<String> linked(String inSlack, String inChat) {
    Day day =
        WHOLE
            .day()
            .changing(SlackPosted.class, p -> p.author().equals(CSM), says(inSlack))
            .changing(PipelineNoted.class, n -> true, n -> note(3, "Answer:\n" + inChat));
    return WHOLE.with(day).judged().findings();
  }

  @Test
  void takesTalkAmongStaffForNoAnswer() {
    Day talk =
        DROPPED
            .day()
            .changing(SlackPosted.class, p -> p.author().equals(CSM), says("<@U9> can you look?"));

    assertEquals(List.of(), DROPPED.with(talk).judged().findings());
    assertEquals(0, DROPPED.with(talk).judged().cases(RULE));
  }

  @Test
  void asksNothingBackFromARepeatedThread() {
    Day copied =
        WHOLE.day().at(162, as(root(3), "3.9", BOT)).at(250, in("3.9", CSM, "In the copy", 3));

    assertEquals(List.of("escalated-once pipeline q-3"), WHOLE.with(copied).judged().findings());
  }

  private static UnaryOperator<SlackPosted> says(String text) {
    return saying(old -> text);
  }
}
