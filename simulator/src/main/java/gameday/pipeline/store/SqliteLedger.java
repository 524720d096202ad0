package gameday.pipeline.store;

import gameday.pipeline.Effect;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file that this process has for itself. */
final class SqliteLedger extends SqlLedger {
  private static final Logger LOG = LoggerFactory.getLogger(SqliteLedger.class);

  /** A disk that is full or broken seldom comes back by itself. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Path file;
  private Connection connection;
  private boolean joined;
  private boolean adopted;

  private SqliteLedger(Path file) throws SQLException {
    this.file = file;
    this.connection = connect(file);
  }

  static SqliteLedger open(Database.Sqlite database) throws SQLException {
    return new SqliteLedger(database.folder().resolve("pipeline.db").toAbsolutePath());
  }

  private static Connection connect(Path file) throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("PRAGMA synchronous = FULL");
      // A second pipeline on the same folder would post everything twice.
      statement.execute("PRAGMA locking_mode = EXCLUSIVE");
      connection.setAutoCommit(false);
      Schema.SQLITE.migrate(connection);
      connection.commit();
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw new SQLException(file + " can't be used: " + e.getMessage(), e);
    }
  }

  @Override
  Connection connection() {
    return connection;
  }

  @Override
  public void begin() {
    // The file is locked for as long as it is open, and a transaction begins by itself.
  }

  @Override
  public void reopen() throws SQLException {
    connection.close();
    connection = connect(file);
  }

  @Override
  public Duration patience(SQLException failure) {
    return PATIENCE;
  }

  @Override
  public boolean isShared() {
    return false;
  }

  @Override
  public boolean join(Watch watch) {
    joined = true;
    return true;
  }

  @Override
  public boolean hasAnybodyLeft() {
    return false;
  }

  @Override
  public boolean isMember() {
    return joined;
  }

  @Override
  public List<Handed> addEffects(List<Placed> effects) throws SQLException {
    List<Handed> handed = new ArrayList<>();
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO outbox (key, lane, effect, state) VALUES (?, ?, ?, 'OPEN')"
                + " ON CONFLICT (key) DO NOTHING RETURNING id")) {
      for (Placed placed : effects) {
        Effect effect = placed.effect();
        insert.setString(1, StoredKey.of(effect.key()));
        insert.setString(2, StoredKey.of(placed.lane()));
        insert.setString(3, StoredJson.write(effect));
        try (ResultSet id = insert.executeQuery()) {
          if (id.next()) {
            handed.add(new Handed(id.getLong(1), effect, false));
          } else {
            LOG.warn("event=effect-repeated key={}", effect.key());
          }
        }
      }
    }
    return handed;
  }

  @Override
  public List<Handed> mineAfter(long id) throws SQLException {
    return open(id, false);
  }

  @Override
  public List<Handed> adopt(Duration grace) throws SQLException {
    if (adopted) {
      return List.of();
    }
    List<Handed> left = open(0, true);
    adopted = true;
    return left;
  }

  private List<Handed> open(long id, boolean doubtful) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT id, effect FROM outbox WHERE state = 'OPEN' AND id > ? ORDER BY id")) {
      select.setLong(1, id);
      try (ResultSet rows = select.executeQuery()) {
        return handed(rows, doubtful);
      }
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
