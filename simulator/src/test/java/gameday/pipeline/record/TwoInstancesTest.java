package gameday.pipeline.record;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.pipeline.Effect;
import gameday.pipeline.Pipeline;
import gameday.pipeline.Playbook;
import gameday.pipeline.Signal;
import gameday.pipeline.store.Database;
import gameday.pipeline.store.Ledger;
import gameday.pipeline.store.PostgresServer;
import gameday.process.Deadlines;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances on one PostgreSQL, in one process. */
class TwoInstancesTest {
  private static final Duration LONG = Duration.ofSeconds(120);
  private static final int CONVERSATIONS = 60;
  private static final Playbook CALM = Horizon.playbook(Deadlines.DEFAULT);

  private final SharedOutside outside = new SharedOutside();
  private final List<Instance> instances = new ArrayList<>();
  private Database.Postgres database;

  @BeforeEach
  void makeDatabase() throws SQLException {
    database = PostgresServer.newDatabase();
  }

  @AfterEach
  void stopInstances() throws SQLException {
    for (Instance instance : instances) {
      instance.close();
    }
  }

  private Instance start(Playbook playbook, double speed) throws SQLException {
    Instance instance = new Instance(database, playbook, speed, outside);
    instances.add(instance);
    return instance;
  }

  private Instance start() throws SQLException {
    return start(CALM, 1);
  }

  private String count(String of) throws SQLException {
    return PostgresServer.ask(database, "SELECT count(*) FROM " + of);
  }

  private void awaitSettled(int inputs) {
    await()
        .atMost(LONG)
        .until(
            () ->
                count("outbox WHERE state = 'OPEN'").equals("0")
                    && Integer.parseInt(count("inputs")) >= inputs);
  }

  /** A fresh core, given the log, decides what the outbox holds and what stands outside. */
  private void assertAllIsInOrder() throws SQLException {
    List<Ledger.Logged> log = log();
    assertEquals(
        LongStream.rangeClosed(1, log.size()).boxed().toList(),
        log.stream().map(Ledger.Logged::seq).toList());
    List<Long> times = log.stream().map(logged -> logged.input().atNanos()).toList();
    assertEquals(times.stream().sorted().toList(), times);
    Pipeline core = new Pipeline(CALM);
    List<Effect> decided =
        log.stream().flatMap(logged -> core.on(logged.input()).stream()).toList();
    assertEquals(
        decided.stream().map(Effect::key).toList(),
        List.of(PostgresServer.ask(database, "SELECT key FROM outbox ORDER BY id").split(",")));
    assertEquals(List.of(), outside.faults());
    Instance any = instances.getFirst();
    for (String lane : decided.stream().map(any::laneOf).distinct().toList()) {
      assertEquals(
          decided.stream().filter(effect -> any.laneOf(effect).equals(lane)).toList(),
          outside.sent().stream().filter(effect -> any.laneOf(effect).equals(lane)).toList());
    }
  }

  private List<Ledger.Logged> log() throws SQLException {
    try (Ledger ledger = Ledger.open(database)) {
      return ledger.inputsAfter(0, 100_000);
    }
  }

  /** Everything to one of the two by chance, again to the other if the first one can't store it. */
  private void tell(List<Arrival> arrivals, Random random) {
    List<CompletableFuture<Void>> told = new ArrayList<>();
    try (ExecutorService senders = Executors.newFixedThreadPool(16)) {
      for (Arrival arrival : arrivals) {
        int first = random.nextInt(instances.size());
        told.add(CompletableFuture.runAsync(() -> tell(arrival, first), senders));
      }
    }
    told.forEach(CompletableFuture::join);
  }

  private void tell(Arrival arrival, int first) {
    AtomicInteger next = new AtomicInteger(first);
    await()
        .atMost(LONG)
        .until(() -> instances.get(next.getAndIncrement() % instances.size()).learn(arrival));
  }

  private static List<Arrival> questions() {
    List<Arrival> arrivals = new ArrayList<>();
    for (int number = 0; number < CONVERSATIONS; number++) {
      arrivals.add(Horizon.asks(number));
      arrivals.add(Horizon.isTaken(number));
      arrivals.add(Horizon.escalates(number, 1));
      arrivals.add(Horizon.escalates(number, 2));
    }
    return arrivals;
  }

  private List<Arrival> answers() {
    List<Arrival> arrivals = new ArrayList<>();
    for (Ledger.Logged logged : assertedLog()) {
      if (logged.input().signal() instanceof Signal.Posted posted) {
        for (int time = 1; time <= 3; time++) {
          arrivals.add(Horizon.answers(posted.ts(), time));
        }
      }
    }
    return arrivals;
  }

