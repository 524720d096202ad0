package gameday.pipeline.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This instance's life as the others see it: it lives for as long as a connection of its own holds
 * the lock of its number. Notifications for it come by the same connection.
 */
final class Membership implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Membership.class);

  /** Every so often it makes sure that the server is still there. */
  private static final int LOOK_MILLIS = 1_000;

  private final Connection connection;
  private final Ledger.Watch watch;
  private final int id;
  private volatile boolean held = true;
  private volatile boolean closed;

  private Membership(Connection connection, Ledger.Watch watch, int id) {
    this.connection = connection;
    this.watch = watch;
    this.id = id;
  }

  /**
   * Takes the next number and its lock.
   *
   * @param connection its own from now on
   * @param locks the class of this database's locks
   */
  static Membership take(Connection connection, int locks, Ledger.Watch watch) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      int id = nextId(statement);
      try (PreparedStatement lock = connection.prepareStatement("SELECT pg_advisory_lock(?, ?)")) {
        lock.setInt(1, locks);
        lock.setInt(2, id);
        lock.execute();
      }
      statement.execute("LISTEN " + channel(locks, id));
      Membership membership = new Membership(connection, watch, id);
      Thread.ofVirtual().name("instance-" + id).start(membership::keep);
      return membership;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private static int nextId(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("SELECT nextval('instance_ids')")) {
      row.next();
      return row.getInt(1);
    }
  }

  /** Where that instance listens. */
  static String channel(int locks, int id) {
    return "gameday_" + Integer.toUnsignedString(locks) + "_" + id;
  }

  int id() {
    return id;
  }

  boolean isHeld() {
    return held;
  }

  private void keep() {
    try {
      PGConnection notified = connection.unwrap(PGConnection.class);
      try (Statement statement = connection.createStatement()) {
        while (!closed) {
          PGNotification[] told = notified.getNotifications(LOOK_MILLIS);
          if (told != null && told.length > 0) {
            watch.told();
          }
          statement.execute("SELECT 1");
        }
      }
    } catch (SQLException | RuntimeException e) {
      if (!closed) {
        LOG.error("event=instance-lost id={} reason=\"{}\"", id, e.getMessage());
        watch.lost();
      }
    } finally {
      held = false;
      if (!closed) {
        watch.told();
      }
    }
  }

  @Override
  public void close() throws SQLException {
    closed = true;
    connection.abort(Runnable::run);
  }
}
