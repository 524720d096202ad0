package gameday.simulation;

import java.util.Arrays;

/**
 * Actions in order of (time, sequence): those of one time in the order they were added. Any of them
 * can be cancelled.
 *
 * <p>An indexed heap of four children a node on arrays of primitives: neither adding nor taking
 * makes garbage, and cancelling takes no longer than adding, O(log n). One thread at a time.
 */
public final class EventQueue {
  private static final int FIRST_CAPACITY = 64;
  private static final int CHILDREN = 4;
  private static final int GONE = -1;
  private static final int SLOT_BITS = 32;
  private static final long SLOT_MASK = (1L << SLOT_BITS) - 1;

  private final int most;

  // In the heap's order, so that comparing reads what lies side by side.
  private long[] times = new long[FIRST_CAPACITY];
  private long[] sequences = new long[FIRST_CAPACITY];
  private int[] slots = new int[FIRST_CAPACITY];

  // By slot: an action keeps its slot while it moves in the heap.
  private Runnable[] actions = new Runnable[FIRST_CAPACITY];
  private int[] places = new int[FIRST_CAPACITY];
  private int[] generations = new int[FIRST_CAPACITY];

  /** Slots that are not in use; those from {@code used} on never were. */
  private int[] free = new int[FIRST_CAPACITY];

  private int freed;
  private int used;
  private int size;
  private long nextSequence;

  /**
   * An empty queue.
   *
   * @param most how many actions it takes at once, 1 or more
   */
  public EventQueue(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("most must be positive, was " + most);
    }
    this.most = most;
  }

  /**
   * Adds an action.
   *
   * @param timeNanos when it is due; any value, also before the one taken last
   * @return a handle to cancel it by, never 0
   * @throws IllegalStateException if the queue is full
   */
  public long add(long timeNanos, Runnable action) {
    if (size == most) {
      throw new IllegalStateException(most + " actions wait already; no more are taken");
    }
    if (size == times.length) {
      grow();
    }
    int slot = freed > 0 ? free[--freed] : used++;
    actions[slot] = action;
    up(size++, timeNanos, nextSequence++, slot);
    return (long) (generations[slot] + 1) << SLOT_BITS | slot;
  }

  /** Takes an action out that is not to be done; whether it was still there. */
  public boolean cancel(long handle) {
    int slot = (int) (handle & SLOT_MASK);
    boolean known = slot >= 0 && slot < used && actions[slot] != null;
    if (!known || generations[slot] + 1 != (int) (handle >>> SLOT_BITS)) {
      return false;
    }
    removeAt(places[slot]);
    release(slot);
    return true;
  }

  /** Whether nothing is to be done. */
  public boolean isEmpty() {
    return size == 0;
  }

  /** How much is to be done. */
  public int size() {
    return size;
  }

  /**
   * When the first action is due.
   *
   * @throws IllegalStateException if there is none
   */
  public long firstNanos() {
    if (size == 0) {
      throw new IllegalStateException("nothing is to be done");
    }
    return times[0];
  }

  /**
   * Takes the first action out.
   *
   * @throws IllegalStateException if there is none
   */
  public Runnable remove() {
    if (size == 0) {
      throw new IllegalStateException("nothing is to be done");
    }
    int slot = slots[0];
    Runnable action = actions[slot];
    removeAt(0);
    release(slot);
    return action;
  }

  private void release(int slot) {
    actions[slot] = null;
    places[slot] = GONE;
    generations[slot]++;
    free[freed++] = slot;
  }

  /** The last one fills the hole, and then moves up or down to where it belongs. */
  private void removeAt(int place) {
    size--;
    if (place == size) {
      return;
    }
    long time = times[size];
    long sequence = sequences[size];
    int slot = slots[size];
    if (place > 0 && isBefore(time, sequence, (place - 1) / CHILDREN)) {
      up(place, time, sequence, slot);
    } else {
      down(place, time, sequence, slot);
    }
  }

  private void up(int from, long time, long sequence, int slot) {
    int place = from;
    while (place > 0) {
      int parent = (place - 1) / CHILDREN;
      if (!isBefore(time, sequence, parent)) {
        break;
      }
      move(parent, place);
      place = parent;
    }
    put(place, time, sequence, slot);
  }

  private void down(int from, long time, long sequence, int slot) {
    int place = from;
    int child = place * CHILDREN + 1;
    while (child < size) {
      int least = leastOf(child);
      if (isBefore(time, sequence, least)) {
        break;
      }
      move(least, place);
      place = least;
      child = place * CHILDREN + 1;
    }
    put(place, time, sequence, slot);
  }

  private int leastOf(int firstChild) {
    int least = firstChild;
    int end = Math.min(firstChild + CHILDREN, size);
    for (int child = firstChild + 1; child < end; child++) {
      if (isBefore(times[child], sequences[child], least)) {
        least = child;
      }
    }
    return least;
  }

  private boolean isBefore(long time, long sequence, int place) {
    return time < times[place] || time == times[place] && sequence < sequences[place];
  }

  private void move(int from, int to) {
    put(to, times[from], sequences[from], slots[from]);
  }

  private void put(int place, long time, long sequence, int slot) {
    times[place] = time;
    sequences[place] = sequence;
    slots[place] = slot;
    places[slot] = place;
  }

  private void grow() {
    int capacity = Math.min(most, size * 2);
    times = Arrays.copyOf(times, capacity);
    sequences = Arrays.copyOf(sequences, capacity);
    slots = Arrays.copyOf(slots, capacity);
    actions = Arrays.copyOf(actions, capacity);
    places = Arrays.copyOf(places, capacity);
    generations = Arrays.copyOf(generations, capacity);
    free = Arrays.copyOf(free, capacity);
  }
}