  private List<Ledger.Logged> assertedLog() {
    try {
      List<Ledger.Logged> log = log();
      assertFalse(log.isEmpty());
      return log;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static List<Arrival> twiceAndShuffled(List<Arrival> arrivals, Random random) {
    List<Arrival> twice = new ArrayList<>(arrivals);
    twice.addAll(arrivals);
    Collections.shuffle(twice, random);
    return twice;
  }

  @Test
  void shareTheWorkInOneOrderAndDeliverEverythingOnce() throws Exception {
    Random random = new Random(7);
    Instance a = start();
    Instance b = start();

    tell(twiceAndShuffled(questions(), random), random);
    awaitSettled(4 * CONVERSATIONS);
    tell(twiceAndShuffled(answers(), random), random);
    awaitSettled(4 * CONVERSATIONS);

    assertAllIsInOrder();
    assertEquals(List.of("was away"), a.told);
    assertEquals(List.of(), b.told);
    assertEquals("2", PostgresServer.ask(database, "SELECT count(DISTINCT owner) FROM outbox"));
  }

  @Test
  void countOnceWhatBothAreToldAtOnce() throws Exception {
    Instance a = start();
    Instance b = start();
    a.learn(Horizon.asks(1));

    CompletableFuture<Void> one = a.recorder().learn(List.of(Horizon.escalates(1, 1)));
    CompletableFuture<Void> other = b.recorder().learn(List.of(Horizon.escalates(1, 1)));

    CompletableFuture.allOf(one, other).join();
    awaitSettled(2);
    assertEquals("1", count("inputs WHERE key = 'noted:1:1'"));
    assertEquals(1, outside.sent().size());
  }

  @Test
  void loseAndRepeatNothingThoughTheirConnectionsAreCutAgainAndAgain() throws Exception {
    Random random = new Random(8);
    start();
    start();
    CompletableFuture<Void> work =
        CompletableFuture.runAsync(
            () -> {
              tell(twiceAndShuffled(questions(), random), random);
              awaitSettled(4 * CONVERSATIONS);
              tell(twiceAndShuffled(answers(), random), random);
            });

    for (int cut = 0; cut < 8 && !work.isDone(); cut++) {
      int before = Integer.parseInt(count("inputs"));
      PostgresServer.hangUp(database, cut % 2 == 0);
      await()
          .atMost(LONG)
          .until(() -> work.isDone() || Integer.parseInt(count("inputs")) > before + 10);
    }
    work.join();
    awaitSettled(4 * CONVERSATIONS);

    assertAllIsInOrder();
    instances.forEach(instance -> assertFalse(instance.told.contains("broken")));
  }

  @Test
  void takeUpInDoubtWhatTheyHadInHandWhenTheyLoseTheirLife() throws Exception {
    NotedDeliveries deliveries = new NotedDeliveries();
    try (Ledger ledger = Ledger.open(database)) {
      Recorder recorder = new Recorder(ledger, CALM, 1, deliveries);
      recorder.start();
      recorder.learn(List.of(Horizon.asks(1))).join();
      recorder.learn(List.of(Horizon.escalates(1, 1))).join();
      await().atMost(LONG).until(() -> deliveries.given.size() == 1);

      PostgresServer.hangUp(database, true);

      await().atMost(LONG).until(() -> deliveries.given.size() == 2);
      Outgoing first = deliveries.given.getFirst();
      assertEquals(new Outgoing(first.effect(), true), deliveries.given.getLast());
      assertFalse(first.doubtful());
      assertEquals(List.of("was away", "was away"), deliveries.told);
      recorder.stop();
    }
  }

  @Test
  void goOnWhereTheyWereWhenTheServerComesBack(@TempDir Path dir) throws Exception {
    Random random = new Random(9);
    try (PostgresServer server = PostgresServer.startIn(dir)) {
      database = server.database("horizon");
      Instance a = start();
      start();
      tell(questions().subList(0, 2 * CONVERSATIONS), random);

      server.stop();
      assertFalse(a.learn(Horizon.escalates(CONVERSATIONS, 1)));
      await().atMost(LONG).until(() -> !a.recorder().isStoring());
      server.startAgain();

      tell(questions(), random);
      awaitSettled(4 * CONVERSATIONS);
      assertAllIsInOrder();
      assertTrue(a.told.contains("missed"));
      stopInstances();
      instances.clear();
    }
  }

  @Test
  void letOneDeadlineGoOffOnce() throws Exception {
    Playbook hasty =
        Horizon.playbook(
            new Deadlines(Duration.ofHours(1), Duration.ofMinutes(5), Duration.ofMinutes(10)));
    Instance a = start(hasty, 100);
    Instance b = start(hasty, 100);
    a.learn(Horizon.asks(1));
    b.learn(Horizon.isTaken(1));
    a.learn(Horizon.escalates(1, 1));

    await().atMost(LONG).until(() -> outside.sent().size() == 3);
    awaitSettled(6);

    assertEquals("2", count("inputs WHERE key LIKE 'tick:%'"));
    assertEquals(
        List.of("Reminder", "Calling"),
        outside.sent().stream().skip(1).map(sent -> sent.text().split("[: ]")[0]).toList());
  }
}
