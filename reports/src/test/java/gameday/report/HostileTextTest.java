package gameday.report;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

class HostileTextTest {
  private static final String HARMLESS = "plain words";

  static String[] texts() {
    return new String[] {
      "<script>alert(1)</script><img src=x onerror=alert(1)>",
      "</script><script>alert(1)</script>",
      "</title></style></textarea><svg onload=alert(1)>",
      "<!--<script>",
      "\" onmouseover=\"alert(1)\" x=\"",
      "' onfocus='alert(1)' autofocus='",
      "\u202Egnp.exe\u2066\u200F\u061C",
      "a\u0000b\u001b[31mred\u0007\u009b2J",
      "]]>&amp;&#0;<![CDATA[",
      "\uD800 lone, \uFFFE no character, \u2028 separator",
      "${7*7} @import %s %n {{x}} $unsafe{x}",
      "x".repeat(40_000),
      "<b>".repeat(13_000),
    };
  }

  @ParameterizedTest
  @MethodSource("texts")
  void pageHasNoElementMoreThanWithPlainWords(String text) {
    Document plain = Jsoup.parse(RunFiles.page(SampleRun.of(HARMLESS)));

    Document page = Jsoup.parse(RunFiles.page(SampleRun.of(text)));

    // An SVG label is shortened to fit, so only what holds text differs, never what elements are.
    assertEquals(names(plain), names(page));
    assertEquals(attributes(plain), attributes(page));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void pageHoldsNoCharacterThatTurnsOrHidesText(String text) {
    String page = RunFiles.page(SampleRun.of(text));

    assertTrue(page.codePoints().noneMatch(HostileTextTest::obeyed));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void questionsParseInsideTheirScriptElement(String text) throws IOException {
    Document page = Jsoup.parse(RunFiles.page(SampleRun.of(text)));

    JsonNode rows = new ObjectMapper().readTree(page.getElementById("question-data").data());

    assertEquals(1, rows.size());
    assertEquals(Visible.line(text, 120), rows.get(0).get(2).asText());
  }

  @ParameterizedTest
  @MethodSource("texts")
  void junitParsesAndKeepsItsCases(String text) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    String xml = RunFiles.junit(SampleRun.of(text));

    var parsed = factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));

    assertEquals(3, parsed.getElementsByTagName("testcase").getLength());
    assertEquals(2, parsed.getElementsByTagName("failure").getLength());
  }

  @ParameterizedTest
  @MethodSource("texts")
  void jsonParsesBack(String text) throws IOException {
    JsonNode run = new ObjectMapper().readTree(RunJson.of(SampleRun.of(text)));

    assertEquals("gameday/run/1", run.get("schema").asText());
  }

  @ParameterizedTest
  @MethodSource("texts")
  void terminalObeysNothing(String text) {
    String shown = TerminalSummary.of(SampleRun.of(text), false);

    assertTrue(shown.codePoints().noneMatch(HostileTextTest::obeyed));
  }

  @Test
  void spreadsheetRunsNoFormula() {
    assertAll(
        () -> assertEquals("'=1+1", ViolationsCsv.cell("=1+1")),
        () -> assertEquals("'+1", ViolationsCsv.cell("+1")),
        () -> assertEquals("'-1", ViolationsCsv.cell("-1")),
        () -> assertEquals("'@sum", ViolationsCsv.cell("@sum")),
        () -> assertEquals("' =1", ViolationsCsv.cell(" =1")),
        () -> assertEquals("\"'=a,\"\"b\"\"\"", ViolationsCsv.cell("=a,\"b\"")),
        () -> assertEquals("a=b", ViolationsCsv.cell("a=b")));
  }

  @Test
  void markdownMakesNothingOfText() {
    assertAll(
        () -> assertEquals("\\[x\\](y)", SummaryMarkdown.escape("[x](y)")),
        () -> assertEquals("\\!\\[x\\](y)", SummaryMarkdown.escape("![x](y)")),
        () -> assertEquals("a \\| b␊c", SummaryMarkdown.escape("a | b\nc")),
        () -> assertEquals("&lt;img&gt;", SummaryMarkdown.escape("<img>")),
        () -> assertEquals("\\`\\*\\_\\~\\#", SummaryMarkdown.escape("`*_~#")),
        () -> assertEquals("&#64;everyone", SummaryMarkdown.escape("@everyone")),
        () -> assertEquals("http&#58;//x.y", SummaryMarkdown.escape("http://x.y")),
        () -> assertFalse(SummaryMarkdown.escape("www.x.y").contains("www.")));
  }

  private static java.util.List<String> names(Document page) {
    return page.getAllElements().stream()
        // Lines end where a text is too short or too long to be told in full.
        .filter(element -> !element.normalName().equals("br"))
        .map(element -> element.normalName())
        .toList();
  }

  private static java.util.List<String> attributes(Document page) {
    return page.getAllElements().stream()
        .map(element -> element.attributes().asList().stream().map(a -> a.getKey()).toList())
        .map(Object::toString)
        .toList();
  }

  static boolean obeyed(int point) {
    return point < ' ' && point != '\n'
        || point >= 0x7F && point <= 0x9F
        || point >= 0x202A && point <= 0x202E
        || point >= 0x2066 && point <= 0x2069
        || point == 0x200E
        || point == 0x200F
        || point == 0x61C
        || point == 0x2028;
  }
}
