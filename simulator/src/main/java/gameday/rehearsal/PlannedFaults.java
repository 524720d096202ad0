package gameday.rehearsal;

import gameday.mocks.faults.Delay;
import gameday.mocks.faults.Fault;
import gameday.scenario.FaultPlan.Kind;
import gameday.scenario.Spread;

/** What a scenario's faults are to the mocks. */
public final class PlannedFaults {
  private PlannedFaults() {}

  /**
   * The mocks' fault of the same word and settings.
   *
   * @throws IllegalArgumentException if it is none of theirs, as a crash of the pipeline
   */
  public static Fault of(Kind kind) {
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
