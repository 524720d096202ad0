package gameday.pipeline.delivery;

import gameday.pipeline.Effect;
import gameday.pipeline.record.Arrival;
import gameday.pipeline.store.Ledger;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries what is first in a lane, and decides what comes of it.
 *
 * <p>In a shared lane an effect is overtaken only if the product can be read, does not take this
 * one however often it is tried, and takes the next one. Then it steps aside, is tried a few times
 * more, and is given up as refused.
 */
record Carrier(Backoff backoff, Courier.Outbox outbox) {
  private static final Logger LOG = LoggerFactory.getLogger(Carrier.class);

  /** One try for the lane; how long it is to be left alone then. */
  Duration carry(Lane lane) throws InterruptedException {
    if (!load(lane)) {
      return backoff.after(1);
    }
    Optional<Lane.Waiting> due = lane.due(System.nanoTime());
    if (due.isPresent()) {
      return tryAside(lane, due.get());
    }
    Optional<Lane.Waiting> first = lane.first();
    if (first.isEmpty()) {
      return Duration.ZERO;
    }
    Duration pause = tryOnce(lane, first.get());
    Optional<Lane.Waiting> second = lane.second();
    boolean unwanted = lane.door.isShared() && first.get().unwanted >= TryLimits.UNWANTED;
    return unwanted && second.isPresent() && lane.mayStepAside()
        ? trySecond(lane, first.get(), second.get())
        : pause;
  }

  private boolean load(Lane lane) throws InterruptedException {
    List<String> keys = lane.wanted();
    try {
      if (!keys.isEmpty()) {
        lane.load(keys, outbox.read(keys));
      }
      return true;
    } catch (IOException e) {
      LOG.warn("event=outbox-not-read lane={} reason=\"{}\"", lane.name, e.toString());
      return false;
    }
  }

  /**
   * Is it this message, or does the channel take nothing at all? The next one tells, at once: a
   * channel that comes back must find the first one waiting, not the second.
   */
  private Duration trySecond(Lane lane, Lane.Waiting first, Lane.Waiting second)
      throws InterruptedException {
    first.unwanted = 0;
    long before = lane.taken;
    tryOnce(lane, second);
    if (lane.taken > before) {
      LOG.error(
          "event=stepped-aside key={} tries={} for={}",
          first.effect.key(),
          first.tries,
          second.effect.key());
      rest(lane, first);
      lane.stepAside(first);
      return Duration.ZERO;
    }
    return backoff.after(first.tries);
  }

  private Duration tryAside(Lane lane, Lane.Waiting aside) throws InterruptedException {
    int before = aside.unwanted;
    boolean othersPass = lane.taken > aside.takenBefore;
    tryOnce(lane, aside);
    rest(lane, aside);
    // While nobody gets through, it isn't this message.
    aside.unwanted = othersPass ? aside.unwanted : before;
    if (aside.unwanted >= TryLimits.ASIDE) {
      giveUp(lane, aside);
    }
    return Duration.ZERO;
  }

  private void rest(Lane lane, Lane.Waiting aside) {
    aside.takenBefore = lane.taken;
    aside.dueNanos = System.nanoTime() + backoff.after(aside.tries).toNanos();
  }

  private void giveUp(Lane lane, Lane.Waiting aside) throws InterruptedException {
    try {
      Optional<String> found = lane.door.find(aside.effect);
      if (found.isPresent()) {
        stands(aside.effect, found.get());
      } else {
        refused(aside.effect, "not taken in " + aside.tries + " tries, though others were");
      }
      lane.remove(aside);
    } catch (IOException e) {
      // It may stand all the same: it is given up when that can be told.
      LOG.warn("event=not-given-up key={} reason=\"{}\"", aside.effect.key(), e.toString());
    }
  }

  /** Tries; how long to wait before the next try, if it isn't settled. */
  private Duration tryOnce(Lane lane, Lane.Waiting waiting) throws InterruptedException {
    Effect effect = waiting.effect;
    boolean suspicious = lane.door.isShared() && waiting.tries >= TryLimits.WITHOUT_A_LOOK;
    Door.Tried tried =
        isWanted(lane, waiting)
            ? lane.door.attempt(effect, waiting.doubtful || suspicious)
            : lane.door.withdraw(effect, waiting.doubtful);
    waiting.tries++;
    waiting.doubtful |= tried.attempt() instanceof Attempt.Unknown;
    return switch (tried.attempt()) {
      case Attempt.Accepted accepted -> {
        LOG.info("event=delivered key={} tries={}", effect.key(), waiting.tries);
        stands(effect, accepted.id());
        yield settled(lane, waiting);
      }
      case Attempt.Refused refused -> {
        refused(effect, refused.reason());
        yield settled(lane, waiting);
      }
      case Attempt.NotNow notNow -> {
        // The gate is closed for as long as was asked; no further wait is needed.
        waiting.tries--;
        yield Duration.ZERO;
      }
      case Attempt.Failed failed -> later(lane, waiting, tried, "failed: " + failed.reason());
      case Attempt.Unknown unknown -> later(lane, waiting, tried, "unknown: " + unknown.reason());
    };
  }

  /** A call for help that had to wait may have become needless: somebody has called by hand. */
  private boolean isWanted(Lane lane, Lane.Waiting waiting) throws InterruptedException {
    boolean late = lane.troubled || waiting.doubtful;
    if (!late || !(waiting.effect instanceof Effect.PostToSlack)) {
      return true;
    }
    try {
      return outbox.isWanted(waiting.effect.key());
    } catch (IOException e) {
      LOG.warn("event=outbox-not-asked lane={} reason=\"{}\"", lane.name, e.toString());
      return true;
    }
  }

  private static Duration settled(Lane lane, Lane.Waiting waiting) {
    lane.taken++;
    lane.remove(waiting);
    return Duration.ZERO;
  }

  private Duration later(Lane lane, Lane.Waiting waiting, Door.Tried tried, String how) {
    lane.troubled = true;
    if (tried.looked()) {
      waiting.unwanted++;
    }
    Duration pause = backoff.after(waiting.tries);
    LOG.warn(
        "event=try-again key={} tries={} pause={}ms reason=\"{}\"",
        waiting.effect.key(),
        waiting.tries,
        pause.toMillis(),
        how);
    return pause;
  }

  private void stands(Effect effect, String id) throws InterruptedException {
    outbox.settle(effect.key(), Ledger.State.DONE, Arrival.ofStanding(effect, id));
  }

  private void refused(Effect effect, String reason) throws InterruptedException {
    LOG.error("event=refused key={} reason=\"{}\"", effect.key(), reason);
    outbox.settle(effect.key(), Ledger.State.REFUSED, List.of(Arrival.ofRefused(effect, reason)));
  }
}
