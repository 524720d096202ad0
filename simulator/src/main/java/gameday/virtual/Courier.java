package gameday.virtual;

import gameday.pipeline.Effect;
import gameday.pipeline.delivery.Attempt;
import gameday.pipeline.delivery.Backoff;
import gameday.pipeline.delivery.TryLimits;
import gameday.pipeline.record.Arrival;
import gameday.simulation.VirtualTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Carries effects out as the reference pipeline's courier does, in one life of the pipeline: each
 * lane in its order, lanes beside each other, every effect until it stands or is refused for good;
 * looks before it repeats what may stand, backs off, and stays away when asked to.
 *
 * <p>In a shared lane an effect is overtaken only if the product can be read, does not take this
 * one however often it is tried, and takes the next one.
 */
final class Courier {
  private final VirtualTime time;
  private final Backoff backoff;
  private final Doors doors;
  private final Outbox outbox;
  private final Map<String, CourierLane> lanes = new HashMap<>();
  private boolean stopped;

  /** Where effects and their outcomes are stored. */
  interface Outbox {
    /** An effect stands or never will; what is to be learnt of it is stored with that. */
    void settled(Effect effect, List<Arrival> outcome);

    /** Whether an effect that isn't settled is still to be done. */
    boolean isWanted(String effectKey);
  }

  /** The ways to the products. */
  record Doors(CourierDoor slack, CourierDoor helpChat, CourierDoor modChat) {
    void shut() {
      slack.shut();
      helpChat.shut();
      modChat.shut();
    }

    CourierDoor of(Effect effect) {
      return switch (effect) {
        case Effect.ToSlack post -> slack;
        case Effect.ToChat chat ->
            switch (chat.conversation().chat()) {
              case HELP -> helpChat;
              case MOD -> modChat;
            };
      };
    }
  }

  Courier(VirtualTime time, Backoff backoff, Doors doors, Outbox outbox) {
    this.time = time;
    this.backoff = backoff;
    this.doors = doors;
    this.outbox = outbox;
  }

  /** Nothing is begun any more, and of what is under way nobody hears the end. */
  void stop() {
    stopped = true;
    doors.shut();
  }

  /**
   * Takes an effect to carry out.
   *
   * @param left whether a life before may have carried it out already
   */
  void deliver(Effect effect, boolean left) {
    CourierDoor door = doors.of(effect);
    String name = door.laneOf(effect);
    CourierLane lane = lanes.get(name);
    if (lane == null) {
      CourierLane fresh = new CourierLane(name, door);
      fresh.add(effect, left);
      lanes.put(name, fresh);
      // Not before what decided it is stored.
      time.after(0, () -> door.ready(() -> turn(fresh)));
    } else {
      lane.add(effect, left);
    }
  }

  /** One try for a lane; then it is gone, ready again, or will be later. */
  private void turn(CourierLane lane) {
    if (!stopped) {
      carry(lane, pause -> turned(lane, pause));
    }
  }

  private void turned(CourierLane lane, long pauseNanos) {
    if (stopped) {
      return;
    }
    lane.door.turned();
    if (lane.isEmpty()) {
      lanes.remove(lane.name);
      lane.door.pace().idle();
      return;
    }
    long nanos = Math.max(pauseNanos, lane.nanosUntilNext(time.nowNanos()));
    if (nanos == 0) {
      lane.door.ready(() -> turn(lane));
    } else {
      time.after(nanos, () -> lane.door.ready(() -> turn(lane)));
    }
  }

  private void carry(CourierLane lane, LongConsumer then) {
    Optional<CourierLane.Waiting> due = lane.due(time.nowNanos());
    if (due.isPresent()) {
      tryAside(lane, due.get(), then);
    } else if (lane.first().isEmpty()) {
      then.accept(0);
    } else {
      CourierLane.Waiting first = lane.first().get();
      tryOnce(
          lane,
          first,
          pause -> {
            boolean unwanted = lane.door.isShared() && first.unwanted >= TryLimits.UNWANTED;
            Optional<CourierLane.Waiting> second = lane.second();
            if (unwanted && second.isPresent() && lane.mayStepAside()) {
              trySecond(lane, first, second.get(), then);
            } else {
              then.accept(pause);
            }
          });
    }
  }

