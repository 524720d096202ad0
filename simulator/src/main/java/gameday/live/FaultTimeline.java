package gameday.live;

import gameday.history.Happening;
import gameday.mocks.faults.Fault;
import gameday.mocks.faults.Faults;
import gameday.rehearsal.PlannedFaults;
import gameday.scenario.FaultPlan;
import gameday.scenario.FaultPlan.Kind;
import java.util.List;
import java.util.Optional;

/** Plays the scenario's faults at their times. */
final class FaultTimeline {
  /** Kills the pipeline, and brings it back. */
  interface Crashes {
    void crash();

    void restart();
  }

  private final Rehearsed run;
  private final Faults faults;
  private final Crashes crashes;

  FaultTimeline(Rehearsed run, Faults faults, Crashes crashes) {
    this.run = run;
    this.faults = faults;
    this.crashes = crashes;
  }

  void plan(List<FaultPlan> plans, LiveAgenda agenda) {
    int number = 0;
    for (FaultPlan plan : plans) {
      Played played =
          new Played("scenario-" + number++, plan.on().word(), plan.kind().word(), fault(plan));
      agenda.at(plan.from(), () -> begin(played));
      agenda.at(plan.until(), () -> end(played));
    }
  }

  private record Played(String name, String on, String kind, Optional<Fault> fault) {}

  private void begin(Played played) {
    run.record(new Happening.FaultBegan(played.on(), played.kind()));
    played
        .fault()
        .ifPresentOrElse(known -> faults.begin(played.name(), played.on(), known), crashes::crash);
  }

  private void end(Played played) {
    played.fault().ifPresentOrElse(known -> faults.end(played.name()), crashes::restart);
    run.record(new Happening.FaultEnded(played.on(), played.kind()));
  }

  /** A fault of the mocks; empty for the one that hits the pipeline's process. */
  private static Optional<Fault> fault(FaultPlan plan) {
    return plan.kind() instanceof Kind.Crash
        ? Optional.empty()
        : Optional.of(PlannedFaults.of(plan.kind()));
  }
}
