package gameday.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.contract.EventFile;
import gameday.gates.Objective;
import gameday.history.Entry;
import gameday.history.Happening;
import gameday.history.Happening.RunEnded.Reason;
import gameday.history.History;
import gameday.history.jsonl.HistoryReader;
import gameday.judge.Judge;
import gameday.judge.Judgement;
import gameday.measures.Measures;
import gameday.process.HelpChatProduct;
import gameday.process.Tier;
import gameday.scenario.Scenario;
import gameday.scenario.TeamPlan;
import gameday.script.Script;
import gameday.script.ScriptDraw;
import gameday.verdict.Blame;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoShowRehearsalTest {
  @TempDir Path folder;

  @Test
  void noShowsMakeEverybodyWaitLonger() throws Exception {
    Played all = play("all", agents(6, 0), Duration.ofMinutes(45));
    Played few = play("few", agents(6, 5), Duration.ofMinutes(45));

    assertEquals(Reason.DRAINED, few.reason);
    assertEquals(
        List.of("client-1"),
        few.all(Happening.AgentTook.class).map(Happening.AgentTook::agent).distinct().toList());
    Duration with = all.meanHumanResponse();
    Duration without = few.meanHumanResponse();
    assertTrue(
        without.compareTo(with.multipliedBy(2)) > 0,
        () -> "with all " + with + ", with one " + without);
    List<EventFile.Member> team =
        EventFile.read(few.folder.resolve("event.json")).staff().stream()
            .filter(member -> member.role() == Tier.CLIENT_TEAM)
            .toList();
    assertEquals(
        List.of(true, false, false, false, false, false),
        team.stream().map(EventFile.Member::helpChatAccepted).toList());
    assertTrue(team.stream().allMatch(member -> member.helpChatId().isPresent()));
  }

  @Test
  void aRunEndsWhereNobodyHasAcceptedAndNoneBlamesThePipeline() throws Exception {
    Played nobody = play("nobody", agents(6, 6), Duration.ofMinutes(15));

    assertEquals(Reason.STILL_OPEN, nobody.reason);
    assertFalse(nobody.all(Happening.Asked.class).toList().isEmpty());
    assertEquals(List.of(), nobody.all(Happening.AgentTook.class).toList());
    // What nobody takes, the pipeline escalates at its deadline.
    assertNotEquals(0, nobody.all(Happening.SlackPosted.class).count());
    assertEquals(
        List.of(),
        nobody.judgement.verdict().rules().stream()
            .flatMap(rule -> rule.violations().stream())
            .filter(violation -> violation.blame() == Blame.PIPELINE)
            .toList());
  }

  private static TeamPlan agents(int people, int noShows) {
    TeamPlan team = SmallEvent.team(people);
    return new TeamPlan(
        people, 1, team.notice(), team.handling(), team.shifts(), List.of(), noShows);
  }

  private Played play(String name, TeamPlan agents, Duration allowance) throws Exception {
    Scenario scenario = SmallEvent.scenario(HelpChatProduct.CHATWOOT, List.of(), agents);
    Script script = ScriptDraw.draw(scenario);
    Path at = Files.createDirectory(folder.resolve(name));
    LiveOutcome outcome =
        LiveRehearsal.run(
            LiveSettings.of(scenario, script, 120, at, reference()).cold().allowing(allowance));
    HistoryReader.Read read = HistoryReader.read(outcome.history());
    History history = ((HistoryReader.Read.Readable) read).history();
    List<Objective> none = List.of();
    return new Played(at, outcome.reason(), history, Judge.judge(scenario, script, history, none));
  }

  private static PipelineChoice reference() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new PipelineChoice.Command(
        List.of(
            java, "-cp", System.getProperty("java.class.path"), ReferencePipeline.class.getName()));
  }

  private record Played(Path folder, Reason reason, History history, Judgement judgement) {
    <T extends Happening> Stream<T> all(Class<T> kind) {
      return history.entries().stream().map(Entry::what).filter(kind::isInstance).map(kind::cast);
    }

    Duration meanHumanResponse() {
      return judgement.measures().table().stream()
          .filter(row -> row.scope().equals("all") && row.measure().equals("first human response"))
          .map(Measures.Row::distribution)
          .findFirst()
          .orElseThrow()
          .mean();
    }
  }
}
