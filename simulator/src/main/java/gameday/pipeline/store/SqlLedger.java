package gameday.pipeline.store;

import gameday.pipeline.Effect;
import gameday.pipeline.Input;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What both databases understand alike. */
abstract sealed class SqlLedger implements Ledger permits SqliteLedger, PostgresLedger {
  /** The connection as it is now; it doesn't commit by itself. */
  abstract Connection connection();

  @Override
  public final void commit() throws SQLException {
    connection().commit();
  }

  @Override
  public final List<Logged> inputsAfter(long seq, int most) throws SQLException {
    List<Logged> inputs = new ArrayList<>();
    try (PreparedStatement statement =
        connection()
            .prepareStatement(
                "SELECT seq, key, at, signal FROM inputs WHERE seq > ? ORDER BY seq LIMIT ?")) {
      statement.setLong(1, seq);
      statement.setInt(2, most);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          Input input =
              new Input(rows.getString(2), rows.getLong(3), StoredJson.signal(rows.getString(4)));
          inputs.add(new Logged(rows.getLong(1), input));
        }
      }
    }
    return inputs;
  }

  @Override
  public final void addInputs(List<Logged> inputs) throws SQLException {
    if (inputs.isEmpty()) {
      return;
    }
    try (PreparedStatement statement =
        connection()
            .prepareStatement("INSERT INTO inputs (seq, key, at, signal) VALUES (?, ?, ?, ?)")) {
      for (Logged logged : inputs) {
        statement.setLong(1, logged.seq());
        statement.setString(2, logged.input().key());
        statement.setLong(3, logged.input().atNanos());
        statement.setString(4, StoredJson.write(logged.input().signal()));
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  @Override
  public final void settle(List<Settled> settled) throws SQLException {
    if (settled.isEmpty()) {
      return;
    }
    try (PreparedStatement statement =
        connection()
            .prepareStatement("UPDATE outbox SET state = ? WHERE key = ? AND state = 'OPEN'")) {
      for (Settled one : settled) {
        statement.setString(1, one.state().name());
        statement.setString(2, StoredKey.of(one.effectKey()));
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  @Override
  public final List<Effect> undelivered(List<String> effectKeys) throws SQLException {
    if (effectKeys.isEmpty()) {
      return List.of();
    }
    List<String> keys = effectKeys.stream().map(StoredKey::of).toList();
    Map<String, Effect> found = new HashMap<>();
    try (PreparedStatement statement =
        connection()
            .prepareStatement(
                "SELECT key, effect FROM outbox WHERE state = 'OPEN' AND key IN ("
                    + String.join(", ", Collections.nCopies(keys.size(), "?"))
                    + ")")) {
      for (int at = 0; at < keys.size(); at++) {
        statement.setString(at + 1, keys.get(at));
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.put(rows.getString(1), StoredJson.effect(rows.getString(2)));
        }
      }
    }
    return keys.stream().filter(found::containsKey).map(found::get).toList();
  }

  /** Rows of id and effect, in the order they come. */
  static List<Handed> handed(ResultSet rows, boolean doubtful) throws SQLException {
    List<Handed> handed = new ArrayList<>();
    while (rows.next()) {
      Effect effect = StoredJson.effect(rows.getString(2));
      handed.add(new Handed(rows.getLong(1), effect, doubtful));
    }
    return handed;
  }

  @Override
  public final Optional<ClockZero> clock() throws SQLException {
    try (Statement statement = connection().createStatement();
        ResultSet row =
            statement.executeQuery("SELECT wall_millis, event_nanos, speed FROM clock")) {
      return row.next()
          ? Optional.of(new ClockZero(row.getLong(1), row.getLong(2), row.getDouble(3)))
          : Optional.empty();
    }
  }

  @Override
  public final void setClock(ClockZero zero) throws SQLException {
    try (Statement statement = connection().createStatement();
        PreparedStatement insert =
            connection().prepareStatement("INSERT INTO clock VALUES (1, ?, ?, ?)")) {
      statement.execute("DELETE FROM clock");
      insert.setLong(1, zero.wallMillis());
      insert.setLong(2, zero.eventNanos());
      insert.setDouble(3, zero.speed());
      insert.executeUpdate();
    }
  }

  @Override
  public final Instant born(Instant now) throws SQLException {
    try (Statement statement = connection().createStatement()) {
      statement.executeUpdate(
          "INSERT INTO born VALUES (1, " + now.toEpochMilli() + ") ON CONFLICT DO NOTHING");
      try (ResultSet row = statement.executeQuery("SELECT wall_millis FROM born")) {
        row.next();
        return Instant.ofEpochMilli(row.getLong(1));
      }
    }
  }
}
