package gameday.mocks.delivery;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/**
 * Keeps the deliveries of a conversation in order, and counts what is under way. A lane exists only
 * while something of its conversation waits or is at its first attempt.
 */
final class Lanes {
  private final int bound;
  private final Map<Lane, Queue<Webhook>> waiting = new HashMap<>();
  private int pending;

  Lanes(int bound) {
    this.bound = bound;
  }

  /** Takes {@code webhook} and says what to do with it. */
  synchronized Entrance enter(Webhook webhook) {
    if (pending >= bound) {
      return Entrance.REFUSED;
    }
    pending++;
    var lane = Lane.of(webhook);
    var queue = waiting.get(lane);
    if (queue == null) {
      waiting.put(lane, new ArrayDeque<>());
      return Entrance.START;
    }
    queue.add(webhook);
    return Entrance.WAIT;
  }

  /** The first attempt of {@code webhook} has ended: who is next in its conversation. */
  synchronized Optional<Webhook> next(Webhook webhook) {
    var lane = Lane.of(webhook);
    var next = Optional.ofNullable(waiting.get(lane)).map(Queue::poll);
    if (next.isEmpty()) {
      waiting.remove(lane);
    }
    return next;
  }

  /** A delivery is done with, delivered or given up. */
  synchronized void leave() {
    pending--;
  }

  synchronized int pending() {
    return pending;
  }

  /** What becomes of a webhook that comes. */
  enum Entrance {
    START,
    WAIT,
    REFUSED
  }

  private record Lane(String from, String conversation) {
    static Lane of(Webhook webhook) {
      return new Lane(webhook.from(), webhook.conversation());
    }
  }
}
