package gameday.pipeline.record;

import gameday.pipeline.Effect;
import gameday.pipeline.Playbook;
import gameday.pipeline.Signal;
import gameday.pipeline.store.Database;
import gameday.pipeline.store.Ledger;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One of several instances on one database: a recorder, and a thread for each lane. */
final class Instance implements Surroundings, AutoCloseable {
  final List<String> told = new CopyOnWriteArrayList<>();

  private final SharedOutside outside;
  private final Ledger ledger;
  private final Recorder recorder;
  private final Map<String, ExecutorService> lanes = new HashMap<>();
  private boolean delivers;

  Instance(Database database, Playbook playbook, double speed, SharedOutside outside)
      throws SQLException {
    this.outside = outside;
    this.ledger = Ledger.open(database);
    this.recorder = new Recorder(ledger, playbook, speed, this);
    recorder.start();
  }

  Recorder recorder() {
    return recorder;
  }

  /** Whether it is stored. */
  boolean learn(Arrival arrival) throws InterruptedException {
    try {
      recorder.learn(List.of(arrival)).get(2, TimeUnit.SECONDS);
      return true;
    } catch (ExecutionException | TimeoutException e) {
      return false;
    }
  }

  @Override
  public String laneOf(Effect effect) {
    return switch (effect.lane().charAt(0)) {
      case 's' -> "slack";
      default -> effect.lane();
    };
  }

  @Override
  public synchronized void deliver(Outgoing outgoing) {
    if (delivers) {
      String lane = laneOf(outgoing.effect());
      lanes
          .computeIfAbsent(
              lane, fresh -> Executors.newSingleThreadExecutor(Thread.ofVirtual().factory()))
          .execute(() -> carryOut(lane, outgoing));
    }
  }

  private void carryOut(String lane, Outgoing outgoing) {
    Effect effect = outgoing.effect();
    String found = outgoing.doubtful() ? outside.find(effect) : null;
    String id = found == null ? outside.send(lane, effect) : found;
    List<Arrival> outcome =
        effect instanceof Effect.PostToSlack
            ? List.of(new Arrival("posted:" + effect.key(), new Signal.Posted(effect.key(), id)))
            : List.of();
    try {
      recorder.settle(effect.key(), Ledger.State.DONE, outcome);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized void beginDelivering() {
    delivers = true;
  }

  @Override
  public void endDelivering() {
    List<ExecutorService> last;
    synchronized (this) {
      delivers = false;
      last = List.copyOf(lanes.values());
      lanes.clear();
    }
    last.forEach(ExecutorService::shutdownNow);
    last.forEach(ExecutorService::close);
  }

  @Override
  public void missed() {
    told.add("missed");
  }

  @Override
  public void wasAway() {
    told.add("was away");
    recorder.learn(List.of(new Arrival("caught-up:" + UUID.randomUUID(), new Signal.CaughtUp())));
  }

  @Override
  public void broken() {
    told.add("broken");
  }

  @Override
  public void close() throws SQLException {
    try {
      endDelivering();
      recorder.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    ledger.close();
  }
}
