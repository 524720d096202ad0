package gameday.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.history.Happening;
import gameday.process.HelpChatProduct;
import gameday.scenario.AudiencePlan;
import gameday.scenario.CommonCause;
import gameday.scenario.Scenario;
import gameday.scenario.StaffMistake;
import gameday.scenario.StaffPlan;
import gameday.script.QuestionId;
import gameday.script.Script;
import gameday.script.ScriptDraw;
import gameday.verdict.Blame;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers that are edited, askers who come back, one cause of many questions; staff who err. */
class SequelsRehearsalTest {
  private static final double SPEED = 150;
  private static final String TROUBLE = "The keynote's picture is black for everybody";

  @TempDir Path folder;

  @Test
  void playsCorrectionsComebacksAndACommonCause() throws Exception {
    Scenario scenario =
        with(0, List.of(), SmallEvent.scenario(HelpChatProduct.CHATWOOT, List.of()));
    Script script = ScriptDraw.draw(scenario);

    Judged judged = play(scenario, script);

    assertEquals(List.of(), judged.faults());
    long corrected = judged.all(Happening.SlackEdited.class).count();
    assertEquals(corrected, told(judged, "-corrected)"));
    assertTrue(corrected > 2, "corrections: " + corrected);
    assertTrue(escalatedTwice(judged) > 0);
    long askers =
        judged
            .all(Happening.Escalated.class)
            .filter(escalated -> escalated.issue().equals(TROUBLE))
            .count();
    long threads =
        judged
            .all(Happening.SlackPosted.class)
            .filter(post -> post.threadTs().isEmpty() && post.text().contains("picture is black"))
            .count();
    assertTrue(threads < askers, threads + " threads of " + askers);
  }

  @Test
  void blamesTheStaffForTheirMistakes() throws Exception {
    Scenario scenario =
        with(
            0.4,
            List.of(StaffMistake.values()),
            SmallEvent.scenario(HelpChatProduct.SMARTLOOP, List.of()));
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

  private static long escalatedTwice(Judged judged) {
    Map<QuestionId, Long> times =
        judged
            .all(Happening.Escalated.class)
            .collect(Collectors.groupingBy(Happening.Escalated::question, Collectors.counting()));
    return times.values().stream().filter(count -> count == 2).count();
  }

  private static Scenario with(double mistakes, List<StaffMistake> kinds, Scenario like) {
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
            staff.clientTeam(), staff.csm(), staff.techSupport(), 0.7, 0.9, mistakes, kinds),
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
