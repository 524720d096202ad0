package gameday.bench;

import gameday.history.Entry;
import gameday.history.Happening;
import gameday.history.Happening.RunEnded.Reason;
import gameday.history.History;
import gameday.history.jsonl.HistoryReader;
import gameday.judge.Judge;
import gameday.judge.Judgement;
import gameday.live.LiveOutcome;
import gameday.live.LiveRehearsal;
import gameday.live.LiveSettings;
import gameday.live.PipelineChoice;
import gameday.scenario.Scenario;
import gameday.script.Script;
import gameday.script.ScriptDraw;
import gameday.verdict.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one rate led to.
 *
 * @param offered questions a second, as drawn
 * @param questions how many that were
 * @param faults why it does not count as carried, a sentence each; empty if it does
 * @param lag 99th percentile of how much later than intended questions were sent
 * @param ack 99th percentile of the pipeline's acknowledgements
 * @param drain from the last question to the end of the run
 * @param harness CPU time of this process for a question
 * @param pipeline CPU time of the pipeline's process for a question
 */
record Load(
    double offered,
    int questions,
    List<String> faults,
    Duration lag,
    Duration ack,
    Duration drain,
    Duration harness,
    Duration pipeline) {
  private static final Duration SLOWEST_DRAIN = Duration.ofSeconds(5);

  Load {
    faults = List.copyOf(faults);
  }

  /** Plays {@code scenario} for {@code seconds} against the program {@code pipeline}. */
  static Load play(Scenario scenario, int seconds, PipelineChoice pipeline, Path folder)
      throws IOException {
    Script script = ScriptDraw.draw(scenario);
    CpuTimes times = new CpuTimes();
    Files.createDirectories(folder);
    LiveOutcome outcome =
        LiveRehearsal.run(
            LiveSettings.of(scenario, script, scenario.speed(), folder, pipeline)
                .telling(progress -> times.look()));
    History history = read(outcome);
    Judgement judged = Judge.judge(scenario, script, history, List.of());
    int questions = script.questions().size();
    return new Load(
        (double) questions / seconds,
        questions,
        faults(outcome, judged),
        judged.measures().generatorLag().p99(),
        judged.measures().pipelineAck().p99(),
        drain(history),
        times.ours().dividedBy(questions),
        times.children().dividedBy(questions));
  }

  /** Whether it kept up: nothing lost, nothing wrong, and over soon after the last question. */
  boolean isCarried(Duration mostLag) {
    return faults.isEmpty() && lag.compareTo(mostLag) < 0 && drain.compareTo(SLOWEST_DRAIN) < 0;
  }

  private static List<String> faults(LiveOutcome outcome, Judgement judged) {
    List<String> faults = new ArrayList<>();
    if (outcome.reason() != Reason.DRAINED) {
      faults.add(outcome.detail());
    }
    faults.addAll(judged.verdict().distrust());
    judged.verdict().rules().stream()
        .filter(rule -> rule.outcome() == Outcome.FAIL)
        .map(rule -> rule.rule() + ": " + rule.violations().getFirst().sentence())
        .forEach(faults::add);
    long unanswered =
        judged.measures().questions().stream().filter(each -> each.resolution().isEmpty()).count();
    if (unanswered > 0) {
      faults.add(unanswered + " questions were not answered");
    }
    return faults;
  }

  private static Duration drain(History history) {
    Optional<Entry> last =
        history.entries().stream()
            .filter(entry -> entry.what() instanceof Happening.Asked)
            .reduce((earlier, later) -> later);
    long end = history.entries().getLast().atNanos();
    return Duration.ofNanos(end - last.map(Entry::atNanos).orElse(0L));
  }

  private static History read(LiveOutcome outcome) throws IOException {
    return switch (HistoryReader.read(outcome.history())) {
      case HistoryReader.Read.Readable readable -> readable.history();
      case HistoryReader.Read.Faulty faulty -> throw new AssertionError(faulty.fault());
    };
  }
}
