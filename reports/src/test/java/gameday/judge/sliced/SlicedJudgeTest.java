package gameday.judge.sliced;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.checker.OwnRules;
import gameday.checker.RuleBook;
import gameday.evidence.Evidence;
import gameday.history.jsonl.HistoryWriter;
import gameday.judge.sliced.MixedDays.Mix;
import gameday.judge.sliced.SlicedJudge.Result;
import gameday.rehearsed.Horizon;
import gameday.scenario.Scenario;
import gameday.script.jsonl.ScriptFile;
import gameday.verdict.RuleVerdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cut into slices, a run must be judged as it is when whole. */
class SlicedJudgeTest {
  private static final int SEEDS = 40;

  /** Of each kind of case and form, some narrowed and some broken by what the days have. */
  private static final Scenario SCENARIO =
      OwnRules.scenario(
          "precedence: {first: slack-reacted by csm with eyes, then: slack-posted by csm in thread},"
              + " per: issue",
          "response: {to: escalated, with: agent-replied that answers, within: 100s}",
          "response: {to: escalated, with: pipeline-noted}, blame: staff",
          "exactly-one: slack-posted by pipeline at top level, when: escalated, per: issue",
          "not-before: {what: closed, until: agent-replied that answers}, minimum: 0",
          "within: {from: asked, to: agent-took, limit: 70s}, in: mod-chat",
          "never: slack-posted containing <!subteam, per: question",
          "never: slack-posted containing <!subteam",
          "exactly-one: mod-chat-granted, per: run",
          "response: {to: slack-edited, with: closed, within: 30s}, per: run");

  @Test
  void mixedDaysAreJudgedAsWhole() {
    Set<String> found = new TreeSet<>();
    for (long seed = 1; seed <= SEEDS; seed++) {
      Mix mix = MixedDays.of(seed);
      List<RuleVerdict> whole = RuleBook.judge(new Evidence(SCENARIO, mix.script(), mix.history()));

      for (int slice : new int[] {1, 40, 10_000}) {
        List<RuleVerdict> sliced = Sliced.judge(SCENARIO, mix.script(), mix.history(), slice);
        assertEquals(whole.size(), sliced.size());
        for (int i = 0; i < whole.size(); i++) {
          assertEquals(whole.get(i), sliced.get(i), "seed " + seed + ", slices of " + slice);
        }
      }

      whole.stream()
          .filter(rule -> !rule.violations().isEmpty())
          .forEach(rule -> found.add(rule.rule()));
    }
    // A comparison of verdicts that find nothing would prove nothing.
    Set<String> all = new TreeSet<>(RuleBook.ids());
    RuleBook.words(SCENARIO).forEach(own -> all.add(own.id()));
    assertEquals(all, found);
  }

  @Test
  void filesAreJudgedAsMemory(@TempDir Path folder) throws IOException {
    Mix mix = MixedDays.of(7);
    Path script = folder.resolve("script.jsonl");
    Path history = folder.resolve("history.jsonl");
    ScriptFile.write(mix.script(), script);
    HistoryWriter.write(mix.history(), history);

    Result result = SlicedJudge.judge(Horizon.scenario(), script, history, 2);

    Result.Rules rules = assertInstanceOf(Result.Rules.class, result);
    assertEquals(
        RuleBook.judge(new Evidence(Horizon.scenario(), mix.script(), mix.history())),
        rules.rules());
    assertEquals(
        new Result.Read(mix.script().questions().size(), mix.history().entries().size(), false),
        rules.read());
  }

  @Test
  void aCutOffHistoryIsJudgedAndSaysSo(@TempDir Path folder) throws IOException {
    Path script = folder.resolve("script.jsonl");
    Path history = folder.resolve("history.jsonl");
    ScriptFile.write(Horizon.script(), script);
    HistoryWriter.write(Horizon.honest().history(), history);
    String whole = Files.readString(history);
    Files.writeString(history, whole.substring(0, whole.length() - 5));

    Result result = SlicedJudge.judge(Horizon.scenario(), script, history, 2);

    assertTrue(assertInstanceOf(Result.Rules.class, result).read().truncated());
  }

  @Test
  void aQuestionThatIsThereTwiceIsAFault(@TempDir Path folder) throws IOException {
    Path script = folder.resolve("script.jsonl");
    ScriptFile.write(Horizon.script(), script);
    String text = Files.readString(script);
    Files.writeString(script, text + text.lines().reduce((one, next) -> next).get() + "\n");
    Path history = folder.resolve("history.jsonl");
    HistoryWriter.write(Horizon.honest().history(), history);

    Result result = SlicedJudge.judge(Horizon.scenario(), script, history, 2);

    assertEquals(new Result.Faulty("script.jsonl:7: id q-5 is there twice"), result);
    assertEquals(
        new ScriptFile.Read.Faulty("script.jsonl:7: id q-5 is there twice"),
        ScriptFile.read(script));
  }

  @Test
  void aBadLineIsAFaultAndNoVerdict(@TempDir Path folder) throws IOException {
    Path script = folder.resolve("script.jsonl");
    ScriptFile.write(Horizon.script(), script);
    Path history = folder.resolve("history.jsonl");
    HistoryWriter.write(Horizon.honest().history(), history);
    Files.writeString(history, "{}\n", StandardOpenOption.APPEND);

    Result result = SlicedJudge.judge(Horizon.scenario(), script, history, 2);

    String fault = assertInstanceOf(Result.Faulty.class, result).fault();
    assertTrue(fault.contains(": missing 'seq', expected a whole number"), fault);
  }
}
