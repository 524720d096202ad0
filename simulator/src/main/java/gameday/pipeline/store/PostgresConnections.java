package gameday.pipeline.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How this instance connects to a PostgreSQL server. */
record PostgresConnections(Database.Postgres database) {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresConnections.class);
  private static final long BETWEEN_TRIES_MILLIS = 500;

  /**
   * SQLSTATE classes that pass by themselves: no connection, conflict, no resources, not in the
   * right state (as a standby that is being promoted), intervention by an operator.
   */
  private static final Set<String> PASSING = Set.of("08", "25", "40", "53", "55", "57");

  /** For one transaction after the other. */
  Connection forWriting() throws SQLException {
    // Longer than others may take; a call that hangs must end some time.
    Connection connection = connect(30);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET statement_timeout = '20s'");
      // An instance that hangs in the middle of a transaction must not keep the others waiting.
      statement.execute("SET idle_in_transaction_session_timeout = '10s'");
      // What is acknowledged must survive a power cut, whatever the server's default.
      statement.execute("SET synchronous_commit = 'on'");
      // Statistics taken of empty tables would let it read the whole outbox for every batch.
      statement.execute("SET enable_seqscan = 'off'");
    }
    connection.setAutoCommit(false);
    return connection;
  }

  /** For a session whose end must be noticed on both sides. */
  Connection forLiving() throws SQLException {
    // Shorter than the server's patience below: who is cut off must know it before the others do.
    Connection connection = connect(5);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET tcp_keepalives_idle = 5");
      statement.execute("SET tcp_keepalives_interval = 5");
      statement.execute("SET tcp_keepalives_count = 3");
    }
    return connection;
  }

  private Connection connect(int answerWithinSeconds) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("ApplicationName", "gameday pipeline");
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("loginTimeout", "10");
    properties.setProperty("socketTimeout", Integer.toString(answerWithinSeconds));
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("reWriteBatchedInserts", "true");
    if (!database.user().isEmpty()) {
      properties.setProperty("user", database.user());
    }
    if (!database.password().isEmpty()) {
      properties.setProperty("password", database.password());
    }
    return DriverManager.getConnection(database.url(), properties);
  }

  /** As {@link #forWriting}, but waits for a server that is only just starting. */
  Connection first(Duration patience) throws SQLException {
    long start = System.nanoTime();
    for (boolean told = false; ; told = true) {
      try {
        return forWriting();
      } catch (SQLException e) {
        boolean late = System.nanoTime() - start > patience.toNanos();
        if (late || !mayPass(e)) {
          throw new SQLException(
              "can't use "
                  + database.shown()
                  + (late ? " for " + patience.toSeconds() + " s now" : "")
                  + ": "
                  + e.getMessage()
                  + "; check GAMEDAY_DATABASE_URL, GAMEDAY_DATABASE_USER and"
                  + " GAMEDAY_DATABASE_PASSWORD, and that the server runs",
              e.getSQLState(),
              e);
        }
        if (!told) {
          LOG.warn("event=database-awaited url={} reason=\"{}\"", database.shown(), e.getMessage());
        }
      }
      pause();
    }
  }

  private static void pause() throws SQLException {
    try {
      Thread.sleep(BETWEEN_TRIES_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException("told to stop while waiting for the database", e);
    }
  }

  /** Whether the same may work later though nobody changes anything here. */
  static boolean mayPass(SQLException e) {
    return e.getSQLState() != null
        && e.getSQLState().length() == 5
        && PASSING.contains(e.getSQLState().substring(0, 2));
  }
}
