package gameday.cli;

import gameday.campaign.Campaign;
import gameday.campaign.Seeds;
import gameday.campaign.Tally;
import gameday.scenario.Scenario;
import gameday.trial.Examination;
import gameday.trial.Finding;
import gameday.trial.Shrinking;
import gameday.trial.Shrunk;
import gameday.trial.Trial;
import gameday.verdict.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/** Tries seeds, keeps the days that fail, and makes them small. */
final class FaultSimulation {
  /**
   * What is tried.
   *
   * @param scenario what is rehearsed
   * @param days the day of each seed
   * @param seeds which seeds
   * @param threads how many at once
   * @param stopAfter after how many failing seeds it ends
   * @param shrinks whether failing days are made small
   */
  record Plan(
      Scenario scenario,
      LongFunction<Trial> days,
      Seeds seeds,
      int threads,
      int stopAfter,
      boolean shrinks) {}

  /**
   * A day on which the pipeline violated a rule.
   *
   * @param folder its run folder
   * @param small the same made small, if it was asked for
   */
  record FailingDay(Finding finding, Path folder, Optional<Small> small) {
    /** The rule it is known for: the first in the rule book's order. */
    String rule() {
      return finding.breaches().getFirst().rule();
    }
  }

  /**
   * A small day.
   *
   * @param finding what it shows
   * @param file the scenario that plays it
   */
  record Small(Shrunk shrunk, Finding finding, Path file) {}

  /** What came of it. */
  record Result(Campaign.Result campaign, List<FailingDay> failing, Pace pace) {
    Tally tally() {
      return campaign.tally();
    }

    ExitCode exitCode() {
      if (campaign.end() == Campaign.End.STOPPED) {
        return ExitCode.INTERRUPTED;
      }
      if (!tally().distrusted().isEmpty()) {
        return ExitCode.NOT_TRUSTWORTHY;
      }
      if (!tally().failures().isEmpty()) {
        return ExitCode.INCORRECT;
      }
      return tally().hasExercised() ? ExitCode.PASS : ExitCode.INCONCLUSIVE;
    }
  }

  /** How long the trials took, without shrinking. */
  record Pace(Duration wall, Duration processor) {
    private static final double MINUTE = 60;

    double perMinute(long many) {
      return many / Math.max(1e-3, wall.toNanos() / 1e9) * MINUTE;
    }

    double perProcessorSecond(long many) {
      return many / Math.max(1e-3, processor.toNanos() / 1e9);
    }
  }

  private final Plan plan;
  private final Examination examination;
  private final KeptDays kept;
  private final SimulationProgress progress;
  private final Campaign campaign;

  FaultSimulation(Plan plan, Examination examination, KeptDays kept, SimulationProgress progress) {
    this.plan = plan;
    this.examination = examination;
    this.kept = kept;
    this.progress = progress;
    campaign = new Campaign(plan.seeds(), plan.threads(), plan.stopAfter());
  }

  /** Ends it soon, with what is known by then. Any thread. */
  void interrupt() {
    campaign.stop();
  }

  Result run() throws IOException {
    long began = System.nanoTime();
    Duration processor = processor();
    Campaign.Result tried =
        campaign.run(this::examined, tally -> progress.show(tally, plan.seeds().count()));
    Pace pace = new Pace(Duration.ofNanos(System.nanoTime() - began), processor().minus(processor));
    List<FailingDay> failing = new ArrayList<>();
    for (Finding finding : tried.tally().failures()) {
      failing.add(kept(finding));
    }
    progress.end();
    return new Result(tried, failing, pace);
  }

  private Finding examined(long seed) {
    Trial trial = plan.days().apply(seed);
    try {
      return examination.of(trial);
    } catch (RuntimeException bug) {
      throw new IllegalStateException("seed " + seed + " broke it: " + bug, bug);
    }
  }

  private FailingDay kept(Finding finding) throws IOException {
    Trial trial = plan.days().apply(finding.seed());
    Path folder = kept.keep(trial, "seed-" + finding.seed());
    FailingDay day = new FailingDay(finding, folder, Optional.empty());
    return plan.shrinks() && !campaign.isStopped()
        ? new FailingDay(finding, folder, Optional.of(small(trial, day)))
        : day;
  }

  private Small small(Trial trial, FailingDay day) throws IOException {
    Shrunk shrunk =
        Shrinking.shrink(
            trial,
            candidate -> !campaign.isStopped() && examination.of(candidate).violates(day.rule()),
            Shrinking.MOST_TRIES,
            tries -> progress.shrinking(trial.seed(), tries));
    Finding finding = examination.of(shrunk.trial());
    return new Small(shrunk, finding, kept.write(day, shrunk, finding));
  }

  private static Duration processor() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }
}
