package gameday.live;

import gameday.scenario.Scenario;
import gameday.script.Script;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * What to rehearse, and how.
 *
 * @param scenario the scenario
 * @param script what to play; drawn from the scenario
 * @param speed seconds of event time per second of wall time; positive
 * @param folder the run's folder; exists
 * @param pipeline the pipeline under test
 * @param port of the mocks; 0 for any free one
 * @param pipelinePort the started pipeline listens on; 0 for any free one
 * @param gatlingReport whether Gatling writes its own report, which takes long for large runs
 * @param warmUp whether to play throw-away visitors first; without, the first questions are slow
 * @param allowance how long after the last intended moment questions may stay open, event time
 * @param healthyWithin how long a pipeline may take until it is healthy, wall time
 * @param progress is told how it goes, about once a second, on one thread
 */
public record LiveSettings(
    Scenario scenario,
    Script script,
    double speed,
    Path folder,
    PipelineChoice pipeline,
    int port,
    int pipelinePort,
    boolean gatlingReport,
    boolean warmUp,
    Duration allowance,
    Duration healthyWithin,
    Consumer<Progress> progress) {
  /** How long questions may stay open after the last one, unless told otherwise. */
  public static final Duration ALLOWANCE = Duration.ofMinutes(45);

  /** How long a pipeline may take until it is healthy, unless told otherwise. */
  public static final Duration HEALTHY_WITHIN = Duration.ofSeconds(30);

  /** The usual settings: any port, a warm-up, no Gatling report. */
  public static LiveSettings of(
      Scenario scenario, Script script, double speed, Path folder, PipelineChoice pipeline) {
    return new LiveSettings(
        scenario,
        script,
        speed,
        folder,
        pipeline,
        0,
        0,
        false,
        true,
        ALLOWANCE,
        HEALTHY_WITHIN,
        progress -> {});
  }

  /** The same, telling {@code listener}. */
  public LiveSettings telling(Consumer<Progress> listener) {
    return new LiveSettings(
        scenario,
        script,
        speed,
        folder,
        pipeline,
        port,
        pipelinePort,
        gatlingReport,
        warmUp,
        allowance,
        healthyWithin,
        listener);
  }

  /** The same, with mocks on {@code port} and a Gatling report or not. */
  public LiveSettings with(int port, boolean gatlingReport) {
    return new LiveSettings(
        scenario,
        script,
        speed,
        folder,
        pipeline,
        port,
        pipelinePort,
        gatlingReport,
        warmUp,
        allowance,
        healthyWithin,
        progress);
  }

  /** The same, with questions open for at most {@code allowance} of event time after the last. */
  public LiveSettings allowing(Duration allowance) {
    return new LiveSettings(
        scenario,
        script,
        speed,
        folder,
        pipeline,
        port,
        pipelinePort,
        gatlingReport,
        warmUp,
        allowance,
        healthyWithin,
        progress);
  }

  /** The same without a warm-up: for smoke runs, whose first times mean nothing. */
  public LiveSettings cold() {
    return new LiveSettings(
        scenario,
        script,
        speed,
        folder,
        pipeline,
        port,
        pipelinePort,
        gatlingReport,
        false,
        allowance,
        healthyWithin,
        progress);
  }

  /** The same, giving up on a pipeline that isn't healthy after {@code longest} of wall time. */
  public LiveSettings healthyWithin(Duration longest) {
    return new LiveSettings(
        scenario,
        script,
        speed,
        folder,
        pipeline,
        port,
        pipelinePort,
        gatlingReport,
        warmUp,
        allowance,
        longest,
        progress);
  }
}
