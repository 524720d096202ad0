package gameday.pipeline.server;

import gameday.pipeline.Conversation;
import gameday.pipeline.Effect;
import gameday.pipeline.Signal;
import gameday.process.Chat;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers effects: each lane in its order, lanes beside each other, every effect again and again
 * until it stands or is refused for good. After a try whose end is unknown it first looks whether
 * the effect stands already.
 */
final class Courier {
  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

  private final Doors doors;
  private final Backoff backoff;
  private final Outcomes outcomes;
  private final ExecutorService lanes = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Queue<Outgoing>> waiting = new HashMap<>();

  /** Where outcomes are stored; returns when they will be. */
  interface Outcomes {
    void settle(String effectKey, Ledger.State state, List<Arrival> outcome)
        throws InterruptedException;
  }

  /** The products effects go to. */
  record Doors(Door slack, Door files, Door helpChat, Door modChat) {
    Door of(Effect effect) {
      return switch (effect) {
        case Effect.ShowFile file -> files;
        case Effect.ToSlack post -> slack;
        case Effect.ToChat chat -> of(chat.conversation());
      };
    }

    private Door of(Conversation conversation) {
      return conversation.chat() == Chat.HELP ? helpChat : modChat;
    }
  }

  /** A product and the gate before it. */
  record Door(Destination destination, Gate gate) {}

  Courier(Doors doors, Backoff backoff, Outcomes outcomes) {
    this.doors = doors;
    this.backoff = backoff;
    this.outcomes = outcomes;
  }

  /** Takes an effect to deliver; returns at once. */
  void deliver(Outgoing outgoing) {
    String lane = outgoing.effect().lane();
    synchronized (waiting) {
      Queue<Outgoing> queue = waiting.get(lane);
      if (queue != null) {
        queue.add(outgoing);
        return;
      }
      waiting.put(lane, new ArrayDeque<>(List.of(outgoing)));
    }
    lanes.execute(() -> work(lane));
  }

  private void work(String lane) {
    try {
      Optional<Outgoing> next = head(lane, false);
      while (next.isPresent()) {
        deliverNow(next.get());
        next = head(lane, true);
      }
    } catch (InterruptedException e) {
      // The pipeline stops; the outbox keeps what is left.
      Thread.currentThread().interrupt();
    }
  }

  private Optional<Outgoing> head(String lane, boolean firstIsDone) {
    synchronized (waiting) {
      Queue<Outgoing> queue = waiting.get(lane);
      if (firstIsDone) {
        queue.remove();
      }
      if (queue.isEmpty()) {
        waiting.remove(lane);
      }
      return Optional.ofNullable(queue.peek());
    }
  }

  private void deliverNow(Outgoing outgoing) throws InterruptedException {
    Effect effect = outgoing.effect();
    boolean doubtful = outgoing.doubtful();
    for (int tries = 1; ; tries++) {
      Attempt attempt = attempt(effect, doubtful);
      Duration pause =
          switch (attempt) {
            case Attempt.Accepted accepted -> {
              LOG.info("event=delivered key={} tries={}", effect.key(), tries);
              stands(effect, accepted.id());
              yield Duration.ZERO;
            }
            case Attempt.Refused refused -> {
              LOG.error("event=refused key={} reason=\"{}\"", effect.key(), refused.reason());
              refused(effect, refused.reason());
              yield Duration.ZERO;
            }
            // The gate is closed for as long as was asked; no further wait is needed.
            case Attempt.NotNow notNow -> Duration.ofMillis(1);
            case Attempt.Failed failed -> later(effect, tries, "failed: " + failed.reason());
            case Attempt.Unknown unknown -> later(effect, tries, "unknown: " + unknown.reason());
          };
      if (pause.isZero()) {
        return;
      }
      if (lanes.isShutdown()) {
        throw new InterruptedException();
      }
      doubtful |= attempt instanceof Attempt.Unknown;
      Thread.sleep(pause);
    }
  }

  private Duration later(Effect effect, int tries, String how) {
    Duration pause = backoff.after(tries);
    LOG.warn(
        "event=try-again key={} tries={} pause={}ms reason=\"{}\"",
        effect.key(),
        tries,
        pause.toMillis(),
        how);
    return pause;
  }

  private Attempt attempt(Effect effect, boolean doubtful) throws InterruptedException {
    Door door = doors.of(effect);
    door.gate().enter();
    try {
      if (doubtful) {
        Optional<String> found = door.destination().find(effect);
        if (found.isPresent()) {
          return new Attempt.Accepted(found.get());
        }
      }
      Attempt attempt = door.destination().send(effect);
      if (attempt instanceof Attempt.NotNow notNow) {
        LOG.warn("event=asked-to-wait key={} seconds={}", effect.key(), notNow.after().toSeconds());
        door.gate().closeFor(notNow.after());
      }
      return attempt;
    } catch (RateLimited e) {
      door.gate().closeFor(e.after());
      return new Attempt.NotNow(e.after());
    } catch (RuntimeException e) {
      LOG.error("event=delivery-broken key={}", effect.key(), e);
      return new Attempt.Unknown(e.toString());
    } catch (IOException e) {
      return new Attempt.Failed("can't look whether it stands: " + e);
    } finally {
      door.gate().leave();
    }
  }

  private void stands(Effect effect, String id) throws InterruptedException {
    List<Arrival> outcome =
        effect.isAwaited()
            ? List.of(new Arrival("posted:" + effect.key(), new Signal.Posted(effect.key(), id)))
            : List.of();
    outcomes.settle(effect.key(), Ledger.State.DONE, outcome);
  }

  private void refused(Effect effect, String reason) throws InterruptedException {
    outcomes.settle(
        effect.key(),
        Ledger.State.REFUSED,
        List.of(
            new Arrival(
                "undeliverable:" + effect.key(), new Signal.Undeliverable(effect.key(), reason))));
  }

  /** Stops where it is; the outbox keeps what is left. */
  void stop() throws InterruptedException {
    lanes.shutdownNow();
    lanes.awaitTermination(5, TimeUnit.SECONDS);
  }
}
