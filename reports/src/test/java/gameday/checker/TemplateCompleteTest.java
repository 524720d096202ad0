package gameday.checker;

import static gameday.rehearsed.Deeds.AGENT;
import static gameday.rehearsed.Deeds.as;
import static gameday.rehearsed.Deeds.saying;
import static gameday.rehearsed.Horizon.BOT;
import static gameday.rehearsed.Horizon.ISSUE;
import static gameday.rehearsed.Horizon.root;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gameday.history.Happening.AgentNoted;
import gameday.history.Happening.Escalated;
import gameday.history.Happening.SlackPosted;
import gameday.process.EscalationWay;
import gameday.process.SlackText;
import gameday.rehearsed.Day;
import gameday.rehearsed.Excerpt;
import gameday.rehearsed.Judged;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateCompleteTest {
  private static final String RULE = "template-complete";
  private static final Excerpt WHOLE = Excerpt.of(3);

  private static Excerpt posted(Excerpt excerpt, UnaryOperator<String> how) {
    return excerpt.with(
        excerpt.day().changing(SlackPosted.class, p -> p.ts().equals("3.0"), saying(how)));
  }

  private static Excerpt noted(Excerpt excerpt, UnaryOperator<String> how) {
    return excerpt.with(
        excerpt
            .day()
            .changing(
                AgentNoted.class,
                n -> true,
                n -> new AgentNoted(n.question(), n.agent(), how.apply(n.text()))));
  }

  private static String without(String field, String text) {
    return text.replaceAll("(?m)^\\*?" + field + ".*\n?", "");
  }

  @ParameterizedTest
  @CsvSource({
    "Issue, has no issue",
    "Page, has no page or session URL",
    "Affected, has no affected users' e-mails"
  })
  void asksForEveryFieldAndBlamesWhoLeftItOut(String field, String fault) {
    Excerpt lost = posted(WHOLE, text -> without(field, text));
    Excerpt neverThere = noted(lost, text -> without(field, text));

    assertEquals("the escalation " + fault, lost.judged().sentence());
    assertEquals(List.of("template-complete pipeline q-3"), lost.judged().findings());
    assertEquals("the escalation " + fault, neverThere.judged().sentence());
    assertEquals(List.of("template-complete staff q-3"), neverThere.judged().findings());
  }

  @Test
  void tellsAllFaultsOfOneMessageTogether() {
    Judged judged = posted(WHOLE, text -> without("Page", without("Affected", text))).judged();

    assertEquals(
        "the escalation has no page or session URL; it has no affected users' e-mails",
        judged.sentence());
    assertEquals(1, judged.cases(RULE));
  }

  @Test
  void showsTheNoteAndTheMessage() {
    assertEquals(
        List.of(5L, 7L), posted(WHOLE, text -> without("Page", text)).judged().witnesses());
  }

  @Test
  void blamesTheAgentForAStrangersAddressInTheNote() {
    Excerpt lost = posted(WHOLE, text -> text.replace("user3@", "else@"));
    Excerpt asNoted = noted(lost, text -> text.replace("user3@", "else@"));
    Excerpt thirdOne = noted(lost, text -> text.replace("user3@", "another@"));

    assertEquals(
        "the escalation names [else@example.org] instead of [user3@example.org]",
        lost.judged().sentence());
    assertEquals(List.of("template-complete pipeline q-3"), lost.judged().findings());
    assertEquals(List.of("template-complete staff q-3"), asNoted.judged().findings());
    assertEquals(List.of("template-complete pipeline q-3"), thirdOne.judged().findings());
  }

  @Test
  void allowsOtherAddressesBesideTheAskers() {
    Excerpt more = posted(WHOLE, text -> text.replace("user3@", "else@example.org, user3@"));

    assertEquals(List.of(), more.judged().findings());
  }

  @Test
  void wantsTheNotesScreenshot() {
    Excerpt kept =
        noted(
            posted(WHOLE, text -> text.replace("*Screenshot:* none", "*Screenshot:* a.png")),
            text -> text.replace("Screenshot: none", "Screenshot: a.png"));
    Excerpt lost = noted(WHOLE, text -> text.replace("Screenshot: none", "Screenshot: a.png"));

    assertEquals(List.of(), kept.judged().findings());
    assertEquals("the escalation has lost the screenshot of the note", lost.judged().sentence());
  }

  @ParameterizedTest
  @ValueSource(strings = {"<!here>", "<!here|here>", "<!here> <@U0AB12>"})
  void takesEveryRealMentionOfAll(String greeting) {
    assertEquals(List.of(), greeted(WHOLE, greeting).findings());
  }

  @ParameterizedTest
  @ValueSource(strings = {"@here", "<@U0AB12>", "<!channel>", "all"})
  void takesNothingElseForAMentionOfAll(String greeting) {
    assertEquals(
        "the escalation mentions nobody as it should (<!here>): 'Hi "
            + greeting
            + ", we need your help.'",
        greeted(WHOLE, greeting).sentence());
  }

  @Test
  void wantsANamedCsmWhereTheProfileNamesOne() {
    Excerpt named = WHOLE.with("process.profile=named-csm");

    assertEquals(List.of(), greeted(named, "<@U0AB12>").findings());
    assertEquals(List.of("template-complete pipeline q-3"), greeted(named, "<!here>").findings());
    assertEquals(
        List.of("template-complete pipeline q-3"),
        greeted(named, "<!here|here> <@U0AB12>").findings());
    assertEquals(
        "the escalation mentions nobody as it should (a named CSM): 'Hi ada, we need your help.'",
        greeted(named, "ada").sentence());
  }

  private static Judged greeted(Excerpt excerpt, String greeting) {
    return posted(excerpt, text -> text.replace("<!here>", greeting)).judged();
  }

  @Test
  void leavesACallOfTechSupportInTheGreetingToItsOwnRule() {
    assertEquals(
        List.of("tech-support-through-csm pipeline q-3"),
        greeted(WHOLE, "<!subteam^S1>").findings());
  }

  @ParameterizedTest
  @CsvSource({
    "&lt;of&gt;, <of>, '<of> booth 7 &amp; 8 can''t'",
    "&amp; 8, & 8, '& 8 can''t log in, er'"
  })
  void showsWhatIsNotEscaped(String escaped, String raw, String shown) {
    Judged judged = posted(WHOLE, text -> text.replace(escaped, raw)).judged();

    assertEquals(
        "the escalation has unescaped text: '"
            + shown.substring(0, Math.min(20, shown.length())).strip()
            + "'",
        judged.sentence());
  }

  @Test
  void showsWhatIsNotEscapedAtTheVeryEnd() {
    assertEquals(
        "the escalation has unescaped text: '<x'",
        posted(WHOLE, text -> text + " <x").judged().sentence());
  }

  @Test
  void allowsLinks() {
    Excerpt linked =
        posted(
            WHOLE,
            text ->
                text.replace(
                    "https://horizon.example/sessions/keynote",
                    "<https://horizon.example/sessions/keynote|keynote>"));
    Excerpt mailed =
        posted(WHOLE, text -> text.replace("user3@example.org", "<mailto:user3@example.org>"));

    assertEquals(List.of(), linked.judged().findings());
    assertEquals(List.of(), mailed.judged().findings());
  }

  @Test
  void findsWhatIsEscapedTwice() {
    String once = SlackText.escape(ISSUE);

    assertEquals(
        "the escalation escapes the user's text twice",
        posted(WHOLE, text -> text.replace(once, SlackText.escape(once))).judged().sentence());
  }

  @Test
  void takesTextThatLooksEscapedAlreadyForWhatItIs() {
    // The user typed "&amp;" themselves, so "&amp;amp;" in Slack is right.
    String typed = "The page shows &amp; instead of an ampersand";
    Excerpt escalated = issue(WHOLE, typed);

    assertEquals(
        List.of(),
        posted(escalated, text -> text.replace(SlackText.escape(ISSUE), SlackText.escape(typed)))
            .judged()
            .findings());
  }

  @Test
  void mindsNoOtherSpaces() {
    Excerpt wide = posted(WHOLE, text -> text.replace("booth 7 &amp; 8", "booth  7\n    &amp; 8"));

    assertEquals(List.of(), wide.judged().findings());
  }

  private static Excerpt issue(Excerpt excerpt, String issue) {
    return excerpt.with(
        excerpt
            .day()
            .changing(
                Escalated.class,
                e -> true,
                e -> new Escalated(e.question(), e.agent(), EscalationWay.NOTE, issue)));
  }

  @Test
  void blamesAnAgentForAMessagePastedByHand() {
    Day byHand =
        WHOLE
            .day()
            .changing(SlackPosted.class, p -> p.ts().equals("3.0"), p -> as(p, "3.0", AGENT));

    assertEquals(
        List.of("template-complete staff q-3"),
        posted(WHOLE.with(byHand), text -> without("Page", text)).judged().findings());
  }

  @Test
  void judgesNoTextTwice() {
    Excerpt twice = WHOLE.and(162, as(root(3), "3.9", BOT));

    assertEquals(1, twice.judged().cases(RULE));
  }
}
