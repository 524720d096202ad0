package gameday.live;

import gameday.history.Happening;
import gameday.mocks.faults.Delay;
import gameday.mocks.faults.Fault;
import gameday.mocks.faults.Faults;
import gameday.scenario.FaultPlan;
import gameday.scenario.FaultPlan.Kind;
import gameday.scenario.Spread;
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
    return plan.kind() instanceof Kind.Crash ? Optional.empty() : Optional.of(fault(plan.kind()));
  }

  /** The mocks' fault of the same word and settings. */
  static Fault fault(Kind kind) {
    return switch (kind) {
      case Kind.Outage it -> new Fault.Outage();
      case Kind.Errors it -> new Fault.Errors(it.share(), it.status());
      case Kind.ErrorWords it -> new Fault.ErrorWords(it.share(), it.said(), it.accepted());
      case Kind.RateLimits it -> new Fault.RateLimits(it.share(), it.retryAfterSeconds());
      case Kind.Slow it -> new Fault.Slow(delay(it.by()));
      case Kind.TimeOuts it -> new Fault.TimeOuts(it.share(), it.accepted());
      case Kind.LostCalls it -> new Fault.LostCalls(it.share());
      case Kind.LostAnswers it -> new Fault.LostAnswers(it.share());
      case Kind.CutAnswers it -> new Fault.CutAnswers(it.share(), it.closed());
      case Kind.ErrorPages it -> new Fault.ErrorPages(it.share(), it.status(), it.accepted());
      case Kind.RevokedToken it -> new Fault.RevokedToken();
      case Kind.StaleClock it -> new Fault.StaleClock(it.off());
      case Kind.DuplicatedWebhooks it -> new Fault.DuplicatedWebhooks(it.share());
      case Kind.RepeatedWebhooks it -> new Fault.RepeatedWebhooks(it.share(), it.times());
      case Kind.ReorderedWebhooks it -> new Fault.ReorderedWebhooks(it.share());
      case Kind.DelayedWebhooks it -> new Fault.DelayedWebhooks(it.share(), delay(it.by()));
      case Kind.LostWebhooks it -> new Fault.LostWebhooks(it.share());
      case Kind.Intruder it -> new Fault.Intruder(it.perMinute());
      case Kind.Crash it -> throw new IllegalArgumentException("no fault of the mocks: " + it);
    };
  }

  private static Delay delay(Spread spread) {
    return switch (spread) {
      case Spread.Fixed it -> new Delay.Fixed(it.mean());
      case Spread.Exponential it -> new Delay.Exponential(it.mean());
      case Spread.Uniform it -> new Delay.Uniform(it.least(), it.most());
      case Spread.Lognormal it -> new Delay.Lognormal(it.mean(), it.variation());
      case Spread.Gamma it -> new Delay.Gamma(it.mean(), it.shape());
    };
  }
}
