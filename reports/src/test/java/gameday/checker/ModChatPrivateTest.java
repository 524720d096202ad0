package gameday.checker;

import static gameday.rehearsed.Deeds.note;
import static gameday.rehearsed.Horizon.email;
import static gameday.rehearsed.Horizon.noted;
import static gameday.rehearsed.Horizon.q;
import static gameday.rehearsed.Horizon.question;
import static gameday.rehearsed.Horizon.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gameday.history.Happening.AgentNoted;
import gameday.history.Happening.ModChatGranted;
import gameday.history.Happening.ModChatRefused;
import gameday.history.Happening.PipelineNoted;
import gameday.process.Audience;
import gameday.process.Chat;
import gameday.process.Tier;
import gameday.rehearsed.Excerpt;
import gameday.rehearsed.Judged;
import gameday.script.ScriptedQuestion;
import gameday.script.ScriptedQuestion.Line;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** q-2 is asked in the Help chat, q-4 in the keynote's Mod chat. */
class ModChatPrivateTest {
  private static final Excerpt BOTH = Excerpt.of(2, 4);

  @Test
  void saysWhatLeakedWhereAndWhen() {
    Judged words = BOTH.and(402, note(2, "Also:\n" + text(4))).judged();
    Judged answer = BOTH.and(402, note(2, noted(4, 4).text())).judged();

    assertEquals("its words went into Help chat conversation c2 at 09:06:42", words.sentence());
    assertEquals("its answer went into Help chat conversation c2 at 09:06:42", answer.sentence());
    assertEquals(List.of("mod-chat-private pipeline q-4"), words.findings());
    assertEquals(List.of("mod-chat-private pipeline q-4"), answer.findings());
  }

  @Test
  void letsWordsOfAModChatStandInModChats() {
    PipelineNoted below = new PipelineNoted(Chat.MOD, "c4", Optional.of(q(4)), text(4));

    assertEquals(List.of(), BOTH.and(402, below).judged().findings());
  }

  @ParameterizedTest
  @CsvSource({
    "'20 letters long, ok??', 21",
    "'20 letters long, ok?', 20",
    "'19 letters long ok?', 19"
  })
  void keepsLinesOfTwentyLettersAndMore(String line, int length) {
    assertEquals(length, line.length());
    assertEquals(
        length < 20 ? List.of() : List.of("mod-chat-private pipeline q-4"),
        asking(line).and(402, note(2, line)).judged().findings());
  }

  @Test
  void takesWhatIsAskedInTheHelpChatTooForNoSecret() {
    Excerpt same = asking(text(2));

    assertEquals(List.of(), same.and(402, note(2, text(2))).judged().findings());
  }

  private static Excerpt asking(String words) {
    ScriptedQuestion mod = question(4, 40, Audience.SPEAKER, Chat.MOD, Tier.TECH_SUPPORT);
    ScriptedQuestion other =
        new ScriptedQuestion(
            mod.id(),
            mod.at(),
            mod.asker(),
            mod.chat(),
            mod.session(),
            mod.topic(),
            mod.page(),
            List.of(new Line(Duration.ZERO, words)),
            mod.truth(),
            mod.work(),
            mod.patience(),
            mod.leavesSilently(),
            mod.issue(),
            mod.screenshot(),
            mod.answer(),
            mod.followUp());
    return BOTH.with(question(2, 20, Audience.ATTENDEE, Chat.HELP, Tier.CLIENT_TEAM), other);
  }

  @Test
  void letsNobodyInWhoWasRefusedAndNotGranted() {
    Excerpt refused = BOTH.and(39, new ModChatRefused("keynote", email(4), true));

    Judged judged = refused.judged();
    assertEquals(List.of("mod-chat-private harness q-4"), judged.findings());
    assertEquals("user4@example.org was refused and got in without a grant", judged.sentence());
    Excerpt named = refused.and(39.2, new AgentNoted(q(4), "client-1", "/let-in " + email(4)));
    assertEquals(
        List.of(), named.and(39.5, new ModChatGranted("keynote", email(4))).judged().findings());
    assertEquals(
        List.of("mod-chat-private harness q-4"),
        named.and(39.5, new ModChatGranted("keynote-2", email(4))).judged().findings());
    assertEquals(
        List.of("mod-chat-private harness q-4"),
        refused
            .and(39.2, new AgentNoted(q(4), "client-1", "/let-in " + email(2)))
            .and(39.5, new ModChatGranted("keynote", email(2)))
            .judged()
            .findings());
  }

  @Test
  void takesARefusalToReadForNoProof() {
    assertEquals(
        List.of(),
        BOTH.and(39, new ModChatRefused("keynote", email(4), false)).judged().findings());
  }

  @Test
  void countsTheQuestionsOfModChats() {
    assertEquals(1, BOTH.judged().cases("mod-chat-private"));
    assertEquals(0, Excerpt.of(2).judged().cases("mod-chat-private"));
  }
}
