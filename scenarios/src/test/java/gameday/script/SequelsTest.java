package gameday.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.process.Audience;
import gameday.process.Tier;
import gameday.scenario.yaml.Loaded;
import gameday.scenario.yaml.ScenarioFile;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What comes of questions later, and what many ask because of one trouble. */
class SequelsTest {
  private static final String DAY =
      """
      title: A day
      event:
        name: Big Day
        starts: 08:30
        ends: 10:30
        sessions:
          - {id: keynote, title: Opening, starts: 09:00, ends: 09:45}
          - {id: panel, title: Panel, starts: 10:00, ends: 10:30}
      audiences:
        attendees:
          people: 50000
          questions: 4000
          escalates: 30%%
          %s
        speakers: {people: 200, questions: 300, mod-chat: 70%%}
      staff: {csm: {corrects: %s}}
      """;
  private static final String CAUSE =
      "causes: [{name: black, session: keynote, topic: video-sound, issue: The picture is black,"
          + " says: I see nothing, from: keynote, to: keynote+10m, share: 40%}]";

  private static List<ScriptedQuestion> drawn(String attendees, String corrects) {
    String text = DAY.formatted(attendees, corrects);
    return switch (ScenarioFile.read("day.yaml", text, List.of())) {
      case Loaded.Good good -> ScriptDraw.draw(good.scenario()).questions();
      case Loaded.Faulty faulty -> throw new AssertionError(faulty.faults());
    };
  }

  @Test
  void sequelsMoveNoOtherDraw() {
    List<ScriptedQuestion> plain = drawn("returns: 0%", "0%");

    List<ScriptedQuestion> later = drawn("returns: 40%", "50%");

    assertEquals(
        plain, later.stream().map(q -> q.with(Optional.empty(), Optional.empty())).toList());
  }

  @Test
  void onlyAnswersInSlackAreCorrectedAtTheirShare() {
    List<ScriptedQuestion> questions = drawn("returns: 0%", "50%");

    assertTrue(
        questions.stream()
            .filter(q -> q.correction().isPresent())
            .allMatch(q -> q.truth().needsEscalation()));
    long escalated = questions.stream().filter(q -> q.truth().needsEscalation()).count();
    long corrected = questions.stream().filter(q -> q.correction().isPresent()).count();
    // 4.5 standard deviations of a binomial count
    assertEquals(escalated / 2.0, corrected, 4.5 * Math.sqrt(escalated / 4.0));
  }

  @Test
  void aCorrectionNamesItsQuestionAndIsNoPartOfTheAnswerNorHoldsIt() {
    for (ScriptedQuestion question : drawn("returns: 0%", "100%")) {
      question
          .correction()
          .ifPresent(
              edited -> {
                assertTrue(edited.answer().contains(question.id().value()), edited::answer);
                assertFalse(edited.answer().contains(question.answer()));
                assertFalse(question.answer().contains(edited.answer()));
              });
    }
  }

  @Test
  void whoComesBackNeedsAnEscalationAsOftenAsAtFirst() {
    List<ScriptedQuestion> back =
        drawn("returns: 50%", "0%").stream().filter(q -> q.comeback().isPresent()).toList();

    double attendees = 4000 * 0.5;
    assertEquals(attendees, back.size(), 4.5 * Math.sqrt(attendees));
    double escalated =
        back.stream().filter(q -> q.comeback().get().truth().needsEscalation()).count();
    assertEquals(0.3 * back.size(), escalated, 4.5 * Math.sqrt(back.size() * 0.21));
  }

  @Test
  void whatWhoComesBackIsToldIsNotWhatTheyWereTold() {
    for (ScriptedQuestion question : drawn("returns: 100%", "100%")) {
      question
          .secondTime()
          .ifPresent(
              again -> {
                assertFalse(again.answer().contains(question.answer()));
                assertFalse(question.answer().contains(again.answer()));
                assertTrue(again.answer().contains(question.id().value()));
                assertEquals(Optional.empty(), again.comeback());
              });
    }
  }

  @Test
  void oneCauseMakesManyAskTheSame() {
    List<ScriptedQuestion> hit =
        drawn(CAUSE, "0%").stream().filter(q -> q.issue().equals("The picture is black")).toList();
    double asked =
        drawn("returns: 0%", "0%").stream()
            .filter(q -> q.asker().audience() == Audience.ATTENDEE)
            .filter(q -> q.at().compareTo(Duration.ofMinutes(30)) >= 0)
            .filter(q -> q.at().compareTo(Duration.ofMinutes(40)) < 0)
            .count();

    assertEquals(0.4 * asked, hit.size(), 4.5 * Math.sqrt(asked * 0.24));
    Set<String> answers = new HashSet<>();
    for (ScriptedQuestion question : hit) {
      assertEquals("I see nothing", question.messages().getFirst().text());
      assertEquals(Optional.of("keynote"), question.session());
      assertTrue(question.page().endsWith("/sessions/keynote"), question::page);
      assertTrue(question.truth().compareTo(Tier.CLIENT_TEAM) > 0);
      assertTrue(answers.add(question.answer()), "answers are told apart");
    }
  }

  @Test
  void aCauseLeavesTheOthersAlone() {
    List<ScriptedQuestion> plain = drawn("returns: 20%", "30%");

    List<ScriptedQuestion> caused = drawn("returns: 20%\n    " + CAUSE, "30%");

    assertEquals(plain.size(), caused.size());
    for (int i = 0; i < plain.size(); i++) {
      ScriptedQuestion question = caused.get(i);
      assertEquals(plain.get(i).at(), question.at());
      assertEquals(plain.get(i).asker(), question.asker());
      if (!question.issue().equals("The picture is black")) {
        assertEquals(plain.get(i), question);
      }
    }
  }

  @Test
  void anUnknownSessionIsAFault() {
    String text = DAY.formatted(CAUSE.replace("session: keynote", "session: keynot"), "0%");

    Loaded loaded = ScenarioFile.read("day.yaml", text, List.of());

    String told = ((Loaded.Faulty) loaded).faults().toString();
    assertTrue(told.contains("unknown session 'keynot'; did you mean 'keynote'?"), told);
  }
}
