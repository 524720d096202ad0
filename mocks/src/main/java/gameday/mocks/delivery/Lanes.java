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

  /** Takes a place for one delivery; false if there is none left. */
  synchronized boolean take() {
    if (pending >= bound) {
      return false;
    }
    pending++;
    return true;
  }

  /**
   * Puts {@code webhook}, which has a place, into its conversation's order; whether it is first.
   */
  synchronized boolean enter(Webhook webhook) {
    var lane = Lane.of(webhook);
    var queue = waiting.get(lane);
    if (queue == null) {
      waiting.put(lane, new ArrayDeque<>());
      return true;
    }
    queue.add(webhook);
    return false;
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

  /** A conversation of a product. */
  record Lane(String from, String conversation) {
    static Lane of(Webhook webhook) {
      return new Lane(webhook.from(), webhook.conversation());
    }
  }
}
