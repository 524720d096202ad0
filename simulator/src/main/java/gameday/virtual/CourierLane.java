package gameday.virtual;

import gameday.pipeline.Effect;
import gameday.pipeline.delivery.TryLimits;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** What waits for one channel or conversation, in the order it was decided. */
final class CourierLane {
  final String name;
  final CourierDoor door;

  /** How many were taken, to tell whether others get through. */
  long taken;

  /** Whether a try has failed since something waits. */
  boolean troubled;

  private final Deque<Waiting> front = new ArrayDeque<>();
  private final List<Waiting> aside = new ArrayList<>();
  private int inDoubt;

  CourierLane(String name, CourierDoor door) {
    this.name = name;
    this.door = door;
  }

  /** An effect on its way, and how it fared. */
  static final class Waiting {
    final Effect effect;
    boolean doubtful;
    int tries;

    /** How often in a row it was not taken though the product could be read. */
    int unwanted;

    /** When one that stepped aside is to be tried again. */
    long dueNanos;

    /** The lane's {@link CourierLane#taken} at its last try. */
    long takenBefore;

    private Waiting(Effect effect, boolean doubtful) {
      this.effect = effect;
      this.doubtful = doubtful;
    }
  }

  /** Adds at the end. Of what a life before left, only the first ones can have been tried. */
  void add(Effect effect, boolean left) {
    boolean doubtful = left && ++inDoubt <= (door.isShared() ? TryLimits.MOST_IN_DOUBT : 1);
    front.add(new Waiting(effect, doubtful));
  }

  Optional<Waiting> first() {
    return Optional.ofNullable(front.peek());
  }

  Optional<Waiting> second() {
    return front.stream().skip(1).findFirst();
  }

  /** One that stepped aside and is due. */
  Optional<Waiting> due(long nowNanos) {
    return aside.isEmpty()
        ? Optional.empty()
        : aside.stream().filter(one -> one.dueNanos <= nowNanos).findFirst();
  }

  boolean mayStepAside() {
    return aside.size() < TryLimits.MOST_ASIDE;
  }

  void stepAside(Waiting first) {
    front.remove(first);
    aside.add(first);
  }

  void remove(Waiting settled) {
    if (!front.remove(settled)) {
      aside.remove(settled);
    }
  }

  /** Whether it isn't settled. */
  boolean holds(Waiting waiting) {
    return aside.contains(waiting) || front.contains(waiting);
  }

  /** How long until there is something to do; zero if there is now. */
  long nanosUntilNext(long nowNanos) {
    return front.isEmpty()
        ? aside.stream().mapToLong(one -> Math.max(0, one.dueNanos - nowNanos)).min().orElse(0)
        : 0;
  }

  boolean isEmpty() {
    return front.isEmpty() && aside.isEmpty();
  }
}
