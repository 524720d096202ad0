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
     * @param truncated whether the history's last line was cut off; it is left out then
     * @param unlisted of which rules there are more violations than are listed, a sentence each
     * @param questions how many questions the script has
     * @param entries how many entries the history has
     */
    record Rules(
        List<RuleVerdict> rules,
        boolean truncated,
        List<String> unlisted,
        long questions,
        long entries)
        implements Result {}

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
    Survey survey = new Survey();
    Optional<String> fault = run.script(survey::read);
    if (fault.isPresent()) {
      return new Result.Faulty(fault.get());
    }
    Looking look = new Looking(survey);
    Run.End end = run.history(look::read);
    if (end.fault().isPresent()) {
      return new Result.Faulty(end.fault().get());
    }
    RunFacts facts = look.facts.facts();
    Groups groups = survey.groups(!facts.faults().isEmpty());
    SliceJudge judge = new SliceJudge(facts, groups, run.stored());
    SlicedRuleBook book = judge.judgeRun(look.ofRun);
    judgeSlices(groups, judge, book);
    return new Result.Rules(
        book.verdicts(watch(look, facts)),
        end.truncated(),
        book.unlisted(),
        survey.questions(),
        survey.entries());
  }

  /** The one look over all entries. */
  private final class Looking {
    private final Survey survey;
    private final RunFacts.Finding facts = new RunFacts.Finding(scenario);
    private final List<Entry> ofRun = new ArrayList<>();
    private Optional<RunWatch> watch = Optional.empty();

    Looking(Survey survey) {
      this.survey = survey;
    }

    void read(List<Entry> entries, Tied tied) {
      entries.forEach(facts::read);
      if (watch.isEmpty()) {
        watch = Optional.of(new RunWatch(facts.soFar()));
      }
      for (Entry entry : entries) {
        watch.get().see(entry);
        if (SliceJudge.isOfRun(entry)) {
          ofRun.add(entry);
        }
      }
      survey.read(tied);
    }
  }

  /** What the rules of the run saw; with faults they have to look again, knowing them all. */
  private RunWatch watch(Looking look, RunFacts facts) throws IOException {
    if (look.watch.filter(seen -> seen.holdsFor(facts)).isPresent()) {
      return look.watch.get();
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
