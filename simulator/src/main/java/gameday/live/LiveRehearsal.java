package gameday.live;

import gameday.history.Happening;
import gameday.history.Happening.RunEnded;
import gameday.mocks.slack.app.SlackEvents;
import gameday.people.OpenWork;
import gameday.process.PipelinePart;
import gameday.script.Script;
import gameday.script.ScriptedQuestion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Plays a script against a real pipeline: Gatling's visitors in front, the mocks around it, and the
 * simulated people behind. One run at a time in a JVM.
 */
public final class LiveRehearsal {
  private static final long LOOK_MILLIS = 100;
  private static final int LOOKS_A_PROGRESS = 10;
  private static final long GATLING_ENDS_SECONDS = 20;

  private final LiveSettings settings;
  private final LiveClock clock;
  private final AtomicReference<OpenWork> openWork =
      new AtomicReference<>(new OpenWork(0, 0, 0, 0, 0, 0));
  private volatile Script played;
  private volatile boolean interrupted;

  /** Prepares a run; {@link #run} plays it, once. */
  public LiveRehearsal(LiveSettings settings) {
    this.settings = settings;
    this.played = settings.script();
    this.clock = new LiveClock(settings.speed());
  }

  /** Plays what {@code settings} say; see {@link #run()}. */
  public static LiveOutcome run(LiveSettings settings) throws IOException {
    return new LiveRehearsal(settings).run();
  }

  /** Ends the run soon, with a readable history; from any thread. */
  public void interrupt() {
    interrupted = true;
  }

  /**
   * Plays the script and returns when it has drained, or can't, or was interrupted.
   *
   * @throws IOException if the run's folder can't be written
   * @throws UncheckedIOException likewise, or if the port is taken
   */
  public LiveOutcome run() throws IOException {
    Path file = settings.folder().resolve("history.jsonl");
    try (Recorder recorder = new Recorder(file, clock);
        LiveAgenda agenda = new LiveAgenda(clock, failure -> broke(recorder, failure))) {
      recorder.record(
          new Happening.RunStarted(
              settings.script().scenario(), settings.script().seed(), settings.speed(), "wall"));
      Drain.End end;
      try {
        end = play(recorder, agenda);
      } catch (InterruptedException stop) {
        end = new Drain.End(RunEnded.Reason.INTERRUPTED, "interrupted");
        Thread.currentThread().interrupt();
      }
      recorder.end(new RunEnded(end.reason(), end.detail()));
      return new LiveOutcome(end.reason(), end.detail(), file);
    }
  }

  private static void broke(Recorder recorder, RuntimeException failure) {
    recorder.record(
        new Happening.HarnessTrouble(Optional.empty(), "a person's action broke: " + failure));
  }

  private Drain.End play(Recorder recorder, LiveAgenda agenda)
      throws IOException, InterruptedException {
    Rehearsed run = new Rehearsed(settings, recorder, agenda);
    try (Stage stage =
        new Stage(settings.scenario(), settings.script(), settings.mocks(), new Ears(run).all())) {
      run.cast(stage);
      try (PipelineUnderTest pipeline = PipelineUnderTest.of(settings, stage, run);
          WarmUp warmUp = WarmUp.begin(settings.folder(), settings.warmUp())) {
        Optional<String> notThere = pipeline.start(() -> interrupted);
        if (interrupted) {
          return interruption();
        }
        if (notThere.isPresent()) {
          return new Drain.End(RunEnded.Reason.ABORTED, notThere.get());
        }
        played = settings.script().without(pipeline.without());
        announceWhatIsLeftOut();
        if (played.questions().isEmpty()) {
          return new Drain.End(RunEnded.Reason.DRAINED, "no question was left to play");
        }
        run.invite(played, clock);
        stage.connect(pipeline.url());
        verify(stage, pipeline, recorder);
        warmUp.await();
        new FaultTimeline(run, stage.faults, pipeline).plan(settings.scenario().faults(), agenda);
        return perform(run, stage, pipeline, agenda, recorder);
      }
    }
  }

  private void announceWhatIsLeftOut() {
    int all = settings.script().questions().size();
    int left = all - played.questions().size();
    if (left > 0) {
      settings
          .news()
          .leavesOut(
              "%s: %d of %d questions are not played"
                  .formatted(PipelinePart.MOD_CHAT.unknown(), left, all));
    }
  }

  /** Slack's challenge; a pipeline that doesn't meet it is at fault itself, not the harness. */
  private static void verify(Stage stage, PipelineUnderTest pipeline, Recorder recorder) {
    SlackEvents.Verification answer = stage.verify(pipeline.url());
    if (!answer.holds()) {
      String challenge = "url_verification";
      recorder.record(
          new Happening.WebhookDelivered("slack", challenge, 0, answer.status(), 0, challenge));
    }
  }

