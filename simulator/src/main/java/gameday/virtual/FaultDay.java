package gameday.virtual;

import gameday.history.Happening;
import gameday.mocks.faults.Fault;
import gameday.mocks.faults.Faults;
import gameday.rehearsal.PlannedFaults;
import gameday.scenario.FaultPlan;
import gameday.scenario.FaultPlan.Kind;
import java.util.List;
import java.util.Optional;

/** Plays the scenario's faults at their times. */
final class FaultDay {
  private final Stage stage;
  private final Shell shell;
  private final Intruder intruder;

  FaultDay(Stage stage, Shell shell, Intruder intruder) {
    this.stage = stage;
    this.shell = shell;
    this.intruder = intruder;
  }

  /** A fault of the plan; {@code fault} is empty for the one that hits the pipeline's process. */
  private record Played(String name, String on, String kind, Optional<Fault> fault) {}

  void plan(List<FaultPlan> plans) {
    int number = 0;
    for (FaultPlan plan : plans) {
      Optional<Fault> fault =
          plan.kind() instanceof Kind.Crash
              ? Optional.empty()
              : Optional.of(PlannedFaults.of(plan.kind()));
      Played played =
          new Played("scenario-" + number++, plan.on().word(), plan.kind().word(), fault);
      stage.time.at(plan.from().toNanos(), () -> begin(played));
      stage.time.at(plan.until().toNanos(), () -> end(played));
    }
  }

  private void begin(Played played) {
    stage.chronicle.record(new Happening.FaultBegan(played.on(), played.kind()));
    Faults faults = stage.faults;
    played
        .fault()
        .ifPresentOrElse(
            known -> {
              faults.begin(played.name(), played.on(), known);
              if (known instanceof Fault.Intruder goes) {
                intruder.comes(played.name(), goes.perMinute());
              }
            },
            shell::crash);
  }

  private void end(Played played) {
    played
        .fault()
        .ifPresentOrElse(
            known -> {
              stage.faults.end(played.name());
              intruder.goes(played.name());
            },
            shell::restart);
    stage.chronicle.record(new Happening.FaultEnded(played.on(), played.kind()));
    if (!stage.faults.isOut(played.on())) {
      stage.deliveries.back(played.on());
    }
  }
}
