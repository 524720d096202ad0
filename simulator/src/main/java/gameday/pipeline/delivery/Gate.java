package gameday.pipeline.delivery;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The door to one product: lets only so many calls through at once, and none while the product has
 * asked to be left alone.
 */
public final class Gate {
  private static final int PATIENCE = 20;

  private final Semaphore free;
  private final AtomicLong closedUntilNanos = new AtomicLong(System.nanoTime());

  /** Open, to {@code atOnce} calls beside each other. */
  public Gate(int atOnce) {
    this.free = new Semaphore(atOnce, true);
  }

  /** Something that can be read again at will. */
  public interface Reading<T> {
    /**
     * One call, which is not told of the gate.
     *
     * @throws RateLimited if the product asks to come later
     */
    T read() throws IOException, InterruptedException;
  }

  /**
   * Reads, again as often as the product asks to come later.
   *
   * @throws IOException as the reading does; {@link RateLimited} if it was told so too often
   */
  public <T> T read(Reading<T> reading) throws IOException, InterruptedException {
    for (int again = 0; ; again++) {
      enter();
      try {
        return reading.read();
      } catch (RateLimited e) {
        closeFor(e.after());
        if (again == PATIENCE) {
          throw e;
        }
      } finally {
        leave();
      }
    }
  }

  /** Waits for a place, and for the gate to open; {@link #leave} gives the place back. */
  public void enter() throws InterruptedException {
    free.acquire();
    try {
      long wait = closedUntilNanos.get() - System.nanoTime();
      while (wait > 0) {
        Thread.sleep(Duration.ofNanos(wait));
        wait = closedUntilNanos.get() - System.nanoTime();
      }
    } catch (InterruptedException e) {
      free.release();
      throw e;
    }
  }

  /** Whoever has entered has done. */
  public void leave() {
    free.release();
  }

  /** Lets nobody else in for so long; a longer wait that runs already stays. */
  public void closeFor(Duration duration) {
    long until = System.nanoTime() + duration.toNanos();
    closedUntilNanos.accumulateAndGet(until, (a, b) -> a - b > 0 ? a : b);
  }
}
