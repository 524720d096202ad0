package gameday.virtual;

import gameday.pipeline.Conduct;
import gameday.pipeline.Effect;
import gameday.pipeline.delivery.Attempt;
import gameday.pipeline.delivery.Pace;
import gameday.simulation.VirtualTime;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;

/** The way to one product: how many lanes at once, and when nobody is let through. */
final class CourierDoor {
  private final VirtualTime time;
  private final Conduct conduct;
  private final Product product;
  private final Optional<String> lane;
  private final int atOnce;
  private final Pace pace;
  private final VirtualGate writes;
  private final VirtualGate reads;
  private final Queue<Runnable> ready = new ArrayDeque<>();
  private int working;

  /** A product that effects go to. */
  interface Product {
    /** Sends; tells what came of it. */
    void send(Effect effect, Consumer<Outcome<String>> then);

    /** Looks whether it stands; tells its id if so. */
    void find(Effect effect, Consumer<Outcome<Optional<String>>> then);
  }

  /** How the courier passes a door. */
  record Manners(Optional<String> lane, int atOnce, Pace pace) {}

  /**
   * @param reads shared with whoever else reads there
   */
  CourierDoor(
      VirtualTime time, Conduct conduct, Product product, Manners manners, VirtualGate reads) {
    this.time = time;
    this.conduct = conduct;
    this.product = product;
    this.lane = manners.lane();
    this.atOnce = manners.atOnce();
    this.pace = manners.pace();
    this.reads = reads;
    this.writes = isShared() ? new VirtualGate(time) : reads;
  }

  /**
   * How a try ended.
   *
   * @param looked whether it was seen just before that it doesn't stand
   * @param heeded whether the door stays shut for as long as was asked
   */
  record Tried(Attempt attempt, boolean looked, boolean heeded) {}

  /** Whether all effects share one lane, so that one that never gets through would block it. */
  boolean isShared() {
    return lane.isPresent();
  }

  String laneOf(Effect effect) {
    return lane.isPresent() ? lane.get() : effect.lane();
  }

  Pace pace() {
    return pace;
  }

  /** A lane gets a turn as soon as a worker is free. */
  void ready(Runnable turn) {
    if (working < atOnce) {
      working++;
      turn.run();
    } else {
      ready.add(turn);
    }
  }

  /** A turn is over. */
  void turned() {
    Runnable next = ready.poll();
    if (next == null) {
      working--;
    } else {
      time.after(0, next);
    }
  }

  /** Tries once; if {@code look}, only after having seen that it doesn't stand yet. */
  void attempt(Effect effect, boolean look, Consumer<Tried> then) {
    if (look && conduct.looksBeforeRepeating()) {
      unlessItStands(effect, then, () -> send(effect, true, then));
    } else {
      send(effect, false, then);
    }
  }

  /** Doesn't try it any more; if {@code look}, only after having seen that it doesn't stand. */
  void withdraw(Effect effect, boolean look, Consumer<Tried> then) {
    Tried given = new Tried(new Attempt.Refused("not wanted any more"), look, true);
    if (look) {
      unlessItStands(effect, then, () -> then.accept(given));
    } else {
      then.accept(given);
    }
  }

  private void unlessItStands(Effect effect, Consumer<Tried> then, Runnable otherwise) {
    reads.enter(
        () ->
            product.find(
                effect,
                found -> {
                  if (found.attempt() instanceof Attempt.NotNow notNow) {
                    then.accept(new Tried(notNow, false, close(reads, notNow)));
                  } else if (found.value().isEmpty()) {
                    Attempt failed = new Attempt.Failed("can't look whether it stands");
                    then.accept(new Tried(failed, false, true));
                  } else if (found.value().get().isPresent()) {
                    String id = found.value().get().get();
                    then.accept(new Tried(new Attempt.Accepted(id), true, true));
                  } else {
                    otherwise.run();
                  }
                }));
  }

  private void send(Effect effect, boolean looked, Consumer<Tried> then) {
    writes.enter(
        () ->
            product.send(
                effect,
                sent -> {
                  Attempt attempt = sent.attempt();
                  boolean heeded = true;
                  if (attempt instanceof Attempt.NotNow notNow && !conduct.heedsRetryAfter()) {
                    heeded = false;
                  } else {
                    writes.closeFor(pace.after(attempt).toNanos());
                  }
                  then.accept(new Tried(attempt, looked, heeded));
                }));
  }

  /** Nobody who waits to call goes on. */
  void shut() {
    writes.shut();
    reads.shut();
  }

  private boolean close(VirtualGate gate, Attempt.NotNow notNow) {
    if (conduct.heedsRetryAfter()) {
      gate.closeFor(notNow.after().toNanos());
    }
    return conduct.heedsRetryAfter();
  }
}
