package gameday.mocks.faults;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What is wrong right now. Targets are services' names, such as {@code slack}, or {@code pipeline},
 * which an intruder goes for.
 *
 * <p>The n-th call and the n-th webhook of a target while something is wrong with it meet the same
 * fate in every run with the same seed, whatever happens to other targets and whatever else is
 * wrong. Safe for use by many threads; asking costs nothing while nothing is wrong.
 */
public final class Faults {
  /** What an intruder goes for. */
  public static final String PIPELINE = "pipeline";

  /** At most so many faults are on at once, and so many targets are known. */
  public static final int MOST = 100;

  private final long seed;
  private final Map<String, Troubles> byTarget = new ConcurrentHashMap<>();
  private final Map<String, FaultyClock> clocks = new ConcurrentHashMap<>();
  private final Map<String, Begun> byName = new LinkedHashMap<>();
  private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
  private long begun;

  /** Nothing is wrong yet; all chance comes from {@code seed}. */
  public Faults(long seed) {
    this.seed = seed;
  }

  /** A fault that is on, and what it is called. */
  public record Begun(String name, String target, Fault fault) {}

  /** Is told of what begins and ends, after it is in force. */
  public interface Watcher {
    /** It has begun. */
    void began(Begun fault);

    /** It is over. */
    void ended(Begun fault);
  }

  /**
   * From now on {@code fault} hits {@code target}. Faults of one target add up.
   *
   * @return a name to end it by
   * @throws IllegalArgumentException if it can't hit that target
   * @throws IllegalStateException if there are too many already
   */
  public String begin(String target, Fault fault) {
    String name;
    synchronized (this) {
      do {
        name = target + "/" + fault.word() + "-" + ++begun;
      } while (byName.containsKey(name));
    }
    begin(name, target, fault);
    return name;
  }

  /**
   * The same under a name of the caller's.
   *
   * @throws IllegalArgumentException if a fault of that name is on, or if this one can't hit that
   *     target: an intruder goes for the pipeline, and nothing else of this does
   * @throws IllegalStateException if there are too many already
   */
  public void begin(String name, String target, Fault fault) {
    if (fault instanceof Fault.Intruder != target.equals(PIPELINE)) {
      throw new IllegalArgumentException(
          "an intruder, and nothing else of this, is begun on 'pipeline'; was "
              + fault.word()
              + " on '"
              + target
              + "'");
    }
    var one = new Begun(name, target, fault);
    synchronized (this) {
      if (byName.containsKey(name)) {
        throw new IllegalArgumentException("a fault called " + name + " is on already");
      }
      boolean known = byTarget.containsKey(target);
      if (byName.size() >= MOST || (!known && byTarget.size() >= MOST)) {
        throw new IllegalStateException(MOST + " faults are on already; end some first");
      }
      byName.put(name, one);
      byTarget.computeIfAbsent(target, unknown -> new Troubles(seed, target)).begin(fault);
    }
    watchers.forEach(watcher -> watcher.began(one));
  }

  /**
   * {@code fault}, as it was begun, is over.
   *
   * @throws IllegalArgumentException if it was not begun
   */
  public void end(String target, Fault fault) {
    end(nameOf(target, fault));
  }

  private synchronized String nameOf(String target, Fault fault) {
    return byName.values().stream()
        .filter(one -> one.target().equals(target) && one.fault().equals(fault))
        .findFirst()
        .map(Begun::name)
        .orElseThrow(
            () -> new IllegalArgumentException(target + " has no such fault now: " + fault));
  }

  /**
   * The fault of that name is over.
   *
   * @throws IllegalArgumentException if there is none
   */
  public void end(String name) {
    Begun one;
    CompletableFuture<Void> back;
    synchronized (this) {
      one = byName.remove(name);
      if (one == null) {
        throw new IllegalArgumentException("no fault called " + name + " is on");
      }
      back = byTarget.get(one.target()).end(one.fault());
    }
    // Outside the lock: what waited for this runs here.
    back.complete(null);
    watchers.forEach(watcher -> watcher.ended(one));
  }

  /** The faults that are on, in order of their beginning. */
  public synchronized List<Begun> now() {
    return List.copyOf(byName.values());
  }

  /** From now on {@code watcher} is told. */
  public void watch(Watcher watcher) {
    watchers.add(watcher);
  }

  /** Whether nothing is wrong with calls of {@code target}. */
  public boolean isQuiet(String target) {
    var troubles = byTarget.get(target);
    return troubles == null || troubles.isQuiet();
  }

  /** Whether {@code target} has an outage. */
  public boolean isOut(String target) {
    var troubles = byTarget.get(target);
    return troubles != null && troubles.isOut();
  }

  /** Done when {@code target} has no outage: at once, or when the outage ends. */
  public CompletableFuture<Void> back(String target) {
    var troubles = byTarget.get(target);
    return troubles == null ? CompletableFuture.completedFuture(null) : troubles.back();
  }

  /** Draws what happens to the next call of {@code target}. */
  public Mishap onCall(String target) {
    var troubles = byTarget.get(target);
    return troubles == null ? Mishap.NONE : troubles.onCall();
  }

  /** Draws what happens to the next webhook of {@code target}. */
  public Meddling onWebhook(String target) {
    var troubles = byTarget.get(target);
    return troubles == null ? Meddling.NONE : troubles.onWebhook();
  }

  /** The clock {@code target} dates and signs by: right, unless a fault says otherwise. */
  public FaultyClock clock(String target) {
    return clocks.computeIfAbsent(
        target, unknown -> new FaultyClock(Clock.systemUTC(), () -> off(target)));
  }

  private Duration off(String target) {
    var troubles = byTarget.get(target);
    return troubles == null ? Duration.ZERO : troubles.clockOff();
  }
}
