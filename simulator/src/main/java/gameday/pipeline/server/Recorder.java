package gameday.pipeline.server;

import gameday.pipeline.Effect;
import gameday.pipeline.Input;
import gameday.pipeline.Pipeline;
import gameday.pipeline.Playbook;
import gameday.pipeline.Signal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that lets the core step and writes the ledger. What waits while a commit is on its
 * way to the disk shares the next one.
 */
final class Recorder {
  private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);

  /** So many at most wait to be stored. */
  static final int WAITING = 10_000;

  private static final int BATCH = 500;
  private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final BlockingQueue<Entry> queue = new ArrayBlockingQueue<>(WAITING);
  private final Ledger ledger;
  private final Pipeline pipeline;
  private final EventClock clock;
  private final Instant born;
  private final Consumer<Outgoing> deliver;
  private final Runnable broken;
  private final Thread thread;
  private volatile boolean stopping;
  private long lastNanos;

  private record Entry(
      List<Arrival> arrivals, List<Settled> settled, CompletableFuture<Void> stored) {}

  private record Settled(String effectKey, Ledger.State state) {}

  /** Rebuilds the pipeline from the ledger; nothing runs until {@link #start}. */
  Recorder(
      Ledger ledger, Playbook playbook, double speed, Consumer<Outgoing> deliver, Runnable broken)
      throws SQLException {
    this.ledger = ledger;
    this.deliver = deliver;
    this.broken = broken;
    this.pipeline = new Pipeline(playbook);
    this.lastNanos = ledger.replay(pipeline::on);
    Instant now = Instant.now();
    EventClock.Zero zero = ledger.clock().orElse(new EventClock.Zero(now.toEpochMilli(), 0, speed));
    this.clock = new EventClock(zero, lastNanos, speed, now);
    ledger.setClock(clock.zero(now));
    this.born = ledger.born(now).truncatedTo(ChronoUnit.SECONDS);
    this.thread = Thread.ofPlatform().name("recorder").unstarted(this::run);
  }

  /** Takes up what the last run left undelivered, and goes on; deadlines wait for the catch-up. */
  void start() throws SQLException {
    learn(List.of(new Arrival("was-away:" + UUID.randomUUID(), new Signal.WasAway())));
    for (Effect effect : ledger.undelivered()) {
      deliver.accept(new Outgoing(effect, true));
    }
    thread.start();
  }

  /** Completes once {@code arrivals} are stored; fails at once if too much waits already. */
  CompletableFuture<Void> learn(List<Arrival> arrivals) {
    CompletableFuture<Void> stored = new CompletableFuture<>();
    offer(new Entry(arrivals, List.of(), stored));
    return stored;
  }

  /** Stores how an effect ended, and what the core must learn of it, together. */
  void settle(String effectKey, Ledger.State state, List<Arrival> outcome)
      throws InterruptedException {
    CompletableFuture<Void> stored = new CompletableFuture<>();
    queue.put(new Entry(outcome, List.of(new Settled(effectKey, state)), stored));
  }

  /** Asks the core, after all that was learnt before. */
  <T> CompletableFuture<T> ask(Function<Pipeline, T> question) {
    CompletableFuture<Void> turn = new CompletableFuture<>();
    // Bound to the turn before it is taken, the question runs on the recorder's own thread.
    CompletableFuture<T> answer = turn.thenApply(taken -> question.apply(pipeline));
    offer(new Entry(List.of(), List.of(), turn));
    return answer;
  }

  /** Event time at {@code instant}. */
  long nanosOf(Instant instant) {
    return clock.nanosOf(instant, Instant.now());
  }

  /** The first start on this database, to the second. */
  Instant born() {
    return born;
  }

  /** How many wait to be stored. */
  int waiting() {
    return queue.size();
  }

  private void offer(Entry entry) {
    if (stopping || !queue.offer(entry)) {
      entry
          .stored()
          .completeExceptionally(new IllegalStateException("the queue is full or closed"));
    }
  }

  private void run() {
    try {
      while (!(stopping && queue.isEmpty())) {
        step();
      }
    } catch (SQLException | RuntimeException e) {
      // The core has learnt what the ledger has not: only a restart makes them agree again.
      LOG.error("event=ledger-broken", e);
      stopping = true;
      queue.forEach(entry -> entry.stored().completeExceptionally(e));
      broken.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void step() throws InterruptedException, SQLException {
    OptionalLong deadline = pipeline.nextDeadlineNanos();
    long patience =
        deadline.isPresent()
            ? Math.min(IDLE_NANOS, clock.wallNanosUntil(deadline.getAsLong()))
            : IDLE_NANOS;
    List<Entry> batch = new ArrayList<>();
    Entry first = queue.poll(stopping ? 0 : patience, TimeUnit.NANOSECONDS);
    if (first != null) {
      batch.add(first);
      queue.drainTo(batch, BATCH - 1);
    }
    long now = clock.nowNanos();
    if (deadline.isPresent() && deadline.getAsLong() <= now) {
      Arrival tick = new Arrival("tick:" + now, new Signal.Tick());
      batch.addFirst(new Entry(List.of(tick), List.of(), new CompletableFuture<>()));
    }
    if (!batch.isEmpty()) {
      store(batch);
    }
  }

  private void store(List<Entry> batch) throws SQLException {
    List<Effect> effects = new ArrayList<>();
    try {
      for (Entry entry : batch) {
        for (Settled settled : entry.settled()) {
          ledger.settle(settled.effectKey(), settled.state());
        }
        for (Arrival arrival : entry.arrivals()) {
          take(arrival, effects);
        }
      }
      ledger.commit();
    } catch (SQLException | RuntimeException e) {
      batch.forEach(entry -> entry.stored().completeExceptionally(e));
      throw e;
    }
    batch.forEach(entry -> entry.stored().complete(null));
    effects.forEach(effect -> deliver.accept(new Outgoing(effect, false)));
  }

  private void take(Arrival arrival, List<Effect> effects) throws SQLException {
    if (pipeline.knows(arrival.key())) {
      return;
    }
    lastNanos = Math.max(lastNanos, clock.nowNanos());
    Input input = new Input(arrival.key(), lastNanos, arrival.signal());
    ledger.add(input);
    for (Effect effect : pipeline.on(input)) {
      if (ledger.add(effect)) {
        effects.add(effect);
      } else {
        LOG.warn("event=effect-repeated key={}", effect.key());
      }
    }
  }

  /** Stores what still waits, then stops. */
  void stop() throws InterruptedException {
    stopping = true;
    // Wakes it, if it is idle; if the queue is full it isn't.
    queue.offer(new Entry(List.of(), List.of(), new CompletableFuture<>()));
    thread.join();
  }
}
