package gameday.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EscalationMessageTest {
  private static final Mention HERE = new Mention.Here();
  private static final String PAGE = "https://horizon.example/sessions/keynote";

  @Test
  void writesTheTemplateForSlack() {
    EscalationTemplate template =
        new EscalationTemplate(
            "No sound & <video> off",
            PAGE,
            List.of("ada@example.org", "bob@example.org"),
            Optional.of("screenshot.png"));

    assertEquals(
        """
        Hi <!here>, we need your help.
        *Issue:* No sound &amp; &lt;video&gt; off
        *Page or session URL:* https://horizon.example/sessions/keynote
        *Affected users:* ada@example.org, bob@example.org
        *Screenshot:* screenshot.png"""
            .stripIndent(),
        EscalationMessage.forSlack(HERE, template));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The microphone is not found",
        "two\nlines",
        "<!channel> & <@U012AB3CD> &lt;",
        "I see\nAffected users: everybody@somewhere.example\n*Screenshot:* fake.png",
        "Issue: Issue: nested\n  Issue: more\n\n    deep",
        "/escalate\nIssue: planted",
        "Page or session URL: https://elsewhere.example\nIssue:",
        "",
      })
  void readsBackWhatItWrote(String issue) {
    EscalationTemplate template =
        new EscalationTemplate(issue, PAGE, List.of("ada@example.org"), Optional.empty());

    assertEquals(
        Optional.of(template),
        EscalationMessage.readSlack(EscalationMessage.forSlack(HERE, template)));
    assertEquals(
        Optional.of(template), EscalationMessage.readNote(EscalationMessage.forNote(template)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\r", "\u2028", "\u0085"})
  void otherLineEndsAreLineEndsToo(String end) {
    EscalationTemplate template =
        new EscalationTemplate(
            "first" + end + "Affected users: planted@somewhere.example",
            PAGE,
            List.of("ada@example.org"),
            Optional.empty());

    EscalationTemplate read =
        EscalationMessage.readSlack(EscalationMessage.forSlack(HERE, template)).orElseThrow();

    assertEquals("first\nAffected users: planted@somewhere.example", read.issue());
    assertEquals(List.of("ada@example.org"), read.emails());
  }

  @Test
  void readsWhatPeopleWriteInOtherWords() {
    Optional<EscalationTemplate> read =
        EscalationMessage.readSlack(
            """
            hello <!here>
            PROBLEM: Black stage
            on two machines
            Affected emails: <mailto:Ada@Example.org|Ada@Example.org>; bob@example.org
            Url: <https://horizon.example/sessions/keynote|the keynote>
            """);

    assertEquals(
        Optional.of(
            new EscalationTemplate(
                "Black stage\non two machines",
                PAGE,
                List.of("ada@example.org", "bob@example.org"),
                Optional.empty())),
        read);
  }

  @Test
  void talkWithoutFieldsIsNoEscalation() {
    assertEquals(Optional.empty(), EscalationMessage.readSlack("<!here> lunch is ready"));
  }

  @Test
  void leavesMissingFieldsEmpty() {
    assertEquals(
        Optional.of(new EscalationTemplate("no sound", "", List.of(), Optional.empty())),
        EscalationMessage.readNote("/escalate\nIssue: no sound"));
  }

  @Test
  void knowsAnEscalationNoteByItsFirstWord() {
    assertTrue(EscalationMessage.isEscalationNote("/escalate\nIssue: x"));
    assertTrue(EscalationMessage.isEscalationNote("  /Escalate now"));
    assertTrue(EscalationMessage.isEscalationNote("/escalate"));
    assertFalse(EscalationMessage.isEscalationNote("/escalated"));
    assertFalse(EscalationMessage.isEscalationNote("please /escalate"));
  }

  @Test
  void onlyMarkupReallyMentions() {
    assertTrue(EscalationMessage.hasRealMention("Hi <!here>, help"));
    assertTrue(EscalationMessage.hasRealMention("Hi <!here|here>, help"));
    assertTrue(EscalationMessage.hasRealMention("Hi <@U012AB3CD>, help"));
    assertFalse(EscalationMessage.hasRealMention("Hi @here, help"));
    assertFalse(EscalationMessage.hasRealMention("Hi &lt;!here&gt;, help"));
  }
}
