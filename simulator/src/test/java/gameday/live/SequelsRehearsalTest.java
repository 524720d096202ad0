package gameday.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.history.Entry;
import gameday.history.Happening;
import gameday.history.Happening.Author;
import gameday.history.History;
import gameday.judge.Judge;
import gameday.process.HelpChatProduct;
import gameday.scenario.AudiencePlan;
import gameday.scenario.CommonCause;
import gameday.scenario.Scenario;
import gameday.scenario.StaffMistake;
import gameday.scenario.StaffPlan;
import gameday.script.QuestionId;
import gameday.script.Script;
import gameday.script.ScriptDraw;
import gameday.script.ScriptedQuestion;
import gameday.script.ScriptedQuestion.Correction;
import gameday.script.ScriptedQuestion.FollowUp;
import gameday.verdict.Blame;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers that are edited, askers who come back, one cause of many questions; staff who err. */
class SequelsRehearsalTest {
  private static final double SPEED = 150;
  private static final String TROUBLE = "The keynote's picture is black for everybody";

  @TempDir Path folder;

  @Test
  void playsCorrectionsComebacksAndACommonCause() throws Exception {
    Scenario scenario = scenario(0, HelpChatProduct.CHATWOOT);
    Script script = stayingOn(ScriptDraw.draw(scenario));

    Judged judged = play(scenario, script);

    assertEquals(List.of(), judged.faults());
    long corrected = judged.all(Happening.SlackEdited.class).count();
    assertEquals(corrected, told(judged, "-corrected)"));
    Predicate<Happening> second = posted("Back again: ");
    assertTrue(judged.all(Happening.SlackPosted.class).anyMatch(posted("Also affected: ")::test));
    assertCaught(judged, script, "answer-returned", noted("-corrected)"));
    assertCaught(judged, script, "answer-returned", noted("-again)"));
    assertCaught(judged, script, "no-question-lost", second.or(said("-again)")));
  }

  /**
   * The run without some of what was written, and so without the answers and closings that came of
   * it, is found wanting by one rule.
   */
  private static void assertCaught(
      Judged judged, Script script, String rule, Predicate<Happening> lacking) {
    List<Entry> left = new ArrayList<>();
    Set<QuestionId> stuck = new HashSet<>();
    for (Entry entry : judged.history().entries()) {
      if (lacking.test(entry.what())) {
        stuck.addAll(about(entry.what()));
      } else if (!ends(entry.what()) || !stuck.containsAll(about(entry.what()))) {
        left.add(new Entry(left.size(), entry.atNanos(), entry.what()));
      }
    }
    assertTrue(left.size() < judged.history().entries().size(), "nothing is lacking");
    Set<String> rules = new TreeSet<>();
    Judge.judge(scenario(0, HelpChatProduct.CHATWOOT), script, new History(left), List.of())
        .verdict()
        .rules()
        .forEach(
            judgement ->
                judgement.violations().stream()
                    .filter(found -> found.blame() == Blame.PIPELINE)
                    .forEach(found -> rules.add(found.rule())));
    assertEquals(Set.of(rule), rules);
  }

  private static List<QuestionId> about(Happening what) {
    return switch (what) {
      case Happening.PipelineNoted note -> note.question().stream().toList();
      case Happening.SlackPosted post -> post.questions();
      case Happening.OfQuestion of -> List.of(of.question());
      case Happening other -> List.of();
    };
  }

  private static boolean ends(Happening what) {
    return what instanceof Happening.Closed
        || (what instanceof Happening.AgentReplied reply && reply.answers());
  }

  private static Predicate<Happening> noted(String end) {
    return what -> what instanceof Happening.PipelineNoted note && note.text().endsWith(end);
  }

  /** As an answer in a thread or as a note about it. */
  private static Predicate<Happening> said(String end) {
    return noted(end)
        .or(what -> what instanceof Happening.SlackPosted post && post.text().endsWith(end));
  }

