package gameday.judge.sliced;

import gameday.checker.RunWatch;
import gameday.checker.SlicedRuleBook;
import gameday.evidence.RunFacts;
import gameday.history.Entry;
import gameday.scenario.Scenario;
import gameday.slices.Aside;
import gameday.slices.Groups;
import gameday.slices.SliceJudge;
import gameday.slices.SliceJudge.Judged;
import gameday.slices.Survey;
import gameday.slices.Tied;
import gameday.verdict.RuleVerdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Judges a run by every rule without holding it. */
public final class SlicedJudge {
  /** Entries of a slice: enough that a slice's own cost doesn't count, few enough to be held. */
  private static final int SLICE = 4_000;

  private final Scenario scenario;
  private final Run run;
  private final int threads;
  private final int slice;

  SlicedJudge(Scenario scenario, Run run, int threads, int slice) {
    this.scenario = scenario;
    this.run = run;
    this.threads = threads;
    this.slice = slice;
  }

  /** What came of judging. */
  public sealed interface Result {
    /**
     * Every rule was judged.
     *
     * @param unlisted of which rules there are more violations than are listed, a sentence each
     */
    record Rules(List<RuleVerdict> rules, List<String> unlisted, Read read) implements Result {}

    /**
     * What was there to read.
     *
     * @param truncated whether the history's last line was cut off; it is left out then
     */
    record Read(long questions, long entries, boolean truncated) {}

    /** Script or history can't be read; {@code fault} says where, what and what to do. */
    record Faulty(String fault) implements Result {}
  }

  /**
   * Judges the files of a run.
   *
   * @param threads how many read and judge
   */
  public static Result judge(Scenario scenario, Path script, Path history, int threads)
      throws IOException {
    return new SlicedJudge(scenario, new RunInFiles(script, history, threads), threads, SLICE)
        .judge();
  }

  Result judge() throws IOException {
    Looking look = new Looking();
    Optional<String> fault = run.script(look.survey::read);
    if (fault.isEmpty()) {
      Run.End end = run.history(look::read);
      look.truncated = end.truncated();
      fault = end.fault();
    }
    return fault.isPresent() ? new Result.Faulty(fault.get()) : judge(look.looked());
  }

  /** What is known after the first look, from which the survey itself is forgotten. */
  private record Looked(
      RunFacts facts, Groups groups, List<Entry> ofRun, RunWatch watch, Result.Read read) {}

  private Result judge(Looked looked) throws IOException {
    SliceJudge judge = new SliceJudge(looked.facts, looked.groups, run.stored());
    SlicedRuleBook book = judge.judgeRun(looked.ofRun);
    judgeSlices(looked.groups, judge, book);
    return new Result.Rules(
        book.verdicts(watch(looked.watch, looked.facts)), book.unlisted(), looked.read);
  }

  /** The one look over all entries. */
  private final class Looking {
    private Survey survey = new Survey();
    private final RunFacts.Finding facts = new RunFacts.Finding(scenario);
    private final List<Entry> ofRun = new ArrayList<>();
    private Optional<RunWatch> watch = Optional.empty();
    private boolean truncated;

    void read(List<Entry> entries, Tied tied) {
      entries.forEach(facts::read);
      RunWatch watching = watch.orElseGet(() -> new RunWatch(facts.soFar()));
      watch = Optional.of(watching);
      for (Entry entry : entries) {
        watching.see(entry);
        if (SliceJudge.isOfRun(entry)) {
          ofRun.add(entry);
        }
      }
      survey.read(tied);
    }

    Looked looked() {
      RunFacts found = facts.facts();
      Groups groups = survey.groups(!found.faults().isEmpty());
      Result.Read read = new Result.Read(survey.questions(), survey.entries(), truncated);
      survey = new Survey();
      return new Looked(found, groups, ofRun, watch.orElseGet(() -> new RunWatch(found)), read);
    }
  }

  /** What the rules of the run saw; with faults they have to look again, knowing them all. */
  private RunWatch watch(RunWatch seen, RunFacts facts) throws IOException {
    if (seen.holdsFor(facts)) {
      return seen;
    }
    RunWatch again = new RunWatch(facts);
    run.history((entries, tied) -> entries.forEach(again::see));
    return again;
  }

  private void judgeSlices(Groups groups, SliceJudge judge, SlicedRuleBook book) {
    Aside aside = new Aside();
    try (ExecutorService judges = Executors.newFixedThreadPool(threads)) {
      InOrder<Judged> slices =
          new InOrder<>(
              judges,
              2 * threads,
              judged -> {
                book.add(judged.book());
                aside.add(judged);
              });
      for (int from = 0; from < groups.count(); ) {
        int first = from;
        int entries = 0;
        while (from < groups.count() && entries < slice && from - first < slice) {
          entries += groups.entries(from++);
        }
        int end = from;
        slices.submit(() -> judge.judge(first, end));
      }
      slices.finish();
      InOrder<SlicedRuleBook> together = new InOrder<>(judges, 2 * threads, book::add);
      aside.together().forEach(some -> together.submit(() -> judge.judgeTogether(some)));
      together.finish();
    }
  }
}
