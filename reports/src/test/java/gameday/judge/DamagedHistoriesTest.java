package gameday.judge;

import static gameday.rehearsed.Horizon.honest;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gameday.history.Entry;
import gameday.history.Happening.AgentRequested;
import gameday.history.Happening.RunStarted;
import gameday.history.History;
import gameday.rehearsed.Day;
import gameday.rehearsed.Horizon;
import gameday.scenario.Scenario;
import gameday.script.QuestionId;
import gameday.script.Script;
import gameday.verdict.ExitCode;
import gameday.verdict.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** However a history came here, by file or not: one that is damaged is never a pass. */
class DamagedHistoriesTest {
  private static void assertDistrusted(String why, Script script, History history) {
    Verdict verdict = Judge.judge(Horizon.scenario(), script, history, List.of()).verdict();

    assertEquals(List.of(why), verdict.distrust());
    assertEquals(ExitCode.NOT_TRUSTWORTHY, verdict.exitCode());
  }

  @Test
  void swappedEntriesAreNoPass() {
    List<Entry> entries = new ArrayList<>(honest().history().entries());
    Collections.swap(entries, 8, 9);

    assertDistrusted(
        "the history is out of order: entry 9: seq must be 8, was 9",
        Horizon.script(),
        new History(entries));
  }

  @Test
  void aScriptOfAnotherSeedIsNoPass() {
    Day other =
        honest()
            .changing(RunStarted.class, s -> true, s -> new RunStarted("horizon", 2, 1, "wall"));

    assertDistrusted(
        "the history is of scenario horizon with seed 2, the script of horizon with seed 1; put back"
            + " the files of one run",
        Horizon.script(),
        other.history());
  }

  @Test
  void aScriptOfAnotherScenarioIsNoPass() {
    Script script = Horizon.script();
    Script other = new Script("smoke", 1, script.length(), script.questions());
    Scenario scenario = Horizon.scenario();

    Verdict verdict = Judge.judge(scenario, other, honest().history(), List.of()).verdict();

    assertEquals(
        List.of(
            "the script is of scenario smoke, the scenario is horizon; put back the files of one"
                + " run"),
        verdict.distrust());
    assertEquals(ExitCode.NOT_TRUSTWORTHY, verdict.exitCode());
  }

  @Test
  void aScriptThatLacksQuestionsIsNoPass() {
    Script script = Horizon.script();
    Script shorter = new Script("horizon", 1, script.length(), script.questions().subList(0, 4));

    assertDistrusted(
        "the script lacks 1 of the history's questions, q-5 for one; put back the script it was"
            + " played with",
        shorter,
        honest().history());
  }

  @Test
  void questionsThatNobodyScriptedAreNoPass() {
    Day more =
        honest()
            .at(100, new AgentRequested(new QuestionId("q-8")))
            .at(101, new AgentRequested(new QuestionId("q-9")));

    assertDistrusted(
        "the script lacks 2 of the history's questions, q-8 for one; put back the script it was"
            + " played with",
        Horizon.script(),
        more.history());
  }
}
