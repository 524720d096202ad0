package gameday.virtual;

import gameday.simulation.VirtualTime;

/** Lets nobody through while a product has asked to be left alone. */
final class VirtualGate {
  private final VirtualTime time;
  private long closedUntilNanos;
  private boolean shut;

  VirtualGate(VirtualTime time) {
    this.time = time;
  }

  /** Goes through as soon as it is open; at once if it is; never if it is shut before. */
  void enter(Runnable through) {
    if (shut) {
      return;
    }
    if (closedUntilNanos <= time.nowNanos()) {
      through.run();
    } else {
      time.at(closedUntilNanos, () -> enter(through));
    }
  }

  /** Lets nobody else in for so long; a longer wait that runs already stays. */
  void closeFor(long nanos) {
    closedUntilNanos = Math.max(closedUntilNanos, time.nowNanos() + nanos);
  }

  /** Nobody goes through any more: whoever waited is dead. */
  void shut() {
    shut = true;
  }
}
