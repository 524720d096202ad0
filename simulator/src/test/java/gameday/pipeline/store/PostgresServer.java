package gameday.pipeline.store;

import static org.junit.jupiter.api.Assumptions.abort;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A PostgreSQL server that the tests start themselves: one for all that need a database, or one of
 * a test's own that it can stop. Where none can be started, the test is skipped and says why.
 */
public final class PostgresServer implements AutoCloseable {
  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static PostgresServer shared;

  private final Optional<Path> folder;
  private final int port;
  private EmbeddedPostgres running;

  private PostgresServer(Optional<Path> folder) throws IOException {
    this.folder = folder;
    this.running = run(folder, 0);
    this.port = running.getPort();
  }

  private static EmbeddedPostgres run(Optional<Path> folder, int port) throws IOException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            // It is processes that the tests kill, not the machine.
            .setServerConfig("fsync", "off")
            .setPort(port);
    folder.ifPresent(kept -> builder.setDataDirectory(kept).setCleanDataDirectory(false));
    return builder.start();
  }

  /** A database of the test's own on the server for all. */
  public static synchronized Database.Postgres newDatabase() throws SQLException {
    if (shared == null) {
      // Without a folder of ours it is stopped and removed when this process ends.
      shared = start(Optional.empty());
    }
    return shared.database("test_" + DATABASES.incrementAndGet());
  }

  /** A server of the test's own, which keeps its files in {@code folder}. */
  public static PostgresServer startIn(Path folder) {
    return start(Optional.of(folder));
  }

  private static PostgresServer start(Optional<Path> folder) {
    try {
      return new PostgresServer(folder);
    } catch (IOException | RuntimeException e) {
      return abort("no PostgreSQL can be started here: " + e);
    }
  }

  /** Makes a database. */
  public Database.Postgres database(String name) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url("postgres"), "postgres", "");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
    return new Database.Postgres(url(name), "postgres", "");
  }

  private String url(String name) {
    return "jdbc:postgresql://localhost:" + port + "/" + name;
  }

  /** Stops it, with whatever is under way; its files stay. */
  public void stop() throws IOException {
    running.close();
  }

  /** Starts it again where it was. */
  public void startAgain() throws IOException {
    running = run(folder, port);
  }

  @Override
  public void close() throws IOException {
    stop();
  }

  /** Asks a database something. */
  public static String ask(Database.Postgres database, String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        Statement statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return "";
      }
      try (ResultSet rows = statement.getResultSet()) {
        StringBuilder answer = new StringBuilder();
        while (rows.next()) {
          answer.append(answer.isEmpty() ? "" : ",").append(rows.getString(1));
        }
        return answer.toString();
      }
    }
  }

  /** Ends connections to it from the server's side: those that hold an instance's lock, or all. */
  public static void hangUp(Database.Postgres database, boolean onlyLiving) throws SQLException {
    String living =
        " AND pid IN (SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND objid <> 0)";
    ask(
        database,
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            + " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            + (onlyLiving ? living : ""));
  }
}
