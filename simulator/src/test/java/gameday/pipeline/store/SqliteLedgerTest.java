package gameday.pipeline.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.pipeline.Input;
import gameday.pipeline.Signal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteLedgerTest {
  /** As the first pipeline made it, word for word. */
  private static final List<String> FIRST_VERSION =
      List.of(
          "CREATE TABLE IF NOT EXISTS inputs (seq INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE,"
              + " at INTEGER NOT NULL, signal TEXT NOT NULL)",
          "CREATE TABLE IF NOT EXISTS outbox (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE,"
              + " lane TEXT NOT NULL, effect TEXT NOT NULL, state TEXT NOT NULL)",
          "CREATE INDEX IF NOT EXISTS outbox_open ON outbox (id) WHERE state = 'OPEN'",
          "CREATE TABLE IF NOT EXISTS clock (id INTEGER PRIMARY KEY CHECK (id = 1),"
              + " wall_millis INTEGER NOT NULL, event_nanos INTEGER NOT NULL, speed REAL NOT NULL)",
          "CREATE TABLE IF NOT EXISTS born (id INTEGER PRIMARY KEY CHECK (id = 1),"
              + " wall_millis INTEGER NOT NULL)",
          "INSERT INTO inputs VALUES (3, 'k', 70, '{\"type\":\"Posted\",\"effect\":\"post:x\","
              + "\"ts\":\"1.2\"}')",
          "INSERT INTO outbox VALUES (5, 'late', 'slack:1.2', '{\"type\":\"PostInThread\","
              + "\"key\":\"late\",\"threadTs\":\"1.2\",\"text\":\"hi\"}', 'OPEN')",
          "INSERT INTO clock VALUES (1, 1000, 70, 60.0)",
          "INSERT INTO born VALUES (1, 900)");

  @TempDir private Path dir;

  private void execute(List<String> statements) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("pipeline.db"));
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  @Test
  void opensAFileOfTheFirstVersion() throws SQLException {
    execute(FIRST_VERSION);

    try (Ledger ledger = Ledger.open(new Database.Sqlite(dir))) {
      assertEquals(
          List.of(new Ledger.Logged(3, new Input("k", 70, new Signal.Posted("post:x", "1.2")))),
          ledger.inputsAfter(0, 10));
      assertEquals(Optional.of(new ClockZero(1000, 70, 60)), ledger.clock());
      assertEquals(Instant.ofEpochMilli(900), ledger.born(Instant.ofEpochMilli(5_000)));
      Ledger.Handed left = ledger.adopt(Duration.ZERO).getFirst();
      assertEquals("late", left.effect().key());
      assertTrue(left.doubtful());
    }
  }

  @Test
  void refusesAFileOfANewerVersion() throws SQLException {
    Ledger.open(new Database.Sqlite(dir)).close();
    execute(List.of("UPDATE schema_version SET version = 7"));

    SQLException refused =
        assertThrows(SQLException.class, () -> Ledger.open(new Database.Sqlite(dir)));

    assertEquals(
        dir.resolve("pipeline.db")
            + " can't be used: the database has schema version 7, this program knows versions up"
            + " to 1: use the newer program, or another database",
        refused.getMessage());
  }

  @Test
  void letsNoSecondPipelineIn() throws SQLException {
    try (Ledger first = Ledger.open(new Database.Sqlite(dir))) {
      assertThrows(SQLException.class, () -> Ledger.open(new Database.Sqlite(dir)));
      assertEquals(List.of(), first.inputsAfter(0, 1));
    }
  }
}
