package gameday.live;

import gameday.mocks.MockSettings;
import gameday.scenario.Scenario;
import gameday.script.Script;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/** What to rehearse, and how. Immutable; each method that changes something returns a copy. */
public final class LiveSettings {
  /** How long questions may stay open after the last one, unless told otherwise. */
  public static final Duration ALLOWANCE = Duration.ofMinutes(45);

  /** How long a pipeline may take until it is healthy, unless told otherwise. */
  public static final Duration HEALTHY_WITHIN = Duration.ofSeconds(30);

  /** How long somebody may take to start a pipeline that isn't ours, unless told otherwise. */
  public static final Duration STARTED_WITHIN = Duration.ofMinutes(5);

  private final Scenario scenario;
  private final Script script;
  private final double speed;
  private final Path folder;
  private final PipelineChoice pipeline;
  private MockSettings mocks;
  private boolean gatlingReport = false;
  private boolean warmUp = true;
  private Duration allowance = ALLOWANCE;
  private Duration healthyWithin;
  private News news = News.NONE;
  private Consumer<Progress> progress = ignored -> {};

  private LiveSettings(
      Scenario scenario, Script script, double speed, Path folder, PipelineChoice pipeline) {
    this.scenario = scenario;
    this.script = script;
    this.speed = speed;
    this.folder = folder;
    this.pipeline = pipeline;
    this.mocks = MockSettings.standard().speed(speed);
    this.healthyWithin =
        switch (pipeline) {
          case PipelineChoice.Command ours -> HEALTHY_WITHIN;
          case PipelineChoice.Running theirs -> STARTED_WITHIN;
        };
  }

  /**
   * The usual settings: any port, a warm-up, no Gatling report.
   *
   * @param scenario the scenario
   * @param script what to play; drawn from the scenario
   * @param speed seconds of event time per second of wall time; positive
   * @param folder the run's folder; exists
   * @param pipeline the pipeline under test
   */
  public static LiveSettings of(
      Scenario scenario, Script script, double speed, Path folder, PipelineChoice pipeline) {
    return new LiveSettings(scenario, script, speed, folder, pipeline);
  }

  private LiveSettings with(Consumer<LiveSettings> change) {
    LiveSettings copy = new LiveSettings(scenario, script, speed, folder, pipeline);
    copy.mocks = mocks;
    copy.gatlingReport = gatlingReport;
    copy.warmUp = warmUp;
    copy.allowance = allowance;
    copy.healthyWithin = healthyWithin;
    copy.progress = progress;
    copy.news = news;
    change.accept(copy);
    return copy;
  }

  /** The same, telling {@code listener} how it goes, about once a second, on one thread. */
  public LiveSettings telling(Consumer<Progress> listener) {
    return with(copy -> copy.progress = listener);
  }

  /** The same, telling {@code listener} what is to be known first. */
  public LiveSettings announcing(News listener) {
    return with(copy -> copy.news = listener);
  }

  /** The same, with mocks on {@code port}; 0 for any free one. */
  public LiveSettings on(int port) {
    return on(mocks.port(port));
  }

  /** The same, with mocks of that kind, but for their speed, seed and help chat. */
  public LiveSettings on(MockSettings mocks) {
    return with(copy -> copy.mocks = mocks.speed(speed));
  }

  /** The same, with Gatling's own report or without; it takes long for large runs. */
  public LiveSettings reportingByGatling(boolean report) {
    return with(copy -> copy.gatlingReport = report);
  }

  /** The same without throw-away visitors first, so that the first questions are slow. */
  public LiveSettings cold() {
    return with(copy -> copy.warmUp = false);
  }

  /** The same, with questions open this long, event time, after the last intended moment. */
  public LiveSettings allowing(Duration allowance) {
    return with(copy -> copy.allowance = allowance);
  }

  /** The same, with a pipeline that may take this long, wall time, until it is healthy. */
  public LiveSettings healthyWithin(Duration healthyWithin) {
    return with(copy -> copy.healthyWithin = healthyWithin);
  }

  /** The scenario. */
  public Scenario scenario() {
    return scenario;
  }

  /** What is played. */
  public Script script() {
    return script;
  }

  /** Seconds of event time per second of wall time. */
  public double speed() {
    return speed;
  }

  /** The run's folder. */
  public Path folder() {
    return folder;
  }

  PipelineChoice pipeline() {
    return pipeline;
  }

  MockSettings mocks() {
    return mocks;
  }

  boolean gatlingReport() {
    return gatlingReport;
  }

  boolean warmUp() {
    return warmUp;
  }

  Duration allowance() {
    return allowance;
  }

  Duration healthyWithin() {
    return healthyWithin;
  }

  Consumer<Progress> progress() {
    return progress;
  }

  News news() {
    return news;
  }
}
