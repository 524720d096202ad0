package gameday.pipeline.server;

import gameday.pipeline.Effect;
import gameday.pipeline.Input;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The database: every input, and the outbox of effects. One thread at a time; nothing is kept until
 * {@link #commit} returns, and then it survives a kill and a power cut.
 */
final class Ledger implements AutoCloseable {
  private static final List<String> SCHEMA =
      List.of(
          "PRAGMA journal_mode = WAL",
          "PRAGMA synchronous = FULL",
          // A second pipeline on the same folder would post everything twice.
          "PRAGMA locking_mode = EXCLUSIVE",
          "CREATE TABLE IF NOT EXISTS inputs (seq INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE,"
              + " at INTEGER NOT NULL, signal TEXT NOT NULL)",
          "CREATE TABLE IF NOT EXISTS outbox (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE,"
              + " lane TEXT NOT NULL, effect TEXT NOT NULL, state TEXT NOT NULL)",
          "CREATE INDEX IF NOT EXISTS outbox_open ON outbox (id) WHERE state = 'OPEN'",
          "CREATE TABLE IF NOT EXISTS clock (id INTEGER PRIMARY KEY CHECK (id = 1),"
              + " wall_millis INTEGER NOT NULL, event_nanos INTEGER NOT NULL, speed REAL NOT NULL)",
          "CREATE TABLE IF NOT EXISTS born (id INTEGER PRIMARY KEY CHECK (id = 1),"
              + " wall_millis INTEGER NOT NULL)");

  /** How an effect stands. */
  enum State {
    OPEN,
    DONE,
    REFUSED
  }

  private final Connection connection;
  private final PreparedStatement addInput;
  private final PreparedStatement addEffect;
  private final PreparedStatement settle;

  private Ledger(Connection connection) throws SQLException {
    this.connection = connection;
    try (Statement statement = connection.createStatement()) {
      for (String sql : SCHEMA) {
        statement.execute(sql);
      }
    }
    connection.setAutoCommit(false);
    addInput = connection.prepareStatement("INSERT INTO inputs (key, at, signal) VALUES (?, ?, ?)");
    addEffect =
        connection.prepareStatement(
            "INSERT OR IGNORE INTO outbox (key, lane, effect, state) VALUES (?, ?, ?, 'OPEN')");
    settle = connection.prepareStatement("UPDATE outbox SET state = ? WHERE key = ?");
  }

  static Ledger open(Path stateDir) throws SQLException {
    Path file = stateDir.resolve("pipeline.db").toAbsolutePath();
    return new Ledger(DriverManager.getConnection("jdbc:sqlite:" + file));
  }

  /** Hands over all inputs in their order; returns the last one's time, 0 if there is none. */
  long replay(Consumer<Input> consumer) throws SQLException {
    long last = 0;
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT key, at, signal FROM inputs ORDER BY seq")) {
      while (rows.next()) {
        last = rows.getLong(2);
        consumer.accept(new Input(rows.getString(1), last, StoredJson.signal(rows.getString(3))));
      }
    }
    return last;
  }

  /** Effects not known to be delivered, in their order. */
  List<Effect> undelivered() throws SQLException {
    List<Effect> open = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT effect FROM outbox WHERE state = 'OPEN' ORDER BY id")) {
      while (rows.next()) {
        open.add(StoredJson.effect(rows.getString(1)));
      }
    }
    return open;
  }

  /** The effects of these keys that aren't settled, in the order of the keys. */
  List<Effect> undelivered(List<String> keys) throws SQLException {
    List<Effect> open = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT effect FROM outbox WHERE key = ? AND state = 'OPEN'")) {
      for (String key : keys) {
        statement.setString(1, key);
        try (ResultSet row = statement.executeQuery()) {
          if (row.next()) {
            open.add(StoredJson.effect(row.getString(1)));
          }
        }
      }
    }
    return open;
  }

  Optional<EventClock.Zero> clock() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT wall_millis, event_nanos, speed FROM clock")) {
      return row.next()
          ? Optional.of(new EventClock.Zero(row.getLong(1), row.getLong(2), row.getDouble(3)))
          : Optional.empty();
    }
  }

  /** When the database was first used, which is {@code now} if this is the first time. */
  Instant born(Instant now) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("INSERT OR IGNORE INTO born VALUES (1, " + now.toEpochMilli() + ")");
      commit();
      try (ResultSet row = statement.executeQuery("SELECT wall_millis FROM born")) {
        row.next();
        return Instant.ofEpochMilli(row.getLong(1));
      }
    }
  }

  void setClock(EventClock.Zero zero) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("INSERT OR REPLACE INTO clock VALUES (1, ?, ?, ?)")) {
      statement.setLong(1, zero.wallMillis());
      statement.setLong(2, zero.eventNanos());
      statement.setDouble(3, zero.speed());
      statement.executeUpdate();
    }
    commit();
  }

  void add(Input input) throws SQLException {
    addInput.setString(1, input.key());
    addInput.setLong(2, input.atNanos());
    addInput.setString(3, StoredJson.write(input.signal()));
    addInput.executeUpdate();
  }

  /** Adds to the outbox; false if an effect of that key was there before. */
  boolean add(Effect effect) throws SQLException {
    addEffect.setString(1, effect.key());
    addEffect.setString(2, effect.lane());
    addEffect.setString(3, StoredJson.write(effect));
    return addEffect.executeUpdate() == 1;
  }

  void settle(String effectKey, State state) throws SQLException {
    settle.setString(1, state.name());
    settle.setString(2, effectKey);
    settle.executeUpdate();
  }

  void commit() throws SQLException {
    connection.commit();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
