package gameday.live;

import gameday.contract.EnvironmentFile;
import gameday.contract.HealthAnswer;
import gameday.contract.PipelineVariable;
import gameday.history.Happening;
import gameday.process.PipelinePart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** The pipeline under test: a child process or one that already runs. */
final class PipelineUnderTest implements FaultTimeline.Crashes, AutoCloseable {
  private static final long LOOK_AGAIN_MILLIS = 50;

  private final Rehearsed run;
  private final URI url;
  private final Optional<PipelineProcess> process;
  private final Duration healthyWithin;
  private volatile boolean restarting;
  private volatile int crashes;
  private volatile Optional<List<PipelinePart>> without = Optional.empty();

  private PipelineUnderTest(
      Rehearsed run, URI url, Optional<PipelineProcess> process, Duration healthyWithin) {
    this.run = run;
    this.healthyWithin = healthyWithin;
    this.url = url;
    this.process = process;
  }

  /** Prepares it; nothing is started yet. */
  static PipelineUnderTest of(LiveSettings settings, Stage stage, Rehearsed run)
      throws IOException {
    Path folder = settings.folder().toAbsolutePath();
    Map<String, String> environment = stage.environment(folder);
    return switch (settings.pipeline()) {
      case PipelineChoice.Running running -> {
        environment.put(PipelineVariable.PORT.name(), Integer.toString(port(running.url())));
        EnvironmentFile.write(environment, folder.resolve("pipeline.env"));
        settings
            .news()
            .mustKnow(EnvironmentFile.lines(environment), folder.resolve("pipeline.env"));
        yield new PipelineUnderTest(run, running.url(), Optional.empty(), settings.healthyWithin());
      }
      case PipelineChoice.Command command -> {
        int port = freePort();
        environment.put(PipelineVariable.PORT.name(), Integer.toString(port));
        PipelineProcess process =
            new PipelineProcess(
                command.words(),
                environment,
                folder.resolve("pipeline.log"),
                (expected, code) -> run.record(new Happening.PipelineGone(expected, code)));
        yield new PipelineUnderTest(
            run,
            URI.create("http://127.0.0.1:" + port),
            Optional.of(process),
            settings.healthyWithin());
      }
    };
  }

  private static int port(URI url) {
    return url.getPort() >= 0
        ? url.getPort()
        : "https".equalsIgnoreCase(url.getScheme()) ? 443 : 80;
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  URI url() {
    return url;
  }

  /**
   * Starts it, if it is ours to start, and waits until it is healthy.
   *
   * @param hurry whether to stop waiting
   * @return why it is not there; empty if it is
   */
  Optional<String> start(BooleanSupplier hurry) throws InterruptedException {
    Optional<String> notStarted = startProcess();
    return notStarted.isPresent() ? notStarted : awaitHealth(hurry);
  }

  private Optional<String> startProcess() {
    if (process.isPresent()) {
      try {
        process.get().start();
      } catch (IOException notThere) {
        return Optional.of(process.get().whyNotStarted(notThere));
      }
    }
    return Optional.empty();
  }

  private Optional<String> awaitHealth(BooleanSupplier hurry) throws InterruptedException {
    long start = System.nanoTime();
    while (System.nanoTime() - start < healthyWithin.toNanos() && !hurry.getAsBoolean()) {
      Optional<HealthAnswer> answer = HealthCheck.ask(url);
      if (answer.isPresent()) {
        return understood(answer.get());
      }
      if (process.isPresent() && !process.get().isAlive()) {
        return Optional.of("the pipeline ended before it was healthy" + process.get().lastWords());
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
    }
    return Optional.of(
        "the pipeline was not healthy within "
            + healthyWithin.toSeconds()
            + " s: GET "
            + url
            + "/health was not answered 200"
            + process.map(PipelineProcess::lastWords).orElse(""));
  }

  private Optional<String> understood(HealthAnswer answer) {
    return switch (answer) {
      case HealthAnswer.Puzzling puzzling ->
          Optional.of("the answer to GET " + url + "/health " + puzzling.fault());
      case HealthAnswer.Understood well -> {
        process.ifPresent(PipelineProcess::rememberChildren);
        run.record(new Happening.PipelineReady("GET /health answered 200"));
        yield without.isPresent() ? changed(well.without()) : first(well.without());
      }
    };
  }

  private Optional<String> first(List<PipelinePart> parts) {
    without = Optional.of(parts);
    if (!parts.isEmpty()) {
      run.record(new Happening.PipelineLacks(parts));
    }
    return Optional.empty();
  }

  /** What is played was settled at the first start. */
  private Optional<String> changed(List<PipelinePart> parts) {
    return without.get().equals(parts)
        ? Optional.empty()
        : Optional.of(
            "the pipeline changed what it can't do: at first it answered /health without "
                + words(without.get())
                + ", after a restart without "
                + words(parts));
  }

  private static String words(List<PipelinePart> parts) {
    return parts.isEmpty()
        ? "nothing"
        : parts.stream().map(PipelinePart::word).collect(Collectors.joining(", "));
  }

  /** The parts it said it doesn't know; none before it was healthy. */
  List<PipelinePart> without() {
    return without.orElse(List.of());
  }

  /** Whether it is there, or is being brought back; true for one that isn't our child. */
  boolean isThere() {
    return restarting || process.map(PipelineProcess::isAlive).orElse(true);
  }

  @Override
  public synchronized void crash() {
    restarting = true;
    crashes++;
    process.ifPresent(PipelineProcess::kill);
  }

  /** Brings it back on a thread of its own: people don't wait for it. */
  @Override
  public void restart() {
    int after = crashes;
    Thread.ofVirtual().name("pipeline-restart").start(() -> bringBack(after));
  }

  /** Also ends, without a word, when it is killed again while it starts. */
  private void bringBack(int after) {
    try {
      Optional<String> why = restart(after);
      if (after == crashes) {
        why.ifPresent(what -> run.trouble(Optional.empty(), what));
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    } finally {
      if (after == crashes) {
        restarting = false;
      }
    }
  }

  private Optional<String> restart(int after) throws InterruptedException {
    synchronized (this) {
      Optional<String> notStarted = after == crashes ? startProcess() : Optional.empty();
      if (notStarted.isPresent()) {
        return notStarted;
      }
    }
    return awaitHealth(() -> after != crashes);
  }

  @Override
  public void close() {
    process.ifPresent(PipelineProcess::close);
  }
}