  private Drain.End perform(
      Rehearsed run, Stage stage, PipelineUnderTest pipeline, LiveAgenda agenda, Recorder recorder)
      throws InterruptedException {
    CompletableFuture<Boolean> gatling = new CompletableFuture<>();
    Thread.ofPlatform().daemon().name("visitors").start(() -> playVisitors(run, gatling));
    Drain drain = new Drain(lastIntended(), settings.allowance());
    Optional<Drain.End> end = Optional.empty();
    boolean started = false;
    for (long looks = 0; end.isEmpty(); looks++) {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      Optional<String> broken = broken(gatling, run.plan());
      if (broken.isPresent()) {
        end = broken.map(why -> new Drain.End(RunEnded.Reason.ABORTED, why));
      } else if (interrupted) {
        end = Optional.of(interruption());
      } else if (clock.hasBegun()) {
        if (!started) {
          agenda.start();
          started = true;
        }
        recorder.flush();
        end = drain.look(look(run, stage, pipeline, agenda), System.nanoTime());
        agenda.soon(() -> openWork.set(run.staff().openWork()));
        if (looks % LOOKS_A_PROGRESS == 0) {
          settings.progress().accept(progress(run, pipeline));
        }
      }
    }
    run.sendEverybodyHome();
    run.plan().stop();
    awaitGatling(gatling, run);
    run.over();
    stage.hangUp();
    return end.get();
  }

  private void playVisitors(Rehearsed run, CompletableFuture<Boolean> gatling) {
    try {
      gatling.complete(GatlingRun.play(run.plan(), settings.folder(), settings.gatlingReport()));
    } catch (RuntimeException | Error failure) {
      gatling.completeExceptionally(failure);
    }
  }

  /** Why Gatling no longer plays, though it should; empty if it is well. */
  static Optional<String> broken(CompletableFuture<Boolean> gatling, VisitorPlan plan) {
    if (!gatling.isDone()) {
      return Optional.empty();
    }
    if (gatling.isCompletedExceptionally()) {
      return Optional.of("Gatling failed: " + gatling.exceptionNow());
    }
    if (!gatling.resultNow()) {
      return Optional.of("Gatling ended with an error, see gatling.log");
    }
    return plan.end().isDone()
        ? Optional.empty()
        : Optional.of("Gatling ended before its visitors had left, see gatling.log");
  }

  private void awaitGatling(CompletableFuture<Boolean> gatling, Rehearsed run)
      throws InterruptedException {
    try {
      gatling.get(GATLING_ENDS_SECONDS + (settings.gatlingReport() ? 60 : 0), TimeUnit.SECONDS);
    } catch (ExecutionException failure) {
      run.trouble(Optional.empty(), "Gatling failed: " + failure.getCause());
    } catch (TimeoutException stuck) {
      run.trouble(Optional.empty(), "Gatling did not end in time");
    }
  }

  private static Drain.End interruption() {
    return new Drain.End(RunEnded.Reason.INTERRUPTED, "interrupted");
  }

  private Drain.Look look(
      Rehearsed run, Stage stage, PipelineUnderTest pipeline, LiveAgenda agenda) {
    // What waits on the agenda is not in the people's open work yet.
    boolean quiet = agenda.isQuiet();
    return new Drain.Look(
        clock.now(),
        quiet && run.plan().end().isDone(),
        openWork.get(),
        stage.pendingDeliveries(),
        pipeline.isThere(),
        run.tally.open());
  }

  private Progress progress(Rehearsed run, PipelineUnderTest pipeline) {
    OpenWork people = openWork.get();
    Duration left = lastIntended().minus(clock.now());
    return new Progress(
        clock.now(),
        lastIntended(),
        left.isNegative() ? Duration.ZERO : wall(left),
        played.questions().size(),
        run.tally.asked(),
        people.withChatbot(),
        people.waiting() + people.withAgents(),
        people.withCsm(),
        people.withTechSupport(),
        run.tally.escalated(),
        run.tally.answered(),
        run.tally.gaveUp(),
        Duration.ofNanos(
            Math.round(run.tally.longestWaitNanos(System.nanoTime()) * settings.speed())),
        pipeline.isThere());
  }

  private Duration wall(Duration eventTime) {
    return Duration.ofNanos(Math.round(eventTime.toNanos() / settings.speed()));
  }

  private Duration lastIntended() {
    return played.questions().stream()
        .map(ScriptedQuestion::at)
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }
}
