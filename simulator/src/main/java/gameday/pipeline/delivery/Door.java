package gameday.pipeline.delivery;

import gameday.pipeline.Effect;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to one product.
 *
 * @param lane the name of the one lane that all its effects share; empty if each effect's own lane
 *     counts
 * @param atOnce how many lanes are worked on beside each other
 * @param writes the gate for what is sent
 * @param reads the gate for looks, which may be the same
 * @param pace told of every try that was sent, and when nothing waits any more
 */
public record Door(
    Destination destination,
    Optional<String> lane,
    int atOnce,
    Gate writes,
    Gate reads,
    Pace pace) {
  private static final Logger LOG = LoggerFactory.getLogger(Door.class);

  /**
   * A channel, in which everything stands in the order it was decided.
   *
   * @param reads shared with whoever else reads there
   */
  public static Door ofChannel(Destination destination, Gate reads, Pace.OneByOne pace) {
    return new Door(destination, Optional.of("channel"), 1, new Gate(1), reads, pace);
  }

  /**
   * A product of many conversations, which don't wait for each other.
   *
   * @param atOnce how many of them at most are written to beside each other
   * @param gate for writes and looks alike
   */
  public static Door ofConversations(
      Destination destination, int atOnce, Gate gate, Backoff backoff) {
    return new Door(
        destination, Optional.empty(), atOnce, gate, gate, new Pace.SideBySide(atOnce, backoff));
  }

  /** Whether all effects share one lane, so that one that never gets through would block it. */
  boolean isShared() {
    return lane.isPresent();
  }

  String laneOf(Effect effect) {
    return lane.orElseGet(effect::lane);
  }

  /**
   * How a try ended.
   *
   * @param looked whether it was seen just before that the effect doesn't stand: the product can be
   *     read
   */
  record Tried(Attempt attempt, boolean looked) {}

  /** Tries once; if {@code look}, only after having seen that the effect doesn't stand yet. */
  Tried attempt(Effect effect, boolean look) throws InterruptedException {
    return unlessItStands(effect, look, () -> send(effect));
  }

  /** Doesn't try it any more; if {@code look}, only after having seen that it doesn't stand. */
  Tried withdraw(Effect effect, boolean look) throws InterruptedException {
    return unlessItStands(effect, look, () -> new Attempt.Refused("not wanted any more"));
  }

  private interface Otherwise {
    Attempt done() throws InterruptedException;
  }

  private Tried unlessItStands(Effect effect, boolean look, Otherwise otherwise)
      throws InterruptedException {
    try {
      if (look) {
        Optional<String> found = find(effect);
        if (found.isPresent()) {
          return new Tried(new Attempt.Accepted(found.get()), true);
        }
      }
      return new Tried(otherwise.done(), look);
    } catch (RateLimited e) {
      return new Tried(new Attempt.NotNow(e.after()), false);
    } catch (IOException e) {
      return new Tried(new Attempt.Failed("can't look whether it stands: " + e), false);
    } catch (RuntimeException e) {
      LOG.error("event=delivery-broken key={}", effect.key(), e);
      return new Tried(new Attempt.Unknown(e.toString()), false);
    }
  }

  /**
   * Looks whether it stands; its id if so.
   *
   * @throws IOException if that can't be told now
   */
  Optional<String> find(Effect effect) throws IOException, InterruptedException {
    reads.enter();
    try {
      return destination.find(effect);
    } catch (RateLimited e) {
      reads.closeFor(e.after());
      throw e;
    } finally {
      reads.leave();
    }
  }

  private Attempt send(Effect effect) throws InterruptedException {
    writes.enter();
    try {
      Attempt attempt = destination.send(effect);
      if (attempt instanceof Attempt.NotNow notNow) {
        LOG.warn("event=asked-to-wait key={} seconds={}", effect.key(), notNow.after().toSeconds());
      }
      writes.closeFor(pace.after(attempt));
      return attempt;
    } finally {
      writes.leave();
    }
  }
}
