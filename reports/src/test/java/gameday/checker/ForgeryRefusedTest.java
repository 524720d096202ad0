package gameday.checker;

import static gameday.rehearsed.Deeds.note;
import static gameday.rehearsed.Deeds.top;
import static gameday.rehearsed.Horizon.BOT;
import static gameday.rehearsed.Horizon.CHANNEL;
import static gameday.rehearsed.Horizon.CSM;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gameday.history.Happening.IntruderTried;
import gameday.rehearsed.Excerpt;
import gameday.rehearsed.Judged;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForgeryRefusedTest {
  private static final String RULE = "forgery-refused";
  private static final String MARK = "forged-0000000b";
  private static final Excerpt QUIET = Excerpt.of(1, 2);

  private static IntruderTried tried(int status, String mark) {
    return new IntruderTried("slack", "unsigned", status, mark);
  }

  @ParameterizedTest
  @CsvSource({
    "199, ''",
    "200, forgery-refused pipeline",
    "299, forgery-refused pipeline",
    "300, ''",
    "0, ''"
  })
  void wantsEveryAnswerButASuccess(int status, String finding) {
    Judged judged = QUIET.and(99, tried(status, MARK)).judged();

    assertEquals(finding.isEmpty() ? List.of() : List.of(finding), judged.findings());
    assertEquals(status == 0 ? 0 : 1, judged.cases(RULE));
  }

  @Test
  void tellsAKindOnceWithItsFirstThree() {
    Excerpt many = QUIET;
    for (int second = 90; second < 95; second++) {
      many = many.and(second, tried(200, "forged-0000000" + (second - 90)));
    }

    assertEquals(
        "5 unsigned requests in the name of slack were answered 2xx, the first at 09:01:30",
        many.judged().sentence());
    assertEquals(3, many.judged().witnesses().size());
    assertEquals(5, many.judged().cases(RULE));
  }

  @Test
  void findsTheMarkOfARefusedRequestInWhatThePipelineWrote() {
    Excerpt refused = QUIET.and(99, tried(401, MARK));

    Judged posted = refused.and(100, top(CHANNEL, "9.0", BOT, "News of " + MARK)).judged();
    Judged noted = refused.and(100, note(2, "News of " + MARK)).judged();

    assertEquals(
        "what an intruder sent unsigned in the name of slack was posted in #horizon-help at"
            + " 09:01:40",
        posted.sentence());
    assertEquals(
        "what an intruder sent unsigned in the name of slack came into help-chat conversation c2 at"
            + " 09:01:40",
        noted.sentence());
    assertEquals(2, posted.witnesses().size());
    assertEquals(1, posted.cases(RULE));
  }

  @Test
  void tellsTheFirstEffectOfAMarkOnlyAndNotItsAnswerToo() {
    Judged judged =
        QUIET
            .and(99, tried(200, MARK))
            .and(100, note(2, MARK + " and " + MARK))
            .and(101, note(2, MARK))
            .judged();

    assertEquals(List.of("forgery-refused pipeline"), judged.findings());
    assertEquals(1, judged.cases(RULE));
  }

  @Test
  void mindsNoMarkThatOthersWroteOrThatNobodySent() {
    Excerpt refused = QUIET.and(99, tried(401, MARK));

    assertEquals(
        List.of(),
        refused.and(100, top(CHANNEL, "9.0", CSM, "What is " + MARK + "?")).judged().findings());
    assertEquals(List.of(), refused.and(100, note(2, "About forged-0000000c")).judged().findings());
    assertEquals(
        List.of(),
        QUIET
            .and(99, new IntruderTried("slack", "replayed", 200, ""))
            .and(100, note(2, "About " + MARK))
            .judged()
            .findings());
  }
}
