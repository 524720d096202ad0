package gameday.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.process.Audience;
import gameday.process.Chat;
import gameday.process.Tier;
import gameday.scenario.Scenario;
import gameday.scenario.yaml.Loaded;
import gameday.scenario.yaml.ScenarioFile;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScriptDrawTest {
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
        attendees: {people: 50000, questions: 6000, escalates: 20%, peaks: [{from: 0s, to: 30m, factor: 5}]}
        speakers: {people: 200, questions: 1500, mod-chat: 70%}
        exhibitors: {people: 1000, questions: 500}
      chatbot: {resolves: 40%}
      """;

  /** Beyond this many standard deviations a draw of this seed is wrong, not unlucky. */
  private static final double SIGMAS = 4.5;

  @Test
  void anotherSeedIsAnotherDay() {
    Scenario scenario = read();

    assertEquals(ScriptDraw.draw(scenario, 5), ScriptDraw.draw(scenario, 5));
    assertNotEquals(
        ScriptDraw.draw(scenario, 5).questions(), ScriptDraw.draw(scenario, 6).questions());
  }

  @Test
  void morePeopleOnTheStaffChangeNothing() {
    Script script = ScriptDraw.draw(read());

    Script staffed =
        ScriptDraw.draw(
            read("staff.csm.people=9", "staff.client-team.agents=1", "staff.client-team.slots=5"));

    assertEquals(script, staffed);
  }

  @Test
  void keepsOnlyTheQuestionsThatAreNamedAsTheyAre() {
    List<ScriptedQuestion> all = ScriptDraw.draw(read()).questions();

    Script kept = ScriptDraw.draw(read("only=[q-00300, q-00002]"));

    assertEquals(List.of(all.get(1), all.get(299)), kept.questions());
  }

  @Test
  void refusesToKeepWhatIsNotDrawn() {
    Scenario scenario =
        read(
            "only=[q-00002, q-90001, q-90002, q-90003, q-90004]",
            "audiences={attendees: {people: 9, questions: 9}}");

    UnknownQuestionsException refused =
        assertThrows(UnknownQuestionsException.class, () -> ScriptDraw.draw(scenario, 5));

    int drawn =
        ScriptDraw.draw(read("audiences={attendees: {people: 9, questions: 9}}"), 5)
            .questions()
            .size();
    assertEquals(
        "only: seed 5 draws no q-90001, q-90002, q-90003 and 1 more, but q-00001 to q-%05d;"
                .formatted(drawn)
            + " leave it out, or draw with the seed it was written for",
        refused.getMessage());
  }

  @Test
  void oneSettingMovesNoOtherDraw() {
    List<ScriptedQuestion> before = ScriptDraw.draw(read()).questions();

    List<ScriptedQuestion> after =
        ScriptDraw.draw(read("chatbot.resolves=90%", "audiences.attendees.patience=30s"))
            .questions();

    assertEquals(before.size(), after.size());
    for (int i = 0; i < before.size(); i++) {
      assertEquals(before.get(i).at(), after.get(i).at());
      assertEquals(before.get(i).asker(), after.get(i).asker());
      assertEquals(before.get(i).messages(), after.get(i).messages());
      assertEquals(before.get(i).work(), after.get(i).work());
      assertEquals(before.get(i).topic(), after.get(i).topic());
    }
  }

  @Test
  void asksAsOftenAndWhenThePlanSays() {
    List<ScriptedQuestion> attendees = of(Audience.ATTENDEE);

    // A Poisson count: its variance is its mean.
    assertNear(6000, attendees.size(), Math.sqrt(6000));
    // 30 minutes at 5 against 90 at 1: 150 of 240.
    assertShare(150.0 / 240, attendees, question -> question.at().toMinutes() < 30);
    // Even inside the peak: half of it in its first half.
    assertShare(
        0.5,
        attendees.stream().filter(question -> question.at().toMinutes() < 30).toList(),
        question -> question.at().toMinutes() < 15);
  }

  @Test
  void topicsChatsAndTruthHaveTheirShares() {
    List<ScriptedQuestion> attendees = of(Audience.ATTENDEE);
    List<ScriptedQuestion> speakers = of(Audience.SPEAKER);

    assertShare(0.30, attendees, question -> question.topic().equals("login"));
    assertShare(0.05, attendees, question -> question.topic().equals("other"));
    assertShare(0.70, speakers, question -> question.chat() == Chat.MOD);
    assertShare(0.40, attendees, question -> question.truth() == Tier.CHATBOT);
    assertShare(0.6 * 0.2 * 0.9, attendees, question -> question.truth() == Tier.CSM);
    assertShare(0.6 * 0.2 * 0.1, attendees, question -> question.truth() == Tier.TECH_SUPPORT);
    assertShare(0.15, attendees, question -> question.followUp().isPresent());
    assertShare(0.70, attendees, ScriptedQuestion::leavesSilently);
  }

  @Test
  void durationsHaveTheirMeans() {
    List<ScriptedQuestion> attendees = of(Audience.ATTENDEE);

    // lognormal(mean 60s, cv 0.5), lognormal(mean 4m, cv 0.5) and lognormal(mean 10s, cv 0.7)
    assertMean(60, 30, attendees, question -> seconds(question.work().agent()));
    assertMean(240, 120, attendees, question -> seconds(question.patience()));
    assertMean(10, 7, attendees, question -> seconds(question.work().agentNotice()));
  }

  @Test
  void everySpreadHasItsMeanAndDeviation() {
    for (String spread :
        List.of("exponential(mean 100s)", "gamma(mean 100s, shape 4)", "uniform(40s, 160s)")) {
      List<ScriptedQuestion> drawn =
          ScriptDraw.draw(read("staff.csm.handling=" + spread)).questions();
      double deviation =
          switch (spread.charAt(0)) {
            case 'e' -> 100;
            case 'g' -> 50;
            default -> 120 / Math.sqrt(12);
          };

      assertMean(100, deviation, drawn, question -> seconds(question.work().csm()));
      assertMean(
          deviation * deviation,
          // Wide enough for the fourth moment of an exponential, whose kurtosis is 9.
          deviation * deviation * Math.sqrt(8),
          drawn,
          question -> Math.pow(seconds(question.work().csm()) - 100, 2));
    }
  }

  @Test
  void speakersAboutToStartCantWait() {
    Predicate<ScriptedQuestion> hurried =
        question -> {
          Duration toKeynote = Duration.ofMinutes(30).minus(question.at());
          return !toKeynote.isNegative() && toKeynote.compareTo(Duration.ofMinutes(5)) <= 0;
        };
    List<ScriptedQuestion> speakers = of(Audience.SPEAKER).stream().filter(hurried).toList();

    assertTrue(speakers.size() > 50, "were " + speakers.size());
    assertMean(60, 30, speakers, question -> seconds(question.patience()));
  }

  @Test
  void idsAreUniqueAndInOrderOfTime() {
    List<ScriptedQuestion> questions = ScriptDraw.draw(read()).questions();

    Set<String> answers = new HashSet<>();
    for (int i = 0; i < questions.size(); i++) {
      ScriptedQuestion question = questions.get(i);
      assertEquals(String.format("q-%05d", i + 1), question.id().value());
      assertTrue(question.answer().contains(question.id().value()));
      assertTrue(answers.add(question.answer()));
      assertTrue(question.at().compareTo(Duration.ofHours(2)) < 0);
      assertTrue(i == 0 || questions.get(i - 1).at().compareTo(question.at()) <= 0);
      assertTrue(question.chat() == Chat.HELP || question.session().isPresent());
    }
  }

  @Test
  void anAddressBelongsToOnePerson() {
    List<ScriptedQuestion> questions = ScriptDraw.draw(read()).questions();
    Set<String> emails = new HashSet<>();
    Set<Asker> askers = new HashSet<>();
    for (ScriptedQuestion question : questions) {
      emails.add(question.asker().email());
      askers.add(question.asker());
      assertTrue(
          question.asker().email().matches("[a-z]+\\.[a-z]+\\.[0-9]+@[a-z]+\\.example"),
          question.asker().email());
    }

    assertEquals(askers.size(), emails.size());
    assertTrue(emails.size() < questions.size(), "some ask several times");
  }

  @Test
  void nobodyAsksTwiceInTwentyMinutesWhileOthersHaveNot() {
    Map<String, Duration> last = new HashMap<>();
    for (ScriptedQuestion question : of(Audience.ATTENDEE)) {
      Duration before = last.put(question.asker().email(), question.at());
      assertTrue(
          before == null || question.at().minus(before).compareTo(Duration.ofMinutes(20)) >= 0,
          () -> question.id() + " comes too soon after " + before);
    }

    assertTrue(last.size() > 1000, "there was something to check");
  }

  @Test
  void someTextsNeedEscapingAndNoneIsUnfinished() {
    List<ScriptedQuestion> questions = ScriptDraw.draw(read()).questions();

    assertTrue(anyText(questions, "<!channel>"));
    assertTrue(anyText(questions, "&"));
    assertTrue(anyText(questions, "\nAffected users:"));
    for (ScriptedQuestion question : questions) {
      String all = question.issue() + question.answer() + question.messages() + question.page();
      assertTrue(!all.contains("{") && !all.contains("null"), all);
    }
  }

  @Test
  void everyDefaultTopicHasItsPhrases() {
    for (Audience audience : Audience.values()) {
      List<String> asked = of(audience).stream().map(ScriptedQuestion::topic).toList();

      assertEquals(new HashSet<>(ScriptDraw.topics(audience)), new HashSet<>(asked));
    }
  }

  @Test
  void neighbouringStreamsShareNothing() {
    double[] first = IntStream.range(0, 4000).mapToDouble(i -> draw(i, "a")).toArray();
    double[] other = IntStream.range(0, 4000).mapToDouble(i -> draw(i + 1, "a")).toArray();
    double[] purpose = IntStream.range(0, 4000).mapToDouble(i -> draw(i, "b")).toArray();

    assertTrue(Arrays.stream(first).distinct().count() == 4000);
    assertNear(0, correlation(first, other), 1 / Math.sqrt(4000));
    assertNear(0, correlation(first, purpose), 1 / Math.sqrt(4000));
  }

  private static double draw(int index, String purpose) {
    return new Chance(1, "scope", index).uniform(purpose);
  }

  private static double correlation(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - 0.5) * (b[i] - 0.5);
    }
    return sum / a.length * 12;
  }

  private static boolean anyText(List<ScriptedQuestion> questions, String part) {
    return questions.stream()
        .anyMatch(question -> question.messages().getFirst().text().contains(part));
  }

  private static List<ScriptedQuestion> of(Audience audience) {
    return ScriptDraw.draw(read()).questions().stream()
        .filter(question -> question.asker().audience() == audience)
        .toList();
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  private static void assertShare(
      double share, List<ScriptedQuestion> of, Predicate<ScriptedQuestion> has) {
    double found = (double) of.stream().filter(has).count() / of.size();
    assertNear(share, found, Math.sqrt(share * (1 - share) / of.size()));
  }

  private static void assertMean(
      double mean,
      double deviation,
      List<ScriptedQuestion> of,
      ToDoubleFunction<ScriptedQuestion> value) {
    double found = of.stream().mapToDouble(value).average().orElseThrow();
    assertNear(mean, found, deviation / Math.sqrt(of.size()));
  }

  private static void assertNear(double expected, double found, double deviation) {
    assertTrue(
        Math.abs(found - expected) <= SIGMAS * deviation,
        () -> "expected " + expected + " ± " + SIGMAS * deviation + ", found " + found);
  }

  private static Scenario read(String... overrides) {
    return switch (ScenarioFile.read("day.yaml", DAY, List.of(overrides))) {
      case Loaded.Good good -> good.scenario();
      case Loaded.Faulty faulty -> throw new AssertionError(faulty.faults());
    };
  }
}
