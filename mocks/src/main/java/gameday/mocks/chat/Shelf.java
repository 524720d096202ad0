package gameday.mocks.chat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Keeps things by key in the order in which they came, at most so many. What is in use is held, as
 * an open conversation is; to make room, the shelf forgets what has been in nobody's use for
 * longest. Only if everything is held it takes nothing more.
 *
 * <p>Safe for use by many threads.
 *
 * @param <K> keys with an equality of their own
 */
public final class Shelf<K, V> {
  /** How many a chat keeps unless told otherwise. */
  public static final int STANDARD = 50_000;

  private final int bound;
  private final Consumer<V> forgotten;
  private final Map<K, Place<V>> places = new LinkedHashMap<>();
  private final Map<K, Place<V>> unused = new LinkedHashMap<>();

  private static final class Place<V> {
    private final V value;
    private int holds;

    Place(V value) {
      this.value = value;
    }
  }

  /** A shelf for {@code bound} things, 1 or more. */
  public Shelf(int bound) {
    this(bound, value -> {});
  }

  /**
   * A shelf for {@code bound} things, 1 or more.
   *
   * @param forgotten is given each thing that was forgotten, after it is gone, on the thread for
   *     whose thing room was made
   */
  public Shelf(int bound, Consumer<V> forgotten) {
    if (bound < 1) {
      throw new IllegalArgumentException("a shelf must hold 1 or more, was " + bound);
    }
    this.bound = bound;
    this.forgotten = forgotten;
  }

  /**
   * What is under {@code key}, put there now if need be, and held once more. Empty if there is no
   * room and everything is held.
   *
   * @param make makes it; called under the shelf's lock, so it must wait for nobody
   */
  public Optional<V> enter(K key, Supplier<V> make) {
    Optional<V> gone = Optional.empty();
    V value;
    synchronized (this) {
      Place<V> place = places.get(key);
      if (place == null) {
        if (places.size() >= bound && unused.isEmpty()) {
          return Optional.empty();
        }
        if (places.size() >= bound) {
          gone = Optional.of(forgetOne());
        }
        place = new Place<>(make.get());
        places.put(key, place);
      }
      hold(key, place);
      value = place.value;
    }
    gone.ifPresent(forgotten);
    return Optional.of(value);
  }

  /** What is under {@code key}, unless it was never there or is forgotten. */
  public synchronized Optional<V> find(K key) {
    return Optional.ofNullable(places.get(key)).map(place -> place.value);
  }

  /** Keeps it from being forgotten, once more; false if it is not there any more. */
  public synchronized boolean hold(K key) {
    Place<V> place = places.get(key);
    if (place == null) {
      return false;
    }
    hold(key, place);
    return true;
  }

  /**
   * Ends one {@link #enter} or {@link #hold}.
   *
   * @throws IllegalStateException if nobody holds it
   */
  public synchronized void release(K key) {
    Place<V> place = places.get(key);
    if (place == null || place.holds == 0) {
      throw new IllegalStateException("nobody holds " + key);
    }
    place.holds--;
    if (place.holds == 0) {
      unused.put(key, place);
    }
  }

  /** Everything that is there now, in the order in which it came. */
  public synchronized List<V> all() {
    return places.values().stream().map(place -> place.value).toList();
  }

  private void hold(K key, Place<V> place) {
    place.holds++;
    unused.remove(key);
  }

  private V forgetOne() {
    K key = unused.keySet().iterator().next();
    unused.remove(key);
    return places.remove(key).value;
  }
}
