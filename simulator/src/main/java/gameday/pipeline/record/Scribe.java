package gameday.pipeline.record;

import gameday.pipeline.Effect;
import gameday.pipeline.Pipeline;
import gameday.pipeline.Signal;
import gameday.pipeline.store.ClockZero;
import gameday.pipeline.store.Ledger;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Writes batch after batch, each in one transaction: first learns what other instances have
 * written, then lets the core take the batch. Whatever a failed transaction was to write may be
 * written again: keys tell what is there already.
 */
final class Scribe {
  /** How often it looks for what others wrote, and whether they are still there. */
  static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** A call that a dead instance had under way may still arrive; looking before would miss it. */
  private static final Duration GRACE = Duration.ofSeconds(3);

  private final Ledger ledger;
  private final Mind mind;
  private final Ledger.Watch watch;
  private final Surroundings surroundings;
  private final EventClock clock;
  private final Instant born;
  private final Set<String> handedOut = new HashSet<>();
  private Replica replica;
  private Duration grace;
  private long lastId;
  private long lookedNanos;
  private boolean alone;
  private boolean unsure;
  private boolean somebodyLeft;

  /** Rebuilds the core from the log and joins the other instances, if there are any. */
  Scribe(Ledger ledger, Mind mind, double speed, Ledger.Watch watch, Surroundings surroundings)
      throws SQLException {
    this.ledger = ledger;
    this.mind = mind;
    this.watch = watch;
    this.surroundings = surroundings;
    this.replica = new Replica(ledger, mind);
    // The long part without keeping others waiting.
    replica.follow();
    ledger.begin();
    replica.follow();
    join();
    // What a run left that nobody else lives to see needs no grace: nothing of it is under way.
    grace = alone ? Duration.ZERO : GRACE;
    Instant now = Instant.now();
    ClockZero zero = ledger.clock().orElse(new ClockZero(now.toEpochMilli(), 0, speed));
    if (!alone && zero.speed() != speed) {
      throw new SQLException(
          "GAMEDAY_SPEED must be the same for all instances on one database; another one runs at "
              + zero.speed()
              + ", this one was told "
              + speed);
    }
    this.clock = new EventClock(zero, replica.lastNanos(), speed, now);
    if (alone) {
      ledger.setClock(clock.zero(now));
    }
    this.born = ledger.born(now).truncatedTo(ChronoUnit.SECONDS);
    this.lookedNanos = System.nanoTime() - LOOK_NANOS;
    ledger.commit();
  }

  Pipeline pipeline() {
    return replica.pipeline();
  }

  EventClock clock() {
    return clock;
  }

  /** The first start on this database, to the second. */
  Instant born() {
    return born;
  }

  /** Wall nanoseconds until it should write even if nothing was learnt. */
  long patienceNanos() {
    OptionalLong deadline = replica.pipeline().nextDeadlineNanos();
    long look =
        ledger.isShared() ? Math.max(0, lookedNanos + LOOK_NANOS - System.nanoTime()) : LOOK_NANOS;
    return deadline.isPresent() ? Math.min(look, clock.wallNanosUntil(deadline.getAsLong())) : look;
  }

  /** Whether there is something to do though nothing was learnt. */
  boolean isDue() {
    OptionalLong deadline = replica.pipeline().nextDeadlineNanos();
    return deadline.isPresent() && deadline.getAsLong() <= clock.nowNanos() || isTimeToLook();
  }

  private boolean isTimeToLook() {
    return (ledger.isShared() || alone) && System.nanoTime() - lookedNanos >= LOOK_NANOS;
  }

  private void join() throws SQLException {
    alone |= ledger.join(watch);
    // What was handed out before now counts as another's.
    handedOut.clear();
    surroundings.beginDelivering();
  }

