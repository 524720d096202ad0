package gameday.pipeline.server;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * The courier for as long as this instance may deliver, and another one if it may again. What it is
 * given in between stays in the outbox.
 */
final class Deliveries {
  private final Supplier<Courier> couriers;
  private Optional<Courier> courier = Optional.empty();

  Deliveries(Supplier<Courier> couriers) {
    this.couriers = couriers;
  }

  synchronized void begin() {
    if (courier.isEmpty()) {
      courier = Optional.of(couriers.get());
    }
  }

  synchronized void deliver(Outgoing outgoing) {
    courier.ifPresent(working -> working.deliver(outgoing));
  }

  /** Returns once nothing is under way. */
  void end() {
    Optional<Courier> last;
    synchronized (this) {
      last = courier;
      courier = Optional.empty();
    }
    try {
      if (last.isPresent()) {
        last.get().stop();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
