package gameday.mocks.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;

/**
 * What is wrong with one target. It changes under its lock; whoever only asks takes none, because
 * every call and every webhook asks.
 */
final class Troubles {
  /** The least and the most of an answer that is left when it is cut. */
  private static final double LEAST_PART = 0.1;

  private static final double MOST_PART = 0.9;

  private static final int TOO_MANY_REQUESTS = 429;

  private final long seed;
  private final String target;
  private final Map<String, Long> begun = new HashMap<>();
  private volatile List<Chances<Fault.OfCalls>> ofCalls = List.of();
  private volatile List<Chances<Fault.OfWebhooks>> ofWebhooks = List.of();
  private volatile Duration clockOff = Duration.ZERO;
  private volatile boolean out;
  private CompletableFuture<Void> back = new CompletableFuture<>();

  Troubles(long seed, String target) {
    this.seed = seed;
    this.target = target;
  }

  synchronized void begin(Fault fault) {
    var serial = begun.merge(fault.word(), 1L, Long::sum) - 1;
    switch (fault) {
      case Fault.OfCalls calls ->
          ofCalls = with(ofCalls, new Chances<>(seed, target, calls, serial));
      case Fault.OfWebhooks webhooks ->
          ofWebhooks = with(ofWebhooks, new Chances<>(seed, target, webhooks, serial));
      case Fault.StaleClock stale -> clockOff = clockOff.plus(stale.off());
      case Fault.Intruder intruder -> {}
    }
    out = isOutNow();
  }

  /** Ends one that was begun; what waited for the end of an outage must be told afterwards. */
  synchronized CompletableFuture<Void> end(Fault fault) {
    switch (fault) {
      case Fault.OfCalls calls -> ofCalls = without(ofCalls, calls);
      case Fault.OfWebhooks webhooks -> ofWebhooks = without(ofWebhooks, webhooks);
      case Fault.StaleClock stale -> clockOff = clockOff.minus(stale.off());
      case Fault.Intruder intruder -> {}
    }
    out = isOutNow();
    if (out) {
      return new CompletableFuture<>();
    }
    var over = back;
    back = new CompletableFuture<>();
    return over;
  }

  boolean isQuiet() {
    return ofCalls.isEmpty();
  }

  boolean isOut() {
    return out;
  }

  Duration clockOff() {
    return clockOff;
  }

  synchronized CompletableFuture<Void> back() {
    return out ? back.copy() : CompletableFuture.completedFuture(null);
  }

  /** Draws what happens to the next call. Every fault draws, whether or not another one hit. */
  Mishap onCall() {
    var now = ofCalls;
    if (now.isEmpty()) {
      return Mishap.NONE;
    }
    Fate fate = new Fate.Fine();
    var delayNanos = 0L;
    for (var each : now) {
      var chance = each.next();
      if (each.fault() instanceof Fault.Slow slow) {
        delayNanos += slow.by().nanos(chance);
        continue;
      }
      var drawn = drawn(each.fault(), each.word(), chance);
      // Where nobody is there, nothing else can happen; else the fault that began first counts.
      if (fate instanceof Fate.Fine || each.fault() instanceof Fault.Outage) {
        fate = drawn;
      }
    }
    return new Mishap(fate, delayNanos);
  }

  private static Fate drawn(Fault.OfCalls fault, String word, SplittableRandom chance) {
    if (!hits(fault.share(), chance)) {
      return new Fate.Fine();
    }
    return switch (fault) {
      case Fault.Outage outage -> new Fate.Troubled(new Trouble.Unavailable(), false, word);
      case Fault.RevokedToken revoked -> new Fate.Troubled(new Trouble.TokenRevoked(), false, word);
      case Fault.Errors it -> new Fate.Troubled(failed(it.status()), false, word);
      case Fault.ErrorWords it ->
          new Fate.Troubled(new Trouble.Said(it.said()), hits(it.accepted(), chance), word);
      case Fault.RateLimits it ->
          new Fate.Troubled(new Trouble.RateLimited(it.retryAfterSeconds()), false, word);
      case Fault.Slow slow -> new Fate.Fine();
      case Fault.TimeOuts it -> new Fate.Held(hits(it.accepted(), chance), word);
      case Fault.LostCalls it -> new Fate.Dropped(false, word);
      case Fault.LostAnswers it -> new Fate.Dropped(true, word);
      case Fault.CutAnswers it ->
          new Fate.Cut(chance.nextDouble(LEAST_PART, MOST_PART), hits(it.closed(), chance), word);
      case Fault.ErrorPages it -> new Fate.Paged(it.status(), hits(it.accepted(), chance), word);
    };
  }

  private static Trouble failed(int status) {
    return status == TOO_MANY_REQUESTS
        ? new Trouble.RateLimited(OptionalInt.of(1))
        : new Trouble.Failed(status);
  }

  /** Draws what happens to the next webhook. */
  Meddling onWebhook() {
    var now = ofWebhooks;
    if (now.isEmpty()) {
      return Meddling.NONE;
    }
    var lost = false;
    var reordered = false;
    var delayNanos = 0L;
    var duplicated = false;
    var repeats = 0;
    var ids = 0L;
    for (var each : now) {
      var chance = each.next();
      if (!hits(each.fault().share(), chance)) {
        continue;
      }
      switch (each.fault()) {
        case Fault.LostWebhooks it -> lost = true;
        case Fault.ReorderedWebhooks it -> reordered = true;
        case Fault.DelayedWebhooks it -> delayNanos += it.by().nanos(chance);
        case Fault.DuplicatedWebhooks it -> duplicated = true;
        case Fault.RepeatedWebhooks it -> {
          repeats = chance.nextInt(1, it.times());
          ids = chance.nextLong();
        }
      }
    }
    return new Meddling(lost, reordered, delayNanos, duplicated, repeats, ids);
  }

  private static boolean hits(double share, SplittableRandom chance) {
    return chance.nextDouble() < share;
  }

  private boolean isOutNow() {
    return ofCalls.stream().anyMatch(each -> each.fault() instanceof Fault.Outage);
  }

  private static <F extends Fault> List<Chances<F>> with(List<Chances<F>> before, Chances<F> more) {
    var now = new ArrayList<>(before);
    now.add(more);
    return List.copyOf(now);
  }

  private static <F extends Fault> List<Chances<F>> without(List<Chances<F>> before, F fault) {
    var now = new ArrayList<>(before);
    for (var each : before) {
      if (each.fault().equals(fault)) {
        now.remove(each);
        break;
      }
    }
    return List.copyOf(now);
  }
}
