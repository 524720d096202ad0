package gameday.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class ReportPageTest {
  @Test
  void fetchesNothing() {
    Document page = Jsoup.parse(RunFiles.page(SampleRun.violated()));

    assertTrue(page.select("[src], link, iframe, object, embed, base").isEmpty());
    assertFalse(page.select("style").first().data().contains("url("));
    assertFalse(page.select("style").first().data().contains("@import"));
    assertEquals("gatling/index.html", page.select("a[href]").attr("href"));
  }

  @Test
  void policyAllowsExactlyItsOwnStyleAndScript() throws Exception {
    Document page = Jsoup.parse(RunFiles.page(SampleRun.violated()));

    String policy = page.select("meta[http-equiv=Content-Security-Policy]").attr("content");

    assertTrue(policy.startsWith("default-src 'none';"));
    assertTrue(policy.contains(hash(page.select("style").first().data())));
    assertTrue(policy.contains(hash(page.select("script:not([type])").first().data())));
    assertTrue(page.select("[style]").isEmpty(), "the policy forbids style attributes");
  }

  @Test
  void beginsWithTheVerdict() {
    Document page = Jsoup.parse(RunFiles.page(SampleRun.violated()));

    assertEquals("✗ Not ready", page.select(".verdict").text());
    assertEquals(3, page.select(".findings li").size());
    assertTrue(page.select(".findings li").first().text().startsWith("escalated-once"));
  }

  @Test
  void tellsWitnessesWithTimeOfDay() {
    Document page = Jsoup.parse(RunFiles.page(SampleRun.violated()));

    var witnesses = page.select(".witnesses").first().select("li");

    assertEquals(4, witnesses.size());
    assertEquals("09:30:00", witnesses.get(0).select("time").text());
    assertEquals(
        "agent-1 escalated q-00002 by a note",
        witnesses.get(1).select("span > b, span > bdi").text());
  }

  @Test
  void rendersADayOfTenThousandQuestionsAsDataNotAsRows() {
    Document page = Jsoup.parse(RunFiles.page(SampleRun.day(10_000)));

    assertEquals(0, page.getElementById("rows").childrenSize());
    assertTrue(page.getAllElements().size() < 2000);
  }

  @Test
  void hasWordsWhereNothingWasMeasured() {
    RunReport empty = SampleRun.of(SampleRun.NOTHING, java.util.List.of(), "nothing");

    Document page = Jsoup.parse(RunFiles.page(empty));

    assertEquals("? Not proven", page.select(".verdict").text());
    assertTrue(page.text().contains("No question was asked."));
  }

  private static String hash(String text) throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }
}
