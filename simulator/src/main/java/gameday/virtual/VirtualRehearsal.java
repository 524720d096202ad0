package gameday.virtual;

import gameday.history.Happening;
import gameday.history.Happening.RunEnded;
import gameday.history.History;
import gameday.pipeline.Conduct;
import gameday.pipeline.Playbook;
import gameday.pipeline.delivery.Backoff;
import gameday.scenario.Scenario;
import gameday.script.Script;
import gameday.script.ScriptedQuestion;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Plays a script in virtual time: the reference pipeline's core in a shell that can be killed, the
 * simulated people, and the products, with the scenario's faults. One run at a time on one thread;
 * the same arguments give the same history.
 */
public final class VirtualRehearsal {
  /** How long after the last intended moment questions may stay open. */
  static final Duration ALLOWANCE = Duration.ofMinutes(45);

  private static final long LOOK_NANOS = 1_000_000_000;
  private static final long BACKOFF_STREAM = 0x6261636b6f6666L;

  private final Stage stage;
  private final Shell shell;
  private final FaultDay faultDay;
  private final long boundNanos;
  private Optional<RunEnded> end = Optional.empty();
  private boolean wasDone;

  private VirtualRehearsal(Scenario scenario, Script script, Conduct conduct, KillsOf killsOf) {
    stage = new Stage(scenario, script);
    SplittableRandom chance = new SplittableRandom(script.seed() ^ BACKOFF_STREAM);
    Backoff backoff = new Backoff(1, chance::nextDouble);
    PipelineWork work = new PipelineWork(stage, conduct, backoff, () -> kills().stepped());
    Playbook playbook = Playbook.of(stage.cast.eventFile());
    shell = new Shell(stage.time, stage.chronicle, conduct, playbook, work);
    kills = killsOf.of(stage, shell);
    faultDay = new FaultDay(stage, shell, new Intruder(stage, shell));
    boundNanos =
        script.questions().stream()
            .map(ScriptedQuestion::at)
            .max(Duration::compareTo)
            .orElse(Duration.ZERO)
            .plus(ALLOWANCE)
            .toNanos();
  }

  private final Kills kills;

  private Kills kills() {
    return kills;
  }

  /** Makes the kills of one run. */
  interface KillsOf {
    Kills of(Stage stage, Shell shell);
  }

  /**
   * Plays a script and returns what happened: ends when nothing is open and nothing is under way,
   * or 45 minutes after the last question was meant to be asked.
   *
   * @param conduct how the pipeline behaves; if it remembers anything, it must be fresh
   */
  public static History play(Scenario scenario, Script script, Conduct conduct) {
    return play(scenario, script, conduct, (stage, shell) -> Kills.NONE);
  }

  /** The same, with more kills than the scenario's. */
  static History play(Scenario scenario, Script script, Conduct conduct, KillsOf kills) {
    return new VirtualRehearsal(scenario, script, conduct, kills).play();
  }

  private History play() {
    stage.chronicle.record(
        new Happening.RunStarted(stage.script.scenario(), stage.script.seed(), 1, "virtual"));
    shell.start();
    stage.deliveries.connect(shell);
    faultDay.plan(stage.scenario.faults());
    stage.begin();
    stage.time.after(LOOK_NANOS, this::look);
    while (end.isEmpty() && stage.time.step()) {
      // Each step may lead to others.
    }
    stage.chronicle.record(end.orElseThrow());
    return stage.chronicle.history();
  }

  /** Whether this is the end; what the pipeline still does after a last webhook is seen, too. */
  private void look() {
    boolean done =
        stage.haveAllLeft()
            && stage.deliveries.pending() == 0
            && shell.isQuiet()
            && stage.staff.openWork().isNone();
    if (done && wasDone) {
      end = Optional.of(new RunEnded(RunEnded.Reason.DRAINED, "every question came to its end"));
    } else if (stage.time.nowNanos() >= boundNanos) {
      end =
          Optional.of(
              new RunEnded(
                  RunEnded.Reason.STILL_OPEN,
                  "the time for draining is over: "
                      + stage.deliveries.pending()
                      + " deliveries pending"));
    } else {
      stage.time.after(LOOK_NANOS, this::look);
    }
    wasDone = done;
  }
}
