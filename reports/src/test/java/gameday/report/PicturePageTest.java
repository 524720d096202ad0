package gameday.report;

import static gameday.rehearsed.Horizon.honest;
import static gameday.rehearsed.Horizon.q;
import static gameday.rehearsed.Horizon.root;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.evidence.Evidence;
import gameday.history.Happening.Asked;
import gameday.history.Happening.IntruderTried;
import gameday.history.Happening.SlackPosted;
import gameday.judge.Judge;
import gameday.judge.Judgement;
import gameday.rehearsed.Day;
import gameday.rehearsed.Horizon;
import gameday.story.Pictures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sequence pictures in the report. */
class PicturePageTest {
  @TempDir Path folder;

  /** A day whose question 3 is asked in these words and posted so many times too often. */
  private static Day day(String asked, int again) {
    Day day =
        honest()
            .changing(
                Asked.class,
                one -> one.question().equals(q(3)),
                one -> new Asked(q(3), one.chat(), one.conversation(), asked));
    SlackPosted first = root(3);
    for (int i = 0; i < again; i++) {
      day =
          day.at(
              165 + i,
              new SlackPosted(
                  first.channel(),
                  "3.8" + i,
                  first.threadTs(),
                  first.author(),
                  first.text(),
                  first.questions()));
    }
    return day;
  }

  private static String page(Day day) {
    Evidence evidence = new Evidence(Horizon.scenario(), Horizon.script(), day.history());
    Judgement judged = Judge.judge(evidence, List.of());
    return RunFiles.page(
        new RunReport(
            evidence.scenario(),
            1,
            1,
            judged.verdict(),
            judged.measures(),
            evidence.history(),
            new RunReport.Origin(
                "0.1",
                Instant.EPOCH,
                Duration.ofSeconds(9),
                "runs/x",
                "gameday run horizon",
                "gameday check runs/x",
                "gameday explain runs/x"),
            List.of(),
            false,
            Pictures.of(evidence, judged.verdict().rules())));
  }

  @Test
  void eachViolationHasItsPictureClosedWithWitnessesMarked() {
    Document page = Jsoup.parse(page(day("hello", 1)));

    Element drawn = page.selectFirst("article details.drawn");
    assertTrue(!drawn.hasAttr("open"));
    assertEquals(
        List.of("user", "Help chat", "agent", "pipeline", "Slack", "CSM"),
        drawn.select(".heads span").eachText());
    assertEquals(2, drawn.select("li.proof").size());
    assertEquals(
        "pipeline → Slack posts in #horizon-help",
        drawn.select("li.proof > span:not(.when)").first().text());
    assertTrue(drawn.select("[style]").isEmpty(), "the page's policy forbids single styles");
  }

  @Test
  void onlyTheFirstOfManyAreDrawnAndTheRestIsPointedTo() {
    Document page = Jsoup.parse(page(day("hello", 30)));

    assertEquals(Pictures.PER_RULE, page.select("details.drawn").size());
    assertTrue(
        page.text().contains("The first 3 are drawn. For any other: gameday explain runs/x"));
  }

  @Test
  void aViolationWithoutAQuestionShowsItsWitnesses() {
    Document page =
        Jsoup.parse(
            page(honest().at(3200, new IntruderTried("help-chat", "unsigned", 200, "forged-b"))));

    assertEquals(1, page.select("details.drawn li.proof").size());
  }

  @ParameterizedTest
  @MethodSource("gameday.report.HostileTextTest#texts")
  void hostileTextAddsNoElementAndTurnsNothing(String text) {
    Document plain = Jsoup.parse(page(day("plain words", 1)));
    String html = page(day(text, 1));

    Document page = Jsoup.parse(html);

    assertEquals(elements(plain), elements(page));
    assertTrue(html.codePoints().noneMatch(HostileTextTest::obeyed));
    assertTrue(html.length() < 150_000, "a long text makes no big page");
  }

  private static List<String> elements(Document page) {
    return page.select("details.drawn, details.drawn *").stream()
        .map(element -> element.normalName() + element.attributes())
        .toList();
  }

  @Test
  void aPictureAndItsTextsOpenByTheKeyboard() throws Exception {
    Path file = Files.writeString(folder.resolve("report.html"), page(day("hello", 1)));
    try (Browser browser = Browser.open(file, folder.resolve("profile"))) {
      browser.ask("document.querySelector('details.violations > summary').focus()");
      browser.press("Tab", 9);
      browser.press("Enter", 13);
      boolean drawn = browser.ask("document.querySelector('.drawn').open").asBoolean();
      browser.press("Tab", 9);
      browser.press("Enter", 13);
      boolean said = browser.ask("document.querySelector('.said').open").asBoolean();

      assertTrue(drawn, "Enter on the picture's summary opens it");
      assertTrue(said, "Enter on the next stop opens the first text");
    }
  }

  @Test
  void aWidePictureFitsAPhoneWithoutScrollingSideways() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("report.html"),
            page(day("x".repeat(400), 1)).replace("class=\"drawn\"", "class=\"drawn\" open"));
    try (Browser browser = Browser.open(file, folder.resolve("profile"))) {
      browser.narrow(360);
      boolean brief =
          browser
              .ask("getComputedStyle(document.querySelector('.heads')).display === 'none'")
              .asBoolean();
      int wider = browser.ask("document.documentElement.scrollWidth").asInt();

      assertTrue(brief, "lanes are told in words, at " + browser.ask("window.innerWidth").asInt());
      assertEquals(360, wider);
    }
  }
}
