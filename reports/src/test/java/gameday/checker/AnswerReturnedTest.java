package gameday.checker;

import static gameday.rehearsed.Deeds.NANO;
import static gameday.rehearsed.Deeds.in;
import static gameday.rehearsed.Deeds.is;
import static gameday.rehearsed.Deeds.note;
import static gameday.rehearsed.Deeds.saying;
import static gameday.rehearsed.Horizon.CSM;
import static gameday.rehearsed.Horizon.answer;
import static gameday.rehearsed.Horizon.noted;
import static gameday.rehearsed.Horizon.q;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gameday.history.Happening.AgentReplied;
import gameday.history.Happening.Closed;
import gameday.history.Happening.GaveUp;
import gameday.history.Happening.HarnessTrouble;
import gameday.history.Happening.PipelineNoted;
import gameday.history.Happening.SlackPosted;
import gameday.process.SlackText;
import gameday.rehearsed.Day;
import gameday.rehearsed.Excerpt;
import gameday.rehearsed.Judged;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerReturnedTest {
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
  void givesTheAnswerSixSecondsToComeBack() {
    assertEquals(List.of(), DROPPED.endingAt(266 - NANO).findings());
    assertEquals(List.of("answer-returned pipeline q-3"), DROPPED.endingAt(266).findings());
  }

  @Test
  void owesNothingToAConversationThatWasOverInTime() {
    Day left = DROPPED.day().at(266, new GaveUp(q(3), true));
    Day leftLater = DROPPED.day().at(266 + NANO, new GaveUp(q(3), true));

    assertEquals(List.of(), DROPPED.with(left).judged().findings());
    assertEquals(
        List.of("answer-returned pipeline q-3"), DROPPED.with(leftLater).judged().findings());
  }

  @Test
  void saysWhoseAnswerNeverCameAndCountsIt() {
    Judged judged = DROPPED.judged();

    assertEquals(
        "the answer of csm-1 at 09:04:20 never came back: '" + answer(3) + "'", judged.sentence());
    assertEquals(1, judged.cases(RULE));
  }

  @Test
  void countsEveryAnswerThatCameBack() {
    assertEquals(1, WHOLE.judged().cases(RULE));
  }

  @Test
  void owesNothingWhereTheHarnessWasInTheWay() {
    Day trouble = DROPPED.day().at(262, new HarnessTrouble(Optional.of(q(3)), "no connection"));

    assertEquals(
        List.of("no-question-lost harness q-3"), DROPPED.with(trouble).judged().findings());
  }

  @Test
  void wantsEachOfTwoAnswersOnce() {
    Day two = two("Then log in again (ref q-3)");
    Day once = two.at(262, note(3, "Then log in again (ref q-3)"));
    Day again = once.at(263, note(3, "Then log in again (ref q-3)"));

    assertEquals(List.of(), WHOLE.with(once).judged().findings());
    assertEquals(
        "the answer was brought back 2 times instead of 1", WHOLE.with(again).judged().sentence());
    assertEquals(3, WHOLE.with(again).judged().witnesses().size());
  }

  @Test
  void countsTwoAnswersInTheSameWordsTogether() {
    Day two = two(answer(3)).at(262, noted(3, 3));
    Day third = two.at(263, noted(3, 3));

    assertEquals(List.of(), WHOLE.with(two).judged().findings());
    assertEquals(
        "the answer was brought back 3 times instead of 2", WHOLE.with(third).judged().sentence());
  }

  @Test
  void takesAnAnswerThatHoldsAnotherForBoth() {
    String longer = answer(3) + ", twice";
    Day both = two(longer).at(262, note(3, longer));

    assertEquals(List.of(), WHOLE.with(both).judged().findings());
  }

  private static Day two(String second) {
    return WHOLE.day().at(261, in("3.0", CSM, SlackText.escape(second), 3));
  }

  @Test
  void takesNoEarlierNoteForAChangedAnswer() {
    Day before = DROPPED.day().at(259, note(3, "Please reload, said the chatbot"));
    Day after = DROPPED.day().at(261, note(3, "Please reload, said the CSM"));

    assertEquals("the answer of csm", start(DROPPED.with(before).judged()));
    assertEquals("the answer came b", start(DROPPED.with(after).judged()));
  }

  @Test
  void knowsAChangedAnswerByItsQuestionToo() {
    Day changed = DROPPED.day().at(261, note(3, "Nobody knows (ref q-3)"));
    Day other = DROPPED.day().at(261, note(3, "Your question waits in Slack"));
    Day below = DROPPED.day().at(261, note(3, "Slack says:\nPlease rel"));

    assertEquals(
        "the answer came back changed: 'Nobody knows (ref q-3)' instead of '" + answer(3) + "'",
        DROPPED.with(changed).judged().sentence());
    assertEquals("the answer of csm", start(DROPPED.with(other).judged()));
    assertEquals("the answer came b", start(DROPPED.with(below).judged()));
  }

  @Test
  void namesNoQuestionThatTheAnswerDidNotName() {
    Day nameless =
        DROPPED
            .day()
            .changing(SlackPosted.class, p -> p.author().equals(CSM), says("Use another browser"))
            .at(261, note(3, "Nobody knows (ref q-3)"));

    assertEquals("the answer of csm", start(DROPPED.with(nameless).judged()));
  }

  @Test
  void takesAnotherAnswerForNoChangedOne() {
    Day second =
        DROPPED
            .day()
            .at(261, in("3.0", CSM, "Please reload twice (ref q-3)", 3))
            .at(262, noted(3, 3));

    assertEquals(
        "the answer of csm-1 at 09:04:21 never came back: 'Please reload twice (ref q-3)'",
        DROPPED.with(second).judged().sentence());
  }

  @ParameterizedTest
  @CsvSource({"80, 80", "81, 80"})
  void shortensAnAnswerOfMoreThan80Letters(int length, int shown) {
    String text = "a".repeat(length);
    Day day = DROPPED.day().changing(SlackPosted.class, p -> p.author().equals(CSM), says(text));

    String told = length > 80 ? "a".repeat(79) + "…" : text;
    assertEquals(shown, told.length());
    assertEquals(
        "the answer of csm-1 at 09:04:20 never came back: '" + told + "'",
        DROPPED.with(day).judged().sentence());
  }

  private static UnaryOperator<SlackPosted> says(String text) {
    return saying(old -> text);
  }

  private static String start(Judged judged) {
    return judged.sentence().substring(0, 17);
  }
}
