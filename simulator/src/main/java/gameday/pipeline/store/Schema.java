package gameday.pipeline.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The tables, version by version. A version that was released is never changed: what is new is a
 * new version.
 *
 * @param versions the statements that make each version of the one before; the first is version 1
 */
record Schema(List<List<String>> versions) {
  static final Schema SQLITE =
      new Schema(
          List.of(
              // Files of this version have no row that says so, so it must bear repeating.
              List.of(
                  "CREATE TABLE IF NOT EXISTS inputs (seq INTEGER PRIMARY KEY,"
                      + " key TEXT NOT NULL UNIQUE, at INTEGER NOT NULL, signal TEXT NOT NULL)",
                  "CREATE TABLE IF NOT EXISTS outbox (id INTEGER PRIMARY KEY,"
                      + " key TEXT NOT NULL UNIQUE, lane TEXT NOT NULL, effect TEXT NOT NULL,"
                      + " state TEXT NOT NULL)",
                  "CREATE INDEX IF NOT EXISTS outbox_open ON outbox (id) WHERE state = 'OPEN'",
                  "CREATE TABLE IF NOT EXISTS clock (id INTEGER PRIMARY KEY CHECK (id = 1),"
                      + " wall_millis INTEGER NOT NULL, event_nanos INTEGER NOT NULL,"
                      + " speed REAL NOT NULL)",
                  "CREATE TABLE IF NOT EXISTS born (id INTEGER PRIMARY KEY CHECK (id = 1),"
                      + " wall_millis INTEGER NOT NULL)")));

  static final Schema POSTGRES =
      new Schema(
          List.of(
              List.of(
                  "CREATE TABLE inputs (seq BIGINT PRIMARY KEY, key TEXT NOT NULL UNIQUE,"
                      + " at BIGINT NOT NULL, signal TEXT NOT NULL)",
                  "CREATE TABLE outbox (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,"
                      + " key TEXT NOT NULL UNIQUE, lane TEXT NOT NULL, owner INTEGER NOT NULL,"
                      + " effect TEXT NOT NULL, state TEXT NOT NULL)",
                  "CREATE INDEX outbox_owner ON outbox (owner, id) WHERE state = 'OPEN'",
                  "CREATE INDEX outbox_lane ON outbox (lane) WHERE state = 'OPEN'",
                  "CREATE TABLE clock (id INTEGER PRIMARY KEY CHECK (id = 1),"
                      + " wall_millis BIGINT NOT NULL, event_nanos BIGINT NOT NULL,"
                      + " speed DOUBLE PRECISION NOT NULL)",
                  "CREATE TABLE born (id INTEGER PRIMARY KEY CHECK (id = 1),"
                      + " wall_millis BIGINT NOT NULL)",
                  "CREATE SEQUENCE instance_ids AS INTEGER")));

  /**
   * Brings the tables to the newest version, inside the connection's transaction.
   *
   * @throws SQLException if they are of a version that only a newer program knows
   */
  void migrate(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)");
      int has = version(statement);
      if (has > versions.size()) {
        throw new SQLException(
            "the database has schema version "
                + has
                + ", this program knows versions up to "
                + versions.size()
                + ": use the newer program, or another database");
      }
      for (List<String> version : versions.subList(has, versions.size())) {
        for (String sql : version) {
          statement.execute(sql);
        }
      }
      if (has < versions.size()) {
        statement.execute("DELETE FROM schema_version");
        statement.execute("INSERT INTO schema_version VALUES (" + versions.size() + ")");
      }
    }
  }

  private static int version(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("SELECT max(version) FROM schema_version")) {
      row.next();
      return row.getInt(1);
    }
  }
}
