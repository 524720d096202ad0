package gameday.mocks.faults;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;

/**
 * What is wrong with each product right now. Targets are services' names, such as {@code slack}.
 *
 * <p>The n-th call of a target while something is wrong with it meets the same fate in every run
 * with the same seed, whatever happens to other targets. Safe for use by many threads.
 */
public final class Faults {
  private static final int SERVICE_UNAVAILABLE = 503;

  private final long seed;
  private final Map<String, Trouble> troubles = new LinkedHashMap<>();

  /** Nothing is wrong yet; all chance comes from {@code seed}. */
  public Faults(long seed) {
    this.seed = seed;
  }

  /** From now on {@code fault} hits {@code target}. Faults of one target add up. */
  public synchronized void begin(String target, Fault fault) {
    troubleOf(target).faults.add(fault);
  }

  /**
   * {@code fault}, as it was begun, is over.
   *
   * @throws IllegalArgumentException if it was not begun
   */
  public void end(String target, Fault fault) {
    CompletableFuture<Void> back;
    synchronized (this) {
      var trouble = troubleOf(target);
      if (!trouble.faults.remove(fault)) {
        throw new IllegalArgumentException(target + " has no such fault now: " + fault);
      }
      if (trouble.isOut()) {
        return;
      }
      back = trouble.back;
      trouble.back = new CompletableFuture<>();
    }
    // Outside the lock: what waited for this runs here.
    back.complete(null);
  }

  /** Whether nothing at all is wrong with {@code target}. */
  public synchronized boolean isQuiet(String target) {
    return troubleOf(target).faults.isEmpty();
  }

  /** Whether {@code target} has an outage. */
  public synchronized boolean isOut(String target) {
    return troubleOf(target).isOut();
  }

  /** Done when {@code target} has no outage: at once, or when the outage ends. */
  public synchronized CompletableFuture<Void> back(String target) {
    var trouble = troubleOf(target);
    return trouble.isOut() ? trouble.back.copy() : CompletableFuture.completedFuture(null);
  }

  /** Draws what happens to the next call of {@code target}. */
  public Mishap onCall(String target) {
    List<Fault> now;
    SplittableRandom chance;
    synchronized (this) {
      var trouble = troubleOf(target);
      if (trouble.faults.isEmpty()) {
        return Mishap.NONE;
      }
      now = List.copyOf(trouble.faults);
      chance =
          new SplittableRandom(mixed(mixed(seed) ^ mixed(target.hashCode()) + trouble.calls++));
    }
    return drawn(now, chance);
  }

  private static Mishap drawn(List<Fault> faults, SplittableRandom chance) {
    var refusal = Optional.<Mishap.Refusal>empty();
    var delayNanos = 0L;
    var lost = false;
    for (var fault : faults) {
      // Each fault has a stream of its own, so that none shifts another one's draws.
      var own = chance.split();
      switch (fault) {
        case Fault.Outage outage ->
            refusal = Optional.of(new Mishap.Refusal(SERVICE_UNAVAILABLE, "outage"));
        case Fault.Errors errors -> {
          if (refusal.isEmpty() && own.nextDouble() < errors.share()) {
            refusal = Optional.of(new Mishap.Refusal(errors.status(), "errors"));
          }
        }
        case Fault.Slow slow -> delayNanos += slow.by().nanos(own);
        case Fault.LostAnswers answers -> lost |= own.nextDouble() < answers.share();
      }
    }
    return new Mishap(refusal, delayNanos, lost);
  }

  private Trouble troubleOf(String target) {
    return troubles.computeIfAbsent(target, name -> new Trouble());
  }

  /** The finalizer of SplitMix64, which makes near seeds far. */
  private static long mixed(long value) {
    var z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** One target's faults, and how many calls were drawn for. */
  private static final class Trouble {
    private final List<Fault> faults = new ArrayList<>();
    private CompletableFuture<Void> back = new CompletableFuture<>();
    private long calls;

    boolean isOut() {
      return faults.stream().anyMatch(Fault.Outage.class::isInstance);
    }
  }
}
