package gameday.pipeline.record;

import gameday.pipeline.Effect;
import gameday.pipeline.Pipeline;
import gameday.pipeline.Playbook;
import gameday.pipeline.store.Ledger;
import gameday.pipeline.store.StoredKey;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that lets the core step and writes the ledger. What waits while a commit is on its
 * way to the disk shares the next one. While the database is away it waits for it.
 */
public final class Recorder implements Ledger.Watch {
  private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);

  /** So many entries at most wait to be stored; what comes then is refused. */
  public static final int WAITING = 10_000;

  private static final int BATCH = 500;
  private static final long READING_SECONDS = 30;
  private static final long FIRST_PAUSE_MILLIS = 100;
  private static final long LONGEST_PAUSE_MILLIS = 5_000;

  private final BlockingQueue<Entry> queue = new ArrayBlockingQueue<>(WAITING);
  private final Ledger ledger;
  private final Surroundings surroundings;
  private final Scribe scribe;
  private final Thread thread;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private volatile boolean storing = true;

  /**
   * Rebuilds the pipeline from the ledger; nothing runs until {@link #start}.
   *
   * @param speed seconds of event time in a second
   * @throws SQLException if the ledger can't be read, or another instance runs at another speed
   */
  public Recorder(Ledger ledger, Playbook playbook, double speed, Surroundings surroundings)
      throws SQLException {
    this(ledger, Mind.honest(playbook), speed, surroundings);
  }

  /** Likewise, with a mind of its own kind. */
  public Recorder(Ledger ledger, Mind mind, double speed, Surroundings surroundings)
      throws SQLException {
    this.ledger = ledger;
    this.surroundings = surroundings;
    this.scribe = new Scribe(ledger, mind, speed, this, surroundings);
    this.thread = Thread.ofPlatform().name("recorder").unstarted(this::run);
  }

  /**
   * Takes up what the last run left undelivered, and goes on. If no other instance was there
   * meanwhile, deadlines wait until {@link gameday.pipeline.Signal.CaughtUp} is learnt.
   *
   * @throws SQLException if that can't be stored
   */
  public void start() throws SQLException {
    scribe.write(List.of());
    thread.start();
  }

  /**
   * Completes once {@code arrivals} are stored, and what follows from them; all are or none. Fails
   * at once if they can't be for now. What is known already counts as stored.
   */
  public CompletableFuture<Void> learn(List<Arrival> arrivals) {
    Entry entry = Entry.of(arrivals);
    offer(entry);
    return entry.stored();
  }

  /**
   * Stores how an effect ended, and what the core must learn of it, together; returns before they
   * are. Waits while the queue is full.
   */
  public void settle(String effectKey, Ledger.State state, List<Arrival> outcome)
      throws InterruptedException {
    queue.put(Entry.settling(new Ledger.Settled(effectKey, state), outcome));
  }

  /**
   * Asks the core, after all that was learnt before; fails as {@link #learn} does.
   *
   * @param question runs on the recorder's thread and must be quick
   */
  public <T> CompletableFuture<T> ask(Function<Pipeline, T> question) {
    Entry turn = Entry.of(List.of());
    // Bound to the turn before it is taken, the question runs on the recorder's own thread.
    CompletableFuture<T> answer =
        turn.stored().thenApply(taken -> question.apply(scribe.pipeline()));
    offer(turn);
    return answer;
  }

  /**
   * Whether the core still wants the effect of that key done.
   *
   * @throws IOException if that can't be told now
   */
  public boolean wants(String effectKey) throws IOException, InterruptedException {
    try {
      return ask(pipeline -> pipeline.wants(effectKey)).get(READING_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("not asked", e);
    }
  }

  /** Whether something of that key was learnt; fails as {@link #ask} does. */
  public CompletableFuture<Boolean> knows(String key) {
    return ask(pipeline -> pipeline.knows(StoredKey.of(key)));
  }

  /**
   * The effects of these keys that aren't settled, in the order of the keys.
   *
   * @throws IOException if they can't be read now
   */
  public List<Effect> read(List<String> effectKeys) throws IOException, InterruptedException {
    try {
      return ask(pipeline -> undelivered(effectKeys)).get(READING_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("not read", e);
    }
  }

  private List<Effect> undelivered(List<String> effectKeys) {
    try {
      return scribe.undelivered(effectKeys);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Event time at {@code instant}, in nanoseconds; negative before the first start. */
  public long nanosOf(Instant instant) {
    return scribe.clock().nanosOf(instant, Instant.now());
  }

  /** The first start on this database, to the second. */
  public Instant born() {
    return scribe.born();
  }

  /** Whether what is learnt now will be stored soon; false while the database is away. */
  boolean isStoring() {
    return storing && !isStopping();
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  /** How many entries wait to be stored; {@link #WAITING} at most. */
  public int waiting() {
    return queue.size();
  }

  private void offer(Entry entry) {
    if (!isStoring() || !queue.offer(entry)) {
      entry
          .stored()
          .completeExceptionally(
              new IllegalStateException("the queue is full or closed, or the database is away"));
    }
  }

  @Override
  public void told() {
    // If the queue is full it needs no waking.
    queue.offer(Entry.of(List.of()));
  }

  @Override
  public void lost() {
    surroundings.endDelivering();
  }

  private void run() {
    try {
      while (!(isStopping() && queue.isEmpty())) {
        step();
      }
    } catch (SQLException | RuntimeException e) {
      // Only a restart makes the core and the ledger agree again.
      LOG.error("event=ledger-broken", e);
      stopping.countDown();
      queue.forEach(entry -> entry.stored().completeExceptionally(e));
      surroundings.broken();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void step() throws InterruptedException, SQLException {
    List<Entry> batch = new ArrayList<>();
    Entry first = queue.poll(isStopping() ? 0 : scribe.patienceNanos(), TimeUnit.NANOSECONDS);
    if (first != null) {
      batch.add(first);
      queue.drainTo(batch, BATCH - 1);
    }
    if (!batch.isEmpty() || scribe.isDue()) {
      store(batch);
    }
  }

  private void store(List<Entry> batch) throws SQLException, InterruptedException {
    try {
      scribe.write(batch);
    } catch (SQLException e) {
      storeLater(batch, e);
    } catch (RuntimeException e) {
      batch.forEach(entry -> entry.stored().completeExceptionally(e));
      throw e;
    }
  }

  /** The batch may stand or not: what is learnt from the log decides, when it can be read. */
  private void storeLater(List<Entry> batch, SQLException failure)
      throws SQLException, InterruptedException {
    LOG.error("event=ledger-failed reason=\"{}\"", failure.getMessage());
    long since = System.nanoTime();
    SQLException last = failure;
    for (int tries = 1; ; tries++) {
      try {
        scribe.recover();
        // Before anybody is told that their part is stored: they may have more at once.
        storing = true;
        scribe.write(batch);
        LOG.info("event=ledger-back tries={}", tries);
        surroundings.missed();
        return;
      } catch (SQLException e) {
        last = e;
        LOG.warn("event=ledger-away tries={} reason=\"{}\"", tries, e.getMessage());
      } catch (RuntimeException e) {
        batch.forEach(entry -> entry.stored().completeExceptionally(e));
        throw e;
      }
      storing = false;
      boolean late = System.nanoTime() - since > ledger.patience(last).toNanos();
      if (late || stopping.await(pauseMillis(tries), TimeUnit.MILLISECONDS)) {
        SQLException why = last;
        batch.forEach(entry -> entry.stored().completeExceptionally(why));
        throw last;
      }
    }
  }

  private static long pauseMillis(int tries) {
    return Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(tries - 1, 10));
  }

  /** Stores what still waits, then stops. */
  public void stop() throws InterruptedException {
    stopping.countDown();
    told();
    thread.join();
  }
}
