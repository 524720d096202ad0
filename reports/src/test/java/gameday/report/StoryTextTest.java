package gameday.report;

import static gameday.rehearsed.Horizon.honest;
import static gameday.rehearsed.Horizon.q;
import static gameday.rehearsed.Horizon.root;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.checker.RuleBook;
import gameday.evidence.Evidence;
import gameday.history.Happening.Asked;
import gameday.history.Happening.SlackPosted;
import gameday.measures.Measuring;
import gameday.rehearsed.Day;
import gameday.rehearsed.Horizon;
import gameday.story.Story;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoryTextTest {
  private static final TextStyle WIDE = new TextStyle(100, true, false);

  /** The honest day, on which question 3 is posted a second time. */
  private static Day twice() {
    SlackPosted again = root(3);
    return honest()
        .at(
            165,
            new SlackPosted(
                again.channel(),
                "3.7",
                again.threadTs(),
                again.author(),
                again.text(),
                again.questions()));
  }

  private static Story story(Day day, int question) {
    Evidence evidence = new Evidence(Horizon.scenario(), Horizon.script(), day.history());
    return Story.of(
            evidence, RuleBook.judge(evidence), Measuring.of(evidence).questions(), q(question))
        .orElseThrow();
  }

  private static String text(Day day, int question, TextStyle style) {
    return StoryText.of(story(day, question), Horizon.scenario(), style, false);
  }

  private static int widest(String text) {
    return text.lines().mapToInt(Columns::of).max().orElse(0);
  }

  @Test
  void aStoryReadsAsOnFile() throws IOException {
    Golden.check("story.txt", text(twice(), 3, WIDE));
  }

  @Test
  void aStoryOnANarrowPlainTerminalReadsAsOnFile() throws IOException {
    Golden.check("story-narrow.txt", text(honest(), 5, new TextStyle(60, false, false)));
  }

  @Test
  void aStoryInModChatWithAllLanesReadsAsOnFile() throws IOException {
    Golden.check("story-lanes.txt", text(honest(), 4, new TextStyle(100, false, false)));
  }

  @Test
  void theListOfViolationsReadsAsOnFile() throws IOException {
    Evidence evidence = new Evidence(Horizon.scenario(), Horizon.script(), twice().history());

    Golden.check(
        "story-list.txt",
        StoryText.of(RuleBook.judge(evidence), "gameday explain runs/latest", WIDE));
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 60, 80, 100, 140})
  void noLineIsWiderThanTheTerminal(int width) {
    for (int question = 1; question <= 5; question++) {
      String text = text(twice(), question, new TextStyle(width, true, false));

      assertTrue(widest(text) <= width, text);
    }
  }

  @ParameterizedTest
  @MethodSource("gameday.report.HostileTextTest#texts")
  void hostileTextIsShownAndObeyedNowhere(String hostile) {
    Day day =
        honest()
            .changing(
                Asked.class,
                asked -> asked.question().equals(q(3)),
                asked -> new Asked(q(3), asked.chat(), asked.conversation(), hostile));

    for (boolean whole : List.of(true, false)) {
      String text = StoryText.of(story(day, 3), Horizon.scenario(), WIDE, whole);

      assertTrue(text.codePoints().noneMatch(HostileTextTest::obeyed), text);
      assertTrue(widest(text) <= 100, text);
    }
  }

  @Test
  void aWholeTextIsThereWhenAskedFor() {
    Day day =
        honest()
            .changing(
                Asked.class,
                asked -> asked.question().equals(q(3)),
                asked -> new Asked(q(3), asked.chat(), "c3", "x".repeat(40_000)));

    String brief = text(day, 3, WIDE);
    String whole = StoryText.of(story(day, 3), Horizon.scenario(), WIDE, true);

    assertTrue(brief.length() < 6_000, brief);
    assertTrue(brief.replaceAll("[\\s│]", "").contains("(39,880morecharacters)"), brief);
    assertTrue(whole.chars().filter(c -> c == 'x').count() >= 40_000);
  }

  @Test
  void asciiHasNothingElse() {
    Day day =
        honest()
            .changing(
                Asked.class,
                asked -> asked.question().equals(q(3)),
                asked -> new Asked(q(3), asked.chat(), "c3", "Größe 😀 …"));

    String text = text(day, 3, new TextStyle(100, false, false));

    assertTrue(text.chars().allMatch(c -> c == '\n' || c >= ' ' && c < 0x7F), text);
    assertTrue(text.contains("<U+1F600>"), text);
  }

  @Test
  void coloursComeOnlyWhenAskedFor() {
    assertTrue(text(twice(), 3, new TextStyle(100, true, true)).contains("\u001b[1m"));
    assertTrue(text(twice(), 3, WIDE).indexOf('\u001b') < 0);
  }

  @Test
  void columnsCountWhatATerminalShows() {
    assertEquals(3, Columns.of("abc"));
    assertEquals(2, Columns.of("😀"));
    assertEquals(4, Columns.of("日本"));
    assertEquals(1, Columns.of("e\u0301"), "an accent stands on its letter");
    assertEquals(4, Columns.of("ＡＢ"));
    assertEquals(2, Columns.of("ｱｲ"));
    assertEquals(3, Columns.of("דנה"));
    assertEquals("日", Columns.first("日本", 3));
  }

  @Test
  void linesBreakBetweenWordsAndInsideThoseThatAreTooLong() {
    assertEquals(List.of("one two", "three"), Wrapped.lines("one two three", 8));
    assertEquals(List.of("abcd", "efgh", "i jk"), Wrapped.lines("abcdefghi jk", 4));
    assertEquals(List.of("a", "b"), Wrapped.lines("a\nb", 9));
    assertEquals(List.of("日本", "語"), Wrapped.lines("日本語", 5));
  }
}