  private static Predicate<Happening> posted(String words) {
    return what ->
        what instanceof Happening.SlackPosted post
            && post.author().role() == Author.Role.PIPELINE
            && post.text().contains(words);
  }

  /** Whoever's answer is corrected is corrected soon, and still there: they have more to ask. */
  private static Script stayingOn(Script script) {
    List<ScriptedQuestion> questions = new ArrayList<>();
    for (ScriptedQuestion q : script.questions()) {
      FollowUp more = new FollowUp(Duration.ofSeconds(150), "And then?", Duration.ZERO, "No more");
      questions.add(
          new ScriptedQuestion(
              q.id(),
              q.at(),
              q.asker(),
              q.chat(),
              q.session(),
              q.topic(),
              q.page(),
              q.messages(),
              q.truth(),
              q.work(),
              q.patience(),
              q.leavesSilently(),
              q.issue(),
              q.screenshot(),
              q.answer(),
              q.correction().isPresent() ? Optional.of(more) : q.followUp(),
              q.correction().map(c -> new Correction(Duration.ofSeconds(5), c.answer())),
              q.comeback()));
    }
    return new Script(script.scenario(), script.seed(), script.length(), questions);
  }

  @Test
  void blamesTheStaffForTheirMistakes() throws Exception {
    Scenario scenario = scenario(0.4, HelpChatProduct.SMARTLOOP);
    Script script = ScriptDraw.draw(scenario);

    Judged judged = play(scenario, script);

    assertEquals(List.of(), judged.faults());
    Map<String, Set<Blame>> blames = new TreeMap<>();
    judged.judgement().verdict().rules().stream()
        .flatMap(rule -> rule.violations().stream())
        .forEach(
            found ->
                blames.computeIfAbsent(found.rule(), rule -> new TreeSet<>()).add(found.blame()));
    Set<Blame> staff = Set.of(Blame.STAFF);
    assertEquals(
        Map.of(
            "escalated-iff-needed", staff,
            "in-thread", staff,
            "right-channel", staff,
            "template-complete", staff,
            "tech-support-through-csm", staff),
        blames);
  }

  private Judged play(Scenario scenario, Script script) throws Exception {
    LiveOutcome outcome =
        LiveRehearsal.run(
            LiveSettings.of(scenario, script, SPEED, folder, ReferencePipeline.choice()).cold());
    return Judged.of(scenario, script, outcome);
  }

  private static long told(Judged judged, String mark) {
    Set<String> texts = new HashSet<>();
    judged.all(Happening.PipelineNoted.class).forEach(note -> texts.add(note.text()));
    judged.all(Happening.PipelineReplied.class).forEach(note -> texts.add(note.text()));
    return texts.stream().filter(text -> text.endsWith(mark)).count();
  }

  private static Scenario scenario(double mistakes, HelpChatProduct product) {
    Scenario like = SmallEvent.scenario(product, List.of());
    StaffPlan staff = like.staff();
    return new Scenario(
        like.name(),
        like.title(),
        like.about(),
        like.speed(),
        like.seed(),
        like.event(),
        like.audiences().stream().map(SequelsRehearsalTest::withSequels).toList(),
        like.chatbot(),
        new StaffPlan(
            staff.clientTeam(),
            staff.csm(),
            staff.techSupport(),
            0.7,
            0.5,
            mistakes,
            List.of(StaffMistake.values())),
        like.process(),
        like.helpChat(),
        like.faults(),
        like.objectives());
  }

  private static AudiencePlan withSequels(AudiencePlan plan) {
    return new AudiencePlan(
        plan.audience(),
        plan.people(),
        plan.questions(),
        plan.modChatShare(),
        plan.topics(),
        plan.peaks(),
        plan.escalates(),
        plan.patience(),
        plan.leavesSilently(),
        0.4,
        0.3,
        List.of(
            new CommonCause(
                "black",
                "keynote",
                "video-sound",
                TROUBLE,
                "I see nothing",
                Duration.ofMinutes(2),
                Duration.ofMinutes(6),
                0.8)));
  }
}
