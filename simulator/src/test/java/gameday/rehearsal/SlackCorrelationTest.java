package gameday.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gameday.process.EscalationMessage;
import gameday.process.EscalationTemplate;
import gameday.process.Mention;
import gameday.script.QuestionId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SlackCorrelationTest {
  private static final QuestionId FIRST = new QuestionId("q-00001");
  private static final QuestionId SECOND = new QuestionId("q-00002");
  private static final String ADA = "ada@example.org";

  private final SlackCorrelation slack = new SlackCorrelation();

  @Test
  void knowsAReplyByItsThread() {
    escalated(FIRST, ADA, "no sound");
    slack.posted("1.0", Optional.empty(), message("no sound", ADA));

    assertEquals(List.of(FIRST), slack.posted("2.0", Optional.of("1.0"), "Try a headset"));
  }

  @Test
  void tellsTwoOpenEscalationsOfOneAddressApartByTheirIssues() {
    escalated(FIRST, ADA, "no sound");
    escalated(SECOND, ADA, "no picture");

    assertEquals(List.of(FIRST), slack.posted("1.0", Optional.empty(), message("no sound", ADA)));
    assertEquals(
        List.of(SECOND), slack.posted("2.0", Optional.empty(), message("no picture", ADA)));
  }

  @Test
  void takesTheOneWithoutAThreadWhenTwoHaveTheSameIssue() {
    escalated(FIRST, ADA, "no sound");
    slack.posted("1.0", Optional.empty(), message("no sound", ADA));
    escalated(SECOND, ADA, "no sound");

    assertEquals(List.of(SECOND), slack.posted("2.0", Optional.empty(), message("no sound", ADA)));
  }

  @Test
  void knowsAQuestionByAFurtherMessageOfItsAsker() {
    slack.asked(FIRST, ADA, "no sound");
    slack.asked(SECOND, ADA, "no picture");
    slack.wrote(FIRST, "is anybody there?");

    assertEquals(
        List.of(FIRST), slack.posted("1.0", Optional.empty(), message("is anybody there?", ADA)));
  }

  @Test
  void knowsByIdOrAddressWhatIsSpokenOfOutsideItsThread() {
    escalated(FIRST, ADA, "no sound");
    escalated(SECOND, "ben@example.org", "no picture");
    slack.posted("1.0", Optional.empty(), message("no sound", ADA));

    assertEquals(
        List.of(FIRST), slack.posted("2.0", Optional.empty(), "Use a headset (ref q-00001)"));
    assertEquals(
        List.of(FIRST), slack.posted("3.0", Optional.empty(), "Any news for " + ADA + ", please?"));
    assertEquals(
        List.of(), slack.posted("4.0", Optional.empty(), "Any news for ben@example.org, please?"));
    assertEquals(List.of(), slack.about("3.0"));
  }

  @Test
  void looksForAThreadAnewWhenTheAskerHasComeBack() {
    escalated(FIRST, ADA, "no sound");
    slack.posted("1.0", Optional.empty(), message("no sound", ADA));
    slack.over(FIRST);
    escalated(SECOND, ADA, "no picture");

    slack.cameBack(FIRST);
    slack.escalated(
        FIRST, new EscalationTemplate("sound again", "p", List.of(ADA), Optional.empty()));

    assertEquals(
        List.of(FIRST), slack.posted("2.0", Optional.empty(), message("sound again", ADA)));
  }

  @Test
  void addsToAThreadWhoeverIsNamedInIt() {
    escalated(FIRST, ADA, "no sound");
    escalated(SECOND, "ben@example.org", "no sound");
    slack.posted("1.0", Optional.empty(), message("no sound", ADA));

    List<QuestionId> added =
        slack.posted(
            "2.0", Optional.of("1.0"), "Also affected: <mailto:ben@example.org|ben@example.org>");

    assertEquals(List.of(FIRST, SECOND), added);
  }

  @Test
  void addsSomebodyWhoHadTheAnswerBeforeTheyWereNamed() {
    escalated(FIRST, ADA, "no sound");
    escalated(SECOND, "ben@example.org", "no sound");
    slack.posted("1.0", Optional.empty(), message("no sound", ADA));
    slack.over(SECOND);

    List<QuestionId> added =
        slack.posted("2.0", Optional.of("1.0"), "Also affected: ben@example.org");

    assertEquals(List.of(FIRST, SECOND), added);
  }

  @Test
  void addsSomebodyWhomNobodyTookByWhatTheyWrote() {
    escalated(FIRST, ADA, "No sound!");
    slack.asked(SECOND, "ben@example.org", "no  sound");
    slack.posted("1.0", Optional.empty(), message("No sound!", ADA));

    List<QuestionId> added =
        slack.posted("2.0", Optional.of("1.0"), "Also affected: ben@example.org");

    assertEquals(List.of(FIRST, SECOND), added);
  }

  @Test
  void addsTheQuestionThatTheThreadIsAbout() {
    QuestionId third = new QuestionId("q-00003");
    escalated(FIRST, ADA, "no sound");
    escalated(SECOND, "ben@example.org", "no sound");
    escalated(third, "ben@example.org", "no picture");
    slack.posted("1.0", Optional.empty(), message("no sound", ADA));

    List<QuestionId> added =
        slack.posted("2.0", Optional.of("1.0"), "Also affected: ben@example.org");

    assertEquals(List.of(FIRST, SECOND), added);
  }

  @Test
  void findsNothingInTalkAndInStrangersTemplates() {
    escalated(FIRST, ADA, "no sound");

    assertEquals(List.of(), slack.posted("1.0", Optional.empty(), "Good morning"));
    assertEquals(
        List.of(), slack.posted("2.0", Optional.empty(), message("no light", "eve@example.org")));
    assertEquals(List.of(), slack.posted("3.0", Optional.of("2.0"), "Who is that?"));
  }

  @Test
  void knowsByItsWordsWhatWasEscalatedAndNamesSomebodyElse() {
    escalated(FIRST, ADA, "no sound");

    assertEquals(
        List.of(FIRST),
        slack.posted("2.0", Optional.empty(), message("no sound", "eve@example.org")));
    assertEquals(
        List.of(), slack.posted("3.0", Optional.empty(), message("no sound", "eve@example.org")));
  }

  @Test
  void knowsByItsWordsWhatNamesNobody() {
    slack.asked(FIRST, ADA, "is anybody there?");

    assertEquals(
        List.of(FIRST),
        slack.posted(
            "2.0",
            Optional.empty(),
            "*Issue:* is anybody there?\n*Page:* https://horizon.example/"));
  }

  @Test
  void knowsWhoseMatterIsTalkedOfOutsideItsThread() {
    escalated(FIRST, ADA, "no sound");

    assertEquals(List.of(), slack.posted("1.0", Optional.empty(), "Any news about " + ADA + "?"));
    slack.posted("2.0", Optional.empty(), message("no sound", ADA));
    assertEquals(
        List.of(FIRST), slack.posted("3.0", Optional.empty(), "Any news about " + ADA + "?"));
    assertEquals(
        List.of(FIRST), slack.posted("4.0", Optional.empty(), "Try a headset (ref q-00001)."));
  }

  @Test
  void takesWhomAThreadNamesForTheirOnlyQuestion() {
    escalated(FIRST, ADA, "no sound");
    slack.asked(SECOND, "bob@example.org", "I hear nothing");
    slack.posted("1.0", Optional.empty(), message("no sound", ADA));

    assertEquals(
        List.of(FIRST, SECOND),
        slack.posted("1.1", Optional.of("1.0"), "Also affected: bob@example.org"));
  }

  private void escalated(QuestionId question, String email, String issue) {
    slack.asked(question, email, "Hello, " + issue);
    slack.escalated(question, template(issue, email));
  }

  private static String message(String issue, String email) {
    return EscalationMessage.forSlack(new Mention.Here(), template(issue, email));
  }

  private static EscalationTemplate template(String issue, String email) {
    return new EscalationTemplate(
        issue, "https://horizon.example/", List.of(email), Optional.empty());
  }
}
