package gameday.live;

import gameday.people.Agenda;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * People's agenda on the wall clock: one thread, actions in order of (event time, sequence). Until
 * the clock begins nothing runs.
 *
 * <p>While an action runs, now is the moment it was due, not the moment a busy machine got round to
 * it: what people do next is planned from there, so that the machine's delays, many times inflated
 * by the speed, don't add up in people's time.
 */
final class LiveAgenda implements Agenda, AutoCloseable {
  private static final long LONGEST_SLEEP_MILLIS = 3_600_000;

  private record Item(long dueNanos, long sequence, Runnable action) {}

  private final LiveClock clock;
  private final Consumer<RuntimeException> trouble;
  private final PriorityQueue<Item> items =
      new PriorityQueue<>(
          Comparator.comparingLong(Item::dueNanos).thenComparingLong(Item::sequence));
  private final Thread thread = Thread.ofPlatform().daemon().name("agenda").unstarted(this::work);
  private Duration running = Duration.ZERO;
  private long sequence;
  private boolean closed;
  private boolean busy;

  /**
   * @param trouble is told what an action threw; the next one runs nevertheless
   */
  LiveAgenda(LiveClock clock, Consumer<RuntimeException> trouble) {
    this.clock = clock;
    this.trouble = trouble;
  }

  /** Starts to run actions; the clock must have begun. */
  void start() {
    thread.start();
  }

  @Override
  public Duration now() {
    if (Thread.currentThread() == thread) {
      return running;
    }
    return clock.hasBegun() ? clock.now() : Duration.ZERO;
  }

  @Override
  public void after(Duration delay, Runnable action) {
    at(now().plus(delay), action);
  }

  /** Runs {@code action} as soon as those that are due before it have run. */
  void soon(Runnable action) {
    at(now(), action);
  }

  /** Likewise, but as if it ran at a moment that has passed, a value of {@link System#nanoTime}. */
  void asOf(long nanoTime, Runnable action) {
    at(clock.eventTimeOf(nanoTime), action);
  }

  /** Runs {@code action} at an event time. */
  synchronized void at(Duration eventTime, Runnable action) {
    items.add(new Item(eventTime.toNanos(), sequence++, action));
    notifyAll();
  }

  /** Whether no action runs or is due. */
  synchronized boolean isQuiet() {
    return !busy && (items.isEmpty() || items.peek().dueNanos() > clock.now().toNanos());
  }

  private void work() {
    try {
      for (Runnable action = next(); ; action = next()) {
        try {
          action.run();
        } catch (RuntimeException failure) {
          trouble.accept(failure);
        }
      }
    } catch (InterruptedException closing) {
      // Only close interrupts: this is the end of the thread.
      Thread.currentThread().interrupt();
    }
  }

  private synchronized Runnable next() throws InterruptedException {
    busy = false;
    while (true) {
      if (closed) {
        throw new InterruptedException("closed");
      }
      if (items.isEmpty()) {
        wait(LONGEST_SLEEP_MILLIS);
        continue;
      }
      Duration due = Duration.ofNanos(items.peek().dueNanos());
      long wait = clock.nanoTimeOf(due) - System.nanoTime();
      if (wait <= 0) {
        busy = true;
        running = due;
        return items.remove().action();
      }
      long millis = Math.min(LONGEST_SLEEP_MILLIS, wait / 1_000_000);
      wait(millis, (int) (wait % 1_000_000));
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    thread.interrupt();
  }
}
