package gameday.pipeline.store;

import gameday.pipeline.Effect;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A database on a server, which several instances may share. */
final class PostgresLedger extends SqlLedger {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresLedger.class);
  private static final Duration START = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration PATIENCE_IF_IT_PASSES = Duration.ofHours(1);

  /** Any number will do that no other program on that database uses. */
  private static final long MIGRATION_LOCK = 0x67616d65646179L;

  /** In the class of locks of this log; instances count from 1. */
  private static final int WRITER_LOCK = 0;

  private final PostgresConnections connections;
  private Connection connection;
  private final int locks;
  private Optional<Membership> membership = Optional.empty();
  private Set<Integer> others = Set.of();
  private final Map<Integer, Long> missingSinceNanos = new HashMap<>();

  private PostgresLedger(PostgresConnections connections) throws SQLException {
    this.connections = connections;
    this.connection = connections.first(START);
    try {
      this.locks = migrate(connection);
    } catch (SQLException e) {
      connection.close();
      throw new SQLException(
          "can't make or use the tables in "
              + connections.database().shown()
              + ": "
              + e.getMessage(),
          e.getSQLState(),
          e);
    }
  }

  static PostgresLedger open(Database.Postgres database) throws SQLException {
    return new PostgresLedger(new PostgresConnections(database));
  }

  /** Returns the class of locks; two logs in two schemas of one database don't share it. */
  private static int migrate(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_advisory_xact_lock(" + MIGRATION_LOCK + ")");
      Schema.POSTGRES.migrate(connection);
      connection.commit();
      try (ResultSet row = statement.executeQuery("SELECT 'inputs'::regclass::oid::bigint")) {
        row.next();
        int locks = (int) row.getLong(1);
        connection.rollback();
        return locks;
      }
    }
  }

  @Override
  Connection connection() {
    return connection;
  }

  @Override
  public void begin() throws SQLException {
    // A statement of its own: the next one sees all that was committed before the lock was ours.
    try (PreparedStatement lock =
        connection.prepareStatement("SELECT pg_advisory_xact_lock(?, ?)")) {
      lock.setInt(1, locks);
      lock.setInt(2, WRITER_LOCK);
      lock.execute();
    }
  }

  @Override
  public void reopen() throws SQLException {
    connection.abort(Runnable::run);
    connection = connections.forWriting();
  }

  @Override
  public Duration patience(SQLException failure) {
    return PostgresConnections.mayPass(failure) ? PATIENCE_IF_IT_PASSES : PATIENCE;
  }

  @Override
  public boolean isShared() {
    return true;
  }

  @Override
  public boolean join(Watch watch) throws SQLException {
    others = livingOthers();
    boolean alone = others.isEmpty();
    Membership joined = Membership.take(connections.forLiving(), locks, watch);
    LOG.info("event=instance-joined id={} alone={}", joined.id(), alone);
    if (membership.isPresent()) {
      membership.get().close();
    }
    membership = Optional.of(joined);
    missingSinceNanos.clear();
    return alone;
  }

  private Set<Integer> livingOthers() throws SQLException {
    Set<Integer> living = new HashSet<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT objid::bigint FROM pg_locks WHERE locktype = 'advisory' AND granted"
                + " AND classid::bigint = ? AND objsubid = 2 AND objid::bigint NOT IN (?, ?)"
                + " AND database = (SELECT oid FROM pg_database"
                + " WHERE datname = current_database())")) {
      select.setLong(1, Integer.toUnsignedLong(locks));
      select.setInt(2, WRITER_LOCK);
      // The server may not know yet that the number this instance had is free.
      select.setInt(3, membership.map(Membership::id).orElse(WRITER_LOCK));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          living.add(rows.getInt(1));
        }
      }
    }
    return living;
  }

  @Override
  public boolean hasAnybodyLeft() throws SQLException {
    Set<Integer> now = livingOthers();
    boolean left = !now.containsAll(others);
    others = now;
    return left;
  }

  @Override
  public boolean isMember() {
    return membership.map(Membership::isHeld).orElse(false);
  }

  private int me() {
    return membership.orElseThrow().id();
  }

  @Override
  public List<Handed> addEffects(List<Placed> effects) throws SQLException {
    if (effects.isEmpty()) {
      return List.of();
    }
    Map<String, Effect> byKey = new HashMap<>();
    for (Placed placed : effects) {
      byKey.putIfAbsent(StoredKey.of(placed.effect().key()), placed.effect());
    }
    List<Handed> handed = new ArrayList<>();
    Set<Integer> owners = new HashSet<>();
    try (PreparedStatement insert = insertion(effects);
        ResultSet rows = insert.executeQuery()) {
      while (rows.next()) {
        Effect effect = byKey.remove(rows.getString(2));
        if (rows.getInt(3) == me()) {
          handed.add(new Handed(rows.getLong(1), effect, false));
        } else {
          owners.add(rows.getInt(3));
        }
      }
    }
    byKey.keySet().forEach(key -> LOG.warn("event=effect-repeated key={}", key));
    for (int other : owners) {
      tell(other);
    }
    handed.sort(Comparator.comparingLong(Handed::id));
    return handed;
  }

  private PreparedStatement insertion(List<Placed> effects) throws SQLException {
    PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO outbox (key, lane, owner, effect, state)"
                + " SELECT key, lane, coalesce((SELECT o.owner FROM outbox o"
                + " WHERE o.lane = added.lane AND o.state = 'OPEN' LIMIT 1), ?), effect, 'OPEN'"
                + " FROM unnest(?::text[], ?::text[], ?::text[]) WITH ORDINALITY"
                + " AS added (key, lane, effect, place) ORDER BY place"
                + " ON CONFLICT (key) DO NOTHING RETURNING id, key, owner");
    insert.setInt(1, me());
    insert.setArray(2, texts(effects.stream().map(placed -> StoredKey.of(placed.effect().key()))));
    insert.setArray(3, texts(effects.stream().map(placed -> StoredKey.of(placed.lane()))));
    insert.setArray(4, texts(effects.stream().map(placed -> StoredJson.write(placed.effect()))));
    return insert;
  }

  private Array texts(Stream<String> texts) throws SQLException {
    return connection.createArrayOf("text", texts.toArray());
  }

  private void tell(int other) throws SQLException {
    try (PreparedStatement tell = connection.prepareStatement("SELECT pg_notify(?, '')")) {
      tell.setString(1, Membership.channel(locks, other));
      tell.execute();
    }
  }

  @Override
  public List<Handed> mineAfter(long id) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT id, effect FROM outbox"
                + " WHERE state = 'OPEN' AND owner = ? AND id > ? ORDER BY id")) {
      select.setInt(1, me());
      select.setLong(2, id);
      try (ResultSet rows = select.executeQuery()) {
        return handed(rows, false);
      }
    }
  }

  @Override
  public List<Handed> adopt(Duration grace) throws SQLException {
    Set<Integer> missing = missingOwners();
    missingSinceNanos.keySet().retainAll(missing);
    List<Handed> adopted = new ArrayList<>();
    for (int owner : missing) {
      long now = System.nanoTime();
      long since = missingSinceNanos.computeIfAbsent(owner, first -> now);
      if (now - since >= grace.toNanos()) {
        List<Handed> left = takeOver(owner);
        LOG.warn("event=adopted from={} effects={}", owner, left.size());
        adopted.addAll(left);
      }
    }
    adopted.sort(Comparator.comparingLong(Handed::id));
    return adopted;
  }

  private Set<Integer> missingOwners() throws SQLException {
    Set<Integer> missing = new HashSet<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            // Outside, so that it tries each owner's lock once and nobody else's.
            "WITH others AS MATERIALIZED (SELECT DISTINCT owner FROM outbox"
                + " WHERE state = 'OPEN' AND owner <> ?)"
                + " SELECT owner FROM others WHERE pg_try_advisory_xact_lock(?, owner)")) {
      select.setInt(1, me());
      select.setInt(2, locks);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          missing.add(rows.getInt(1));
        }
      }
    }
    return missing;
  }

  private List<Handed> takeOver(int owner) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE outbox SET owner = ? WHERE state = 'OPEN' AND owner = ?"
                + " RETURNING id, effect")) {
      update.setInt(1, me());
      update.setInt(2, owner);
      try (ResultSet rows = update.executeQuery()) {
        return handed(rows, true);
      }
    }
  }

  @Override
  public void close() throws SQLException {
    if (membership.isPresent()) {
      membership.get().close();
    }
    connection.close();
  }
}
