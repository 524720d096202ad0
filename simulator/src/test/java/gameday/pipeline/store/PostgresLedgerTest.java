package gameday.pipeline.store;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.pipeline.Conversation;
import gameday.pipeline.Effect;
import gameday.pipeline.Input;
import gameday.pipeline.Signal;
import gameday.process.Chat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two instances on one server. */
class PostgresLedgerTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Conversation HELP = new Conversation(Chat.HELP, "7");

  private final NotedWatch watchOfA = new NotedWatch();
  private final NotedWatch watchOfB = new NotedWatch();
  private Database.Postgres database;
  private Ledger a;
  private Ledger b;

  @BeforeEach
  void open() throws SQLException {
    database = PostgresServer.newDatabase();
    a = Ledger.open(database);
    b = Ledger.open(database);
  }

  @AfterEach
  void close() throws SQLException {
    a.close();
    b.close();
  }

  private static boolean join(Ledger ledger, NotedWatch watch) throws SQLException {
    ledger.begin();
    boolean alone = ledger.join(watch);
    ledger.commit();
    return alone;
  }

  private static List<String> add(Ledger ledger, String lane, String... keys) throws SQLException {
    ledger.begin();
    List<Ledger.Handed> handed =
        ledger.addEffects(
            Arrays.stream(keys)
                .map(key -> new Effect.NoteToAgent(key, HELP, "text"))
                .map(effect -> new Ledger.Placed(effect, lane))
                .toList());
    ledger.commit();
    return keys(handed);
  }

  private static List<String> adopt(Ledger ledger, Duration grace) throws SQLException {
    ledger.begin();
    List<Ledger.Handed> adopted = ledger.adopt(grace);
    ledger.commit();
    return keys(adopted);
  }

  private static List<String> mine(Ledger ledger) throws SQLException {
    ledger.begin();
    List<Ledger.Handed> mine = ledger.mineAfter(0);
    ledger.commit();
    return keys(mine);
  }

  private static void settle(Ledger ledger, String key) throws SQLException {
    ledger.begin();
    ledger.settle(List.of(new Ledger.Settled(key, Ledger.State.DONE)));
    ledger.commit();
  }

  private static List<String> keys(List<Ledger.Handed> handed) {
    return handed.stream().map(one -> one.effect().key() + (one.doubtful() ? "?" : "")).toList();
  }

  @Test
  void onlyTheFirstIsAlone() throws SQLException {
    assertFalse(a.isMember());
    assertTrue(join(a, watchOfA));
    assertFalse(join(b, watchOfB));
    assertTrue(a.isMember());
    assertTrue(b.isMember());
  }

  @Test
  void givesAnEffectToWhoeverHasItsLaneAndTellsThem() throws Exception {
    join(a, watchOfA);
    join(b, watchOfB);

    assertEquals(List.of("a1"), add(a, "slack", "a1"));
    assertEquals(List.of(), add(b, "slack", "b1", "b2"));
    assertEquals(List.of("b3"), add(b, "7", "b3"));

    await().atMost(LONG).until(() -> watchOfA.told.equals(List.of("told")));
    assertEquals(List.of("a1", "b1", "b2"), mine(a));
    assertEquals(List.of("b3"), mine(b));
    assertEquals(List.of(), watchOfB.told);
    settle(a, "a1");
    assertEquals(List.of(), add(b, "slack", "b4"));
    for (String key : List.of("b1", "b2", "b4")) {
      settle(b, key);
    }
    assertEquals(List.of("b5"), add(b, "slack", "b5"));
  }

  @Test
  void adoptsOnlyWhatTheDeadLeftAndOnlyAfterAGrace() throws Exception {
    join(a, watchOfA);
    join(b, watchOfB);
    add(a, "slack", "a1", "a2");
    add(a, "7", "a3");

    assertEquals(List.of(), adopt(b, Duration.ZERO));
    assertFalse(b.hasAnybodyLeft());
    a.close();
    await().atMost(LONG).until(() -> locks().equals("1"));

    assertTrue(b.hasAnybodyLeft());
    assertFalse(b.hasAnybodyLeft());
    assertEquals(List.of(), adopt(b, LONG));
    assertEquals(List.of("a1?", "a2?", "a3?"), adopt(b, Duration.ZERO));
    assertEquals(List.of("b1"), add(b, "slack", "b1"));
    assertEquals(List.of("a1", "a2", "a3", "b1"), mine(b));
  }

  private String locks() throws SQLException {
    return PostgresServer.ask(
        database,
        "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND database ="
            + " (SELECT oid FROM pg_database WHERE datname = current_database())");
  }

  @Test
  void whoLosesItsLifeIsToldAndComesBackAsAnother() throws Exception {
    join(a, watchOfA);
    join(b, watchOfB);
    add(a, "slack", "a1");

    PostgresServer.hangUp(database, true);
    await().atMost(LONG).until(() -> !a.isMember() && !b.isMember());
    assertEquals("lost", watchOfA.told.getFirst());
    assertTrue(join(a, watchOfA));

    assertEquals(List.of(), mine(a));
    assertEquals(List.of("a1?"), adopt(a, Duration.ZERO));
    assertFalse(join(b, watchOfB));
  }

  @Test
  void letsNobodyWriteWhileAnotherDoes() throws Exception {
    Ledger.Logged first = new Ledger.Logged(1, new Input("k1", 1, new Signal.Tick()));
    a.begin();
    CompletableFuture<List<Ledger.Logged>> seen = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                b.begin();
                seen.complete(b.inputsAfter(0, 10));
              } catch (SQLException e) {
                seen.completeExceptionally(e);
              }
            });
    assertThrows(TimeoutException.class, () -> seen.get(300, TimeUnit.MILLISECONDS));

    a.addInputs(List.of(first));
    a.commit();

    assertEquals(List.of(first), seen.get(60, TimeUnit.SECONDS));
  }

  @Test
  void comesBackAfterItsConnectionWasCut() throws Exception {
    PostgresServer.hangUp(database, false);

    SQLException cut = assertThrows(SQLException.class, a::begin);
    assertEquals(Duration.ofHours(1), a.patience(cut));
    a.reopen();
    a.begin();
    assertEquals(Optional.empty(), a.clock());
    a.commit();
  }

  @Test
  void twoLogsInTwoSchemasOfOneDatabaseDoNotMeet() throws Exception {
    PostgresServer.ask(database, "CREATE SCHEMA other");
    Database.Postgres other =
        new Database.Postgres(
            database.url() + "?currentSchema=other", database.user(), database.password());
    join(a, watchOfA);
    try (Ledger stranger = Ledger.open(other)) {
      a.begin();
      assertTrue(join(stranger, watchOfB));
      assertEquals(List.of(), stranger.inputsAfter(0, 10));
    }
  }

  @Test
  void refusesTablesOfANewerVersion() throws Exception {
    PostgresServer.ask(database, "UPDATE schema_version SET version = 7");

    SQLException refused = assertThrows(SQLException.class, () -> Ledger.open(database));

    assertEquals(
        "can't make or use the tables in "
            + database.url()
            + ": the database has schema version 7, this program knows versions up to 1: use the"
            + " newer program, or another database",
        refused.getMessage());
  }

  @Test
  void waitsForAServerThatIsNotThereAndThenSaysSo() {
    Database.Postgres nowhere =
        new Database.Postgres("jdbc:postgresql://127.0.0.1:1/gameday", "gameday", "hunter2");
    long start = System.nanoTime();

    SQLException refused =
        assertThrows(
            SQLException.class,
            () -> new PostgresConnections(nowhere).first(Duration.ofMillis(1_200)));

    assertTrue(System.nanoTime() - start >= Duration.ofMillis(1_200).toNanos());
    assertTrue(
        refused
            .getMessage()
            .startsWith("can't use jdbc:postgresql://127.0.0.1:1/gameday for 1 s now: "),
        refused.getMessage());
    assertTrue(refused.getMessage().contains("and that the server runs"));
    assertFalse(refused.getMessage().contains("hunter2"));
  }

  @Test
  void saysAtOnceThatThePasswordIsWrongAndKeepsItToItself() throws Exception {
    String file = PostgresServer.ask(database, "SHOW hba_file");
    PostgresServer.ask(database, "CREATE ROLE checked LOGIN PASSWORD 'right'");
    Path rules = Path.of(file);
    Files.writeString(rules, "host all checked all scram-sha-256\n" + Files.readString(rules));
    PostgresServer.ask(database, "SELECT pg_reload_conf()");

    await()
        .atMost(LONG)
        .untilAsserted(
            () -> {
              SQLException refused =
                  assertThrows(
                      SQLException.class,
                      () ->
                          Ledger.open(new Database.Postgres(database.url(), "checked", "hunter2")));
              assertTrue(refused.getMessage().startsWith("can't use " + database.url() + ": "));
              assertTrue(refused.getMessage().contains("password authentication failed"));
              assertFalse(refused.getMessage().contains("hunter2"));
            });
  }
}
