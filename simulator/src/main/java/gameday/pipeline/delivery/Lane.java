package gameday.pipeline.delivery;

import gameday.pipeline.Effect;
import gameday.pipeline.record.Outgoing;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What waits for one channel or conversation, in the order it was decided. Of a long queue only the
 * front is held in memory; of the rest only the keys, its texts stay in the outbox.
 *
 * <p>Only a worker takes away, one at a time; anybody may add.
 */
final class Lane {
  /** So many are held with their texts. */
  static final int LOADED = 100;

  final String name;
  final Door door;
  private final Deque<Waiting> front = new ArrayDeque<>();
  private final Deque<Later> later = new ArrayDeque<>();
  private final List<Waiting> aside = new ArrayList<>();
  private int inDoubt;

  /** How many were taken, to tell whether others get through. */
  long taken;

  /** Whether a try has failed since something waits: what waits may have been waiting for long. */
  boolean troubled;

  private record Later(String key, boolean doubtful) {}

  Lane(String name, Door door) {
    this.name = name;
    this.door = door;
  }

  /** An effect on its way, and how it fared. Used by the lane's worker only. */
  static final class Waiting {
    final Effect effect;
    boolean doubtful;
    int tries;

    /** How often in a row it was not taken though the product could be read. */
    int unwanted;

    /** When one that stepped aside is to be tried again. */
    long dueNanos;

    /** The lane's {@link Lane#taken} at its last try. */
    long takenBefore;

    private Waiting(Effect effect, boolean doubtful) {
      this.effect = effect;
      this.doubtful = doubtful;
    }
  }

  /**
   * Adds at the end. Since a lane tries its effects in their order, only its first ones can have
   * been tried before a restart: the others need no look.
   */
  synchronized void add(Outgoing outgoing) {
    boolean doubtful =
        outgoing.doubtful() && ++inDoubt <= (door.isShared() ? TryLimits.MOST_IN_DOUBT : 1);
    if (later.isEmpty() && front.size() < LOADED) {
      front.add(new Waiting(outgoing.effect(), doubtful));
    } else {
      later.add(new Later(outgoing.effect().key(), doubtful));
    }
  }

  /** The keys to fetch the texts of, in order; nothing while there is enough in front. */
  synchronized List<String> wanted() {
    return front.size() < 2 ? later.stream().limit(LOADED).map(Later::key).toList() : List.of();
  }

  /**
   * Takes the texts of {@code keys}, which were {@link #wanted}; what isn't among {@code effects}
   * is settled.
   */
  synchronized void load(List<String> keys, List<Effect> effects) {
    int next = 0;
    for (int count = 0; count < keys.size(); count++) {
      Later first = later.remove();
      if (next < effects.size() && effects.get(next).key().equals(first.key())) {
        front.add(new Waiting(effects.get(next++), first.doubtful()));
      }
    }
  }

  synchronized Optional<Waiting> first() {
    return Optional.ofNullable(front.peek());
  }

  synchronized Optional<Waiting> second() {
    return front.stream().skip(1).findFirst();
  }

  /** One that stepped aside and is due. */
  synchronized Optional<Waiting> due(long nowNanos) {
    return aside.stream().filter(one -> one.dueNanos - nowNanos <= 0).findFirst();
  }

  synchronized boolean mayStepAside() {
    return aside.size() < TryLimits.MOST_ASIDE;
  }

  /** Lets the others pass. */
  synchronized void stepAside(Waiting first) {
    front.remove(first);
    aside.add(first);
  }

  synchronized void remove(Waiting settled) {
    if (!front.remove(settled)) {
      aside.remove(settled);
    }
  }

  /** How long until there is something to do; zero if there is now. */
  synchronized long nanosUntilNext(long nowNanos) {
    if (!front.isEmpty() || !later.isEmpty()) {
      return 0;
    }
    return aside.stream().mapToLong(one -> Math.max(0, one.dueNanos - nowNanos)).min().orElse(0);
  }

  synchronized boolean isEmpty() {
    return front.isEmpty() && later.isEmpty() && aside.isEmpty();
  }

  synchronized int size() {
    return front.size() + later.size() + aside.size();
  }
}
