package gameday.pipeline.delivery;

import gameday.pipeline.record.Outgoing;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The courier for as long as this instance may deliver, and another one if it may again. What it is
 * given in between stays in the outbox.
 */
public final class Deliveries {
  private final Supplier<Courier> couriers;
  private Optional<Courier> courier = Optional.empty();

  /**
   * None is under way until {@link #begin}.
   *
   * @param couriers makes one that knows nothing of those before it
   */
  public Deliveries(Supplier<Courier> couriers) {
    this.couriers = couriers;
  }

  /** This instance may deliver; changes nothing if it did already. */
  public synchronized void begin() {
    if (courier.isEmpty()) {
      courier = Optional.of(couriers.get());
    }
  }

  /** Hands it to the courier, if there is one; returns at once. */
  public synchronized void deliver(Outgoing outgoing) {
    courier.ifPresent(working -> working.deliver(outgoing));
  }

  /** This instance may not deliver; returns once nothing is under way. */
  public void end() {
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
