package gameday.pipeline.delivery;

import gameday.pipeline.Conversation;
import gameday.pipeline.Effect;
import gameday.pipeline.record.Arrival;
import gameday.pipeline.record.Outgoing;
import gameday.pipeline.store.Ledger;
import gameday.process.Chat;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Delivers effects: each lane in its order, lanes beside each other, every effect again and again
 * until it stands or is refused for good. The event's channel is one lane, each conversation of a
 * chat another. However much waits, the workers are few and the texts stay in the outbox.
 */
public final class Courier {
  private final Doors doors;
  private final Carrier carrier;
  private final Map<Door, Crew> crews = new HashMap<>();
  private final Map<String, Lane> lanes = new HashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledExecutorService later =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("courier").daemon().factory());

  /** Where effects and their outcomes are stored. */
  public interface Outbox {
    /** Stores how an effect ended; returns when it will be. */
    void settle(String effectKey, Ledger.State state, List<Arrival> outcome)
        throws InterruptedException;

    /**
     * The effects of these keys that aren't settled, in the order of the keys.
     *
     * @throws IOException if they can't be read now
     */
    List<Effect> read(List<String> effectKeys) throws IOException, InterruptedException;

    /**
     * Whether an effect that isn't settled is still to be done.
     *
     * @throws IOException if that can't be told now
     */
    boolean isWanted(String effectKey) throws IOException, InterruptedException;
  }

  /**
   * The products effects go to.
   *
   * @param slack messages in the event's channel
   * @param files askers' files in its threads, which must not hold up messages
   */
  public record Doors(Door slack, Door files, Door helpChat, Door modChat) {
    Door of(Effect effect) {
      return switch (effect) {
        case Effect.ShowFile file -> files;
        case Effect.ToSlack post -> slack;
        case Effect.ToChat chat -> of(chat.conversation());
      };
    }

    /** Names what must be done in order, and so by one courier. */
    public String courierLane(Effect effect) {
      return of(effect).laneOf(effect);
    }

    private Door of(Conversation conversation) {
      return conversation.chat() == Chat.HELP ? helpChat : modChat;
    }

    private List<Door> all() {
      return List.of(slack, files, helpChat, modChat);
    }
  }

  /** Works as soon as it is given something; {@code outbox} is told how each effect ended. */
  public Courier(Doors doors, Backoff backoff, Outbox outbox) {
    this.doors = doors;
    this.carrier = new Carrier(backoff, outbox);
    doors.all().forEach(door -> crews.put(door, new Crew(door.atOnce(), threads, this::turn)));
  }

  /** Takes an effect to deliver; returns at once. */
  void deliver(Outgoing outgoing) {
    Door door = doors.of(outgoing.effect());
    String name = door.laneOf(outgoing.effect());
    boolean idle;
    Lane lane;
    synchronized (lanes) {
      idle = !lanes.containsKey(name);
      lane = lanes.computeIfAbsent(name, unknown -> new Lane(name, door));
      lane.add(outgoing);
    }
    if (idle) {
      crews.get(door).ready(lane);
    }
  }

  /** How many effects wait or are on their way. */
  int waiting() {
    synchronized (lanes) {
      return lanes.values().stream().mapToInt(Lane::size).sum();
    }
  }

  /** One try for a lane; then it is gone, ready again, or will be later. */
  private void turn(Lane lane) throws InterruptedException {
    Duration pause = carrier.carry(lane);
    if (threads.isShutdown()) {
      throw new InterruptedException();
    }
    synchronized (lanes) {
      if (lane.isEmpty()) {
        lanes.remove(lane.name);
        lane.door.pace().idle();
        return;
      }
    }
    Crew crew = crews.get(lane.door);
    long nanos = Math.max(pause.toNanos(), lane.nanosUntilNext(System.nanoTime()));
    if (nanos == 0) {
      crew.ready(lane);
      return;
    }
    try {
      later.schedule(() -> crew.ready(lane), nanos, TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException stopped) {
      throw new InterruptedException();
    }
  }

  /** Stops where it is; the outbox keeps what is left. */
  void stop() throws InterruptedException {
    later.shutdownNow();
    threads.shutdownNow();
    threads.awaitTermination(5, TimeUnit.SECONDS);
  }
}
