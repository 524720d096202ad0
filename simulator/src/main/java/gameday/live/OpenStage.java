package gameday.live;

import gameday.contract.EnvironmentFile;
import gameday.history.Happening;
import gameday.history.Happening.RunEnded;
import gameday.mocks.MockSettings;
import gameday.scenario.Scenario;
import gameday.script.Script;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The mocks of a scenario's event, open for whoever builds a pipeline: channel, staff and sessions
 * are there, and nobody asks anything. Everything that happens is recorded in the folder.
 */
public final class OpenStage implements AutoCloseable {
  private static final long FLUSH_MILLIS = 250;

  private final Stage stage;
  private final Recorder recorder;
  private final Map<String, String> environment;
  private final ScheduledExecutorService flushing =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("history").factory());

  private OpenStage(Stage stage, Recorder recorder, Map<String, String> environment) {
    this.stage = stage;
    this.recorder = recorder;
    this.environment = environment;
    flushing.scheduleWithFixedDelay(
        recorder::flush, FLUSH_MILLIS, FLUSH_MILLIS, TimeUnit.MILLISECONDS);
  }

  /**
   * Opens it.
   *
   * @param script whose askers in Mod chat are members of their sessions
   * @param settings but for seed and help chat, which are the script's and the scenario's
   * @param folder exists; gets {@code history.jsonl}, {@code event.json} and {@code pipeline.env}
   * @throws IOException if the folder can't be written
   * @throws UncheckedIOException naming the port, if somebody else listens there
   */
  public static OpenStage open(Scenario scenario, Script script, MockSettings settings, Path folder)
      throws IOException {
    LiveClock clock = new LiveClock(settings.speed());
    clock.begin(System.nanoTime());
    Recorder recorder = new Recorder(folder.resolve("history.jsonl"), clock);
    try {
      Witness witness = new Witness(recorder);
      recorder.record(
          new Happening.RunStarted(script.scenario(), script.seed(), settings.speed(), "wall"));
      Stage stage = new Stage(scenario, script, settings, witness.all());
      witness.knows(stage.cast);
      return new OpenStage(stage, recorder, environment(stage, folder.toAbsolutePath()));
    } catch (IOException | RuntimeException failed) {
      recorder.close();
      throw failed;
    }
  }

  private static Map<String, String> environment(Stage stage, Path folder) throws IOException {
    Map<String, String> environment = stage.environment(folder);
    EnvironmentFile.write(environment, folder.resolve("pipeline.env"));
    return environment;
  }

  /** Base URL of all mocks. */
  public URI url() {
    return URI.create(stage.baseUrl());
  }

  /** The page to act by hand in; empty unless the settings ask for it. */
  public Optional<URI> page() {
    return stage.page();
  }

  /** What a pipeline must know, by the contract's names, {@code PORT} left out. */
  public Map<String, String> environment() {
    return Map.copyOf(environment);
  }

  /** From now on webhooks and events go there. */
  public void connect(URI pipeline) {
    stage.connect(pipeline);
  }

  /** Sends Slack's challenge to the pipeline; whether it was answered as it must be. */
  public boolean answersTheChallenge(URI pipeline) {
    return stage.verify(pipeline).holds();
  }

  @Override
  public void close() {
    flushing.shutdownNow();
    stage.close();
    recorder.end(new RunEnded(RunEnded.Reason.INTERRUPTED, "the mocks were ended"));
  }
}