  /** Is it this message, or does the channel take nothing at all? The next one tells. */
  private void trySecond(
      CourierLane lane, CourierLane.Waiting first, CourierLane.Waiting second, LongConsumer then) {
    first.unwanted = 0;
    long before = lane.taken;
    tryOnce(
        lane,
        second,
        pause -> {
          if (lane.taken > before) {
            rest(lane, first);
            lane.stepAside(first);
            then.accept(0);
          } else {
            then.accept(pauseNanos(first.tries));
          }
        });
  }

  private void tryAside(CourierLane lane, CourierLane.Waiting aside, LongConsumer then) {
    int before = aside.unwanted;
    boolean othersPass = lane.taken > aside.takenBefore;
    tryOnce(
        lane,
        aside,
        pause -> {
          rest(lane, aside);
          // While nobody gets through, it isn't this message.
          aside.unwanted = othersPass ? aside.unwanted : before;
          if (aside.unwanted >= TryLimits.ASIDE && lane.holds(aside)) {
            refused(aside.effect, "not taken in " + aside.tries + " tries, though others were");
            lane.remove(aside);
          }
          then.accept(0);
        });
  }

  private void rest(CourierLane lane, CourierLane.Waiting aside) {
    aside.takenBefore = lane.taken;
    aside.dueNanos = time.nowNanos() + pauseNanos(aside.tries);
  }

  private long pauseNanos(int tries) {
    return backoff.after(tries).toNanos();
  }

  /** Tries; tells how long to wait before the next try, if it isn't settled. */
  private void tryOnce(CourierLane lane, CourierLane.Waiting waiting, LongConsumer then) {
    if (stopped) {
      return;
    }
    Consumer<CourierDoor.Tried> ends =
        tried -> {
          if (!stopped) {
            then.accept(ended(lane, waiting, tried));
          }
        };
    boolean late = lane.troubled || waiting.doubtful;
    if (late && waiting.effect instanceof Effect.PostToSlack post && !outbox.isWanted(post.key())) {
      lane.door.withdraw(post, waiting.doubtful, ends);
    } else {
      boolean suspicious = lane.door.isShared() && waiting.tries >= TryLimits.WITHOUT_A_LOOK;
      lane.door.attempt(waiting.effect, waiting.doubtful || suspicious, ends);
    }
  }

  private long ended(CourierLane lane, CourierLane.Waiting waiting, CourierDoor.Tried tried) {
    waiting.tries++;
    waiting.doubtful |= tried.attempt() instanceof Attempt.Unknown;
    return switch (tried.attempt()) {
      case Attempt.Accepted accepted -> {
        settle(lane, waiting);
        stands(waiting.effect, accepted.id());
        yield 0;
      }
      case Attempt.Refused refused -> {
        settle(lane, waiting);
        refused(waiting.effect, refused.reason());
        yield 0;
      }
      case Attempt.NotNow notNow -> {
        // The gate is closed for as long as was asked; no further wait is needed.
        waiting.tries--;
        yield tried.heeded() ? 0 : pauseNanos(1);
      }
      case Attempt.Failed failed -> later(lane, waiting, tried);
      case Attempt.Unknown unknown -> later(lane, waiting, tried);
    };
  }

  private static void settle(CourierLane lane, CourierLane.Waiting waiting) {
    lane.taken++;
    lane.remove(waiting);
  }

  private long later(CourierLane lane, CourierLane.Waiting waiting, CourierDoor.Tried tried) {
    lane.troubled = true;
    if (tried.looked()) {
      waiting.unwanted++;
    }
    return pauseNanos(waiting.tries);
  }

  private void stands(Effect effect, String id) {
    outbox.settled(effect, Arrival.ofStanding(effect, id));
  }

  private void refused(Effect effect, String reason) {
    outbox.settled(effect, List.of(Arrival.ofRefused(effect, reason)));
  }
}
