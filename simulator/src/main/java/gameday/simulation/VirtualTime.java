package gameday.simulation;

/**
 * Time that jumps from one thing to do to the next. Never goes back: what is asked for earlier than
 * now is done now, after what is to be done now already. One thread at a time.
 */
public final class VirtualTime {
  private final EventQueue queue;
  private long nowNanos;

  /**
   * Time zero, with nothing to do.
   *
   * @param most how many things may be to do at once
   */
  public VirtualTime(int most) {
    this.queue = new EventQueue(most);
  }

  /** Now: nanoseconds since time zero. */
  public long nowNanos() {
    return nowNanos;
  }

  /**
   * Does {@code action} at a time; ties in order of asking.
   *
   * @return a handle to {@link #cancel} it by, never 0
   */
  public long at(long timeNanos, Runnable action) {
    return queue.add(Math.max(nowNanos, timeNanos), action);
  }

  /** Does {@code action} so much later; ties in order of asking. Returns a handle, never 0. */
  public long after(long delayNanos, Runnable action) {
    return at(nowNanos + delayNanos, action);
  }

  /** Does not do what {@code handle} was given for; whether it was still to be done. */
  public boolean cancel(long handle) {
    return queue.cancel(handle);
  }

  /** Does what is next; false if there is nothing. */
  public boolean step() {
    if (queue.isEmpty()) {
      return false;
    }
    nowNanos = queue.firstNanos();
    queue.remove().run();
    return true;
  }
}