  /** Stores a batch, and then hands out what this instance is to carry out. */
  void write(List<Entry> batch) throws SQLException {
    ledger.begin();
    boolean news = replica.follow();
    if (!ledger.isMember()) {
      join();
    }
    ledger.settle(batch.stream().flatMap(entry -> entry.settled().stream()).toList());
    boolean look = isTimeToLook();
    List<Ledger.Handed> mine = placedBefore(news);
    if (look) {
      somebodyLeft |= ledger.hasAnybodyLeft();
      mine.addAll(ledger.adopt(grace));
    }
    boolean arriving = alone;
    mine.addAll(
        ledger.addEffects(
            take(batch, arriving).stream()
                .map(effect -> new Ledger.Placed(effect, surroundings.laneOf(effect)))
                .toList()));
    ledger.commit();
    replica.stored();
    unsure = false;
    alone = false;
    if (look) {
      lookedNanos = System.nanoTime();
      grace = GRACE;
    }
    handOut(mine, batch);
    if (arriving) {
      surroundings.wasAway();
    } else if (somebodyLeft) {
      // What it was told last, and had not stored, nobody will tell again.
      surroundings.missed();
    }
    somebodyLeft = false;
  }

  /**
   * What is this instance's and wasn't handed to it: others placed it, or it did so itself in a
   * transaction whose end it didn't see.
   */
  private List<Ledger.Handed> placedBefore(boolean news) throws SQLException {
    List<Ledger.Handed> mine = new ArrayList<>();
    if (unsure) {
      ledger.mineAfter(0).stream().map(Scribe::inDoubt).forEach(mine::add);
    } else if (news) {
      mine.addAll(ledger.mineAfter(lastId));
    }
    return mine;
  }

  private static Ledger.Handed inDoubt(Ledger.Handed handed) {
    return new Ledger.Handed(handed.id(), handed.effect(), true);
  }

  /** Lets the core take it all, and adds it to the log; the effects. */
  private List<Effect> take(List<Entry> batch, boolean arriving) throws SQLException {
    List<Arrival> arrivals = new ArrayList<>();
    if (arriving) {
      arrivals.add(new Arrival("was-away:" + UUID.randomUUID(), new Signal.WasAway()));
    }
    batch.forEach(entry -> arrivals.addAll(entry.arrivals()));
    List<Effect> effects = new ArrayList<>();
    List<Ledger.Logged> inputs = new ArrayList<>();
    for (Arrival arrival : arrivals) {
      inputs.addAll(replica.take(arrival, clock.nowNanos(), effects));
    }
    OptionalLong deadline = replica.pipeline().nextDeadlineNanos();
    if (deadline.isPresent() && deadline.getAsLong() <= clock.nowNanos()) {
      // Whoever comes second has learnt of the first one's tick, so the place makes it unique.
      String key = "tick:" + deadline.getAsLong() + "@" + replica.nextSeq();
      Arrival tick = new Arrival(key, new Signal.Tick());
      inputs.addAll(replica.take(tick, clock.nowNanos(), effects));
    }
    ledger.addInputs(inputs);
    return effects;
  }

  private void handOut(List<Ledger.Handed> mine, List<Entry> batch) {
    for (Entry entry : batch) {
      entry.settled().forEach(settled -> handedOut.remove(settled.effectKey()));
      entry.stored().complete(null);
    }
    for (Ledger.Handed handed : mine) {
      lastId = Math.max(lastId, handed.id());
      if (handedOut.add(handed.effect().key())) {
        surroundings.deliver(new Outgoing(handed.effect(), handed.doubtful()));
      }
    }
  }

  /** The effects of these keys that aren't settled; on the recorder's thread, between writes. */
  List<Effect> undelivered(List<String> effectKeys) throws SQLException {
    List<Effect> effects = ledger.undelivered(effectKeys);
    ledger.commit();
    return effects;
  }

  /** Connects again, and rebuilds the core if it may have learnt what the log does not hold. */
  void recover() throws SQLException {
    unsure = true;
    ledger.reopen();
    if (replica.isAhead()) {
      Replica rebuilt = new Replica(ledger, mind);
      rebuilt.follow();
      ledger.commit();
      replica = rebuilt;
    }
  }
}
