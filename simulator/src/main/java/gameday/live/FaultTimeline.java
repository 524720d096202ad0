package gameday.live;

import gameday.history.Happening;
import gameday.mocks.faults.Fault;
import gameday.mocks.faults.Faults;
import gameday.scenario.FaultPlan;
import gameday.scenario.FaultPlan.Kind;
import gameday.scenario.Spread;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

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
    for (FaultPlan plan : plans) {
      String on = plan.on().word();
      Optional<Fault> fault = fault(plan.kind());
      agenda.at(plan.from(), () -> begin(on, word(plan.kind()), fault));
      agenda.at(plan.until(), () -> end(on, word(plan.kind()), fault));
    }
  }

  private void begin(String on, String kind, Optional<Fault> fault) {
    run.record(new Happening.FaultBegan(on, kind));
    fault.ifPresentOrElse(known -> faults.begin(on, known), crashes::crash);
  }

  private void end(String on, String kind, Optional<Fault> fault) {
    fault.ifPresentOrElse(known -> faults.end(on, known), crashes::restart);
    run.record(new Happening.FaultEnded(on, kind));
  }

  /** A fault of the mocks; empty for the one that hits the pipeline's process. */
  private static Optional<Fault> fault(Kind kind) {
    return switch (kind) {
      case Kind.Outage outage -> Optional.of(new Fault.Outage());
      case Kind.Errors errors -> Optional.of(new Fault.Errors(errors.share(), errors.status()));
      case Kind.Slow slow -> Optional.of(new Fault.Slow(chance -> nanos(slow.by(), chance)));
      case Kind.LostAnswers lost -> Optional.of(new Fault.LostAnswers(lost.share()));
      case Kind.Crash crash -> Optional.empty();
    };
  }

  private static String word(Kind kind) {
    return switch (kind) {
      case Kind.Outage outage -> "outage";
      case Kind.Errors errors -> "errors";
      case Kind.Slow slow -> "slow";
      case Kind.LostAnswers lost -> "lost-answers";
      case Kind.Crash crash -> "crash";
    };
  }

  static long nanos(Spread spread, RandomGenerator chance) {
    double mean = spread.mean().toNanos();
    double nanos =
        switch (spread) {
          case Spread.Fixed fixed -> mean;
          case Spread.Exponential exponential -> mean * chance.nextExponential();
          case Spread.Uniform uniform -> {
            double width = uniform.most().minus(uniform.least()).toNanos();
            yield uniform.least().toNanos() + width * chance.nextDouble();
          }
          case Spread.Lognormal lognormal -> {
            double variance = Math.log1p(lognormal.variation() * lognormal.variation());
            yield mean * Math.exp(Math.sqrt(variance) * chance.nextGaussian() - variance / 2);
          }
          case Spread.Gamma gamma -> mean / gamma.shape() * gamma(gamma.shape(), chance);
        };
    return Math.round(nanos);
  }

  /** Marsaglia and Tsang, "A simple method for generating gamma variables", 2000. */
  private static double gamma(double shape, RandomGenerator chance) {
    if (shape < 1) {
      return gamma(shape + 1, chance) * Math.pow(chance.nextDouble(), 1 / shape);
    }
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = chance.nextGaussian();
      double v = Math.pow(1 + c * x, 3);
      if (v > 0 && Math.log(1 - chance.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
        return d * v;
      }
    }
  }
}
