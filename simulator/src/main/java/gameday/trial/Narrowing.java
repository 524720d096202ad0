package gameday.trial;

import gameday.scenario.FaultPlan;
import gameday.scenario.FaultPlan.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Makes one fault after the other simpler: always instead of sometimes, and shorter. */
final class Narrowing {
  private static final Duration LEAST = Duration.ofSeconds(1);

  private final Tries tries;

  Narrowing(Tries tries) {
    this.tries = tries;
  }

  /** {@code failing}, which still fails, with simpler faults; itself if none can be. */
  Trial narrow(Trial failing) {
    Trial now = failing;
    for (int i = 0; i < now.faults().size(); i++) {
      now = surer(now, i);
      now = laterBeginning(now, i);
      now = earlierEnd(now, i);
    }
    return now;
  }

  private Trial surer(Trial now, int index) {
    return sure(now.faults().get(index).kind())
        .map(kind -> with(now, index, of(now.faults().get(index), kind)))
        .filter(tries::fails)
        .orElse(now);
  }

  private static FaultPlan of(FaultPlan plan, Kind kind) {
    return new FaultPlan(plan.on(), kind, plan.from(), plan.until());
  }

  /** Halves what is left to try, down to a second. */
  private Trial laterBeginning(Trial failing, int index) {
    Trial now = failing;
    Duration step = length(now, index).dividedBy(2);
    while (step.compareTo(LEAST) >= 0 && length(now, index).compareTo(LEAST) > 0) {
      FaultPlan plan = now.faults().get(index);
      Duration from = whole(plan.from().plus(step));
      Trial candidate = with(now, index, new FaultPlan(plan.on(), plan.kind(), from, plan.until()));
      boolean isShorter = from.compareTo(plan.from()) > 0 && from.compareTo(plan.until()) < 0;
      if (isShorter && tries.fails(candidate)) {
        now = candidate;
      }
      step = step.dividedBy(2);
    }
    return now;
  }

  private Trial earlierEnd(Trial failing, int index) {
    Trial now = failing;
    Duration step = length(now, index).dividedBy(2);
    while (step.compareTo(LEAST) >= 0 && length(now, index).compareTo(LEAST) > 0) {
      FaultPlan plan = now.faults().get(index);
      Duration until = whole(plan.until().minus(step)).plus(LEAST);
      Trial candidate = with(now, index, new FaultPlan(plan.on(), plan.kind(), plan.from(), until));
      boolean isShorter = until.compareTo(plan.until()) < 0 && until.compareTo(plan.from()) > 0;
      if (isShorter && tries.fails(candidate)) {
        now = candidate;
      }
      step = step.dividedBy(2);
    }
    return now;
  }

  private static Duration length(Trial trial, int index) {
    FaultPlan plan = trial.faults().get(index);
    return plan.until().minus(plan.from());
  }

  private static Duration whole(Duration time) {
    return Duration.ofSeconds(time.toSeconds());
  }

  private static Trial with(Trial trial, int index, FaultPlan plan) {
    List<FaultPlan> plans = new ArrayList<>(trial.faults());
    plans.set(index, plan);
    return trial.with(Parts.of(trial.scenario()).with(plans));
  }

  /** The kind, hitting all that it may hit; empty if it does already or has no share. */
  private static Optional<Kind> sure(Kind kind) {
    Kind sure =
        switch (kind) {
          case Kind.Errors it -> new Kind.Errors(1, it.status());
          case Kind.ErrorWords it -> new Kind.ErrorWords(1, it.said(), Math.rint(it.accepted()));
          case Kind.RateLimits it -> new Kind.RateLimits(1, OptionalInt.of(1));
          case Kind.TimeOuts it -> new Kind.TimeOuts(1, Math.rint(it.accepted()));
          case Kind.LostCalls it -> new Kind.LostCalls(1);
          case Kind.LostAnswers it -> new Kind.LostAnswers(1);
          case Kind.CutAnswers it -> new Kind.CutAnswers(1, Math.rint(it.closed()));
          case Kind.ErrorPages it -> new Kind.ErrorPages(1, it.status(), Math.rint(it.accepted()));
          case Kind.DuplicatedWebhooks it -> new Kind.DuplicatedWebhooks(1);
          case Kind.RepeatedWebhooks it -> new Kind.RepeatedWebhooks(1, 2);
          case Kind.ReorderedWebhooks it -> new Kind.ReorderedWebhooks(1);
          case Kind.DelayedWebhooks it -> new Kind.DelayedWebhooks(1, it.by());
          case Kind.LostWebhooks it -> new Kind.LostWebhooks(1);
          case Kind.Outage it -> it;
          case Kind.Slow it -> it;
          case Kind.RevokedToken it -> it;
          case Kind.StaleClock it -> it;
          case Kind.Crash it -> it;
          case Kind.Intruder it -> it;
        };
    return sure.equals(kind) ? Optional.empty() : Optional.of(sure);
  }
}
