package gameday.pipeline.record;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.pipeline.Effect;
import gameday.pipeline.Signal;
import gameday.pipeline.store.Database;
import gameday.pipeline.store.Ledger;
import gameday.process.Deadlines;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecorderTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir private Path dir;
  private final NotedDeliveries deliveries = new NotedDeliveries();
  private final Queue<Trouble> commits = new ConcurrentLinkedQueue<>();
  private volatile boolean diskIsFull;
  private Ledger real;
  private Recorder recorder;

  /** What becomes of a commit. */
  private enum Trouble {
    KEPT_BUT_NOT_TOLD,
    LOST
  }

  @BeforeEach
  void start() throws SQLException {
    real = Ledger.open(new Database.Sqlite(dir));
    Ledger troubled =
        (Ledger)
            Proxy.newProxyInstance(
                Ledger.class.getClassLoader(), new Class<?>[] {Ledger.class}, this::call);
    recorder = new Recorder(troubled, Horizon.playbook(Deadlines.DEFAULT), 1, deliveries);
    recorder.start();
  }

  @AfterEach
  void stop() throws Exception {
    recorder.stop();
    real.close();
  }

  private Object call(Object proxy, Method method, Object... arguments) throws Throwable {
    if (method.getName().equals("patience")) {
      return Duration.ofSeconds(2);
    }
    boolean commits = method.getName().equals("commit");
    Trouble trouble = commits ? this.commits.poll() : null;
    if (commits && (diskIsFull || trouble == Trouble.LOST)) {
      throw new SQLException("database or disk is full");
    }
    try {
      Object answer = method.invoke(real, arguments);
      if (trouble == Trouble.KEPT_BUT_NOT_TOLD) {
        throw new SQLException("connection lost");
      }
      return answer;
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private void learn(Arrival arrival) throws Exception {
    recorder.learn(List.of(arrival)).get(LONG.toSeconds(), TimeUnit.SECONDS);
  }

  private List<String> log() throws Exception {
    // On the recorder's thread, as the ledger wants it.
    return recorder
        .ask(
            pipeline -> {
              try {
                return real.inputsAfter(0, 100).stream().map(one -> one.input().key()).toList();
              } catch (SQLException e) {
                throw new IllegalStateException(e);
              }
            })
        .get(LONG.toSeconds(), TimeUnit.SECONDS)
        .stream()
        .filter(key -> !key.startsWith("was-away:"))
        .toList();
  }

  private List<String> given() {
    return deliveries.given.stream().map(given -> given.effect().text().split("\n")[1]).toList();
  }

  @Test
  void storesAndDeliversOnceWhateverBecomesOfTheCommit() throws Exception {
    learn(Horizon.asks(1));
    commits.add(Trouble.KEPT_BUT_NOT_TOLD);
    learn(Horizon.escalates(1, 1));
    learn(Horizon.asks(2));
    commits.add(Trouble.LOST);
    learn(Horizon.escalates(2, 1));

    assertEquals(List.of("asked:1", "noted:1:1", "asked:2", "noted:2:1"), log());
    assertEquals(
        List.of("*Issue:* no sound in room 1, 1", "*Issue:* no sound in room 2, 1"), given());
    assertEquals(List.of("was away", "missed", "missed"), deliveries.told);
  }

  @Test
  void keepsHowAnEffectEndedThroughAFailure() throws Exception {
    learn(Horizon.asks(1));
    learn(Horizon.escalates(1, 1));
    await().atMost(LONG).until(() -> deliveries.given.size() == 1);
    Effect post = deliveries.given.getFirst().effect();

    commits.add(Trouble.LOST);
    commits.add(Trouble.KEPT_BUT_NOT_TOLD);
    recorder.settle(
        post.key(),
        Ledger.State.DONE,
        List.of(new Arrival("posted", new Signal.Posted(post.key(), "1.000001"))));
    learn(Horizon.answers("1.000001", 1));

    assertEquals(List.of("asked:1", "noted:1:1", "posted", "slack:11.000001"), log());
    await().atMost(LONG).until(() -> deliveries.given.size() == 2);
    assertEquals(List.of(), recorder.read(List.of(post.key())));
  }

  @Test
  void refusesWhatItCanNotStoreAndEndsIfItStaysSo() throws Exception {
    diskIsFull = true;
    CompletableFuture<Void> waiting = recorder.learn(List.of(Horizon.asks(1)));

    await().atMost(LONG).until(() -> !recorder.isStoring());
    assertTrue(recorder.learn(List.of(Horizon.asks(2))).isCompletedExceptionally());
    await().atMost(LONG).until(() -> deliveries.told.contains("broken"));

    assertThrows(ExecutionException.class, waiting::get);
    assertEquals(List.of(), real.inputsAfter(1, 100));
    assertFalse(recorder.isStoring());
  }
}
