package gameday.pipeline.store;

import gameday.pipeline.Effect;
import gameday.pipeline.Input;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The database: the log of inputs, which all instances share, and the outbox of effects, each of
 * which belongs to one of them. One thread at a time.
 *
 * <p>What stands between {@link #begin} and {@link #commit} is kept as a whole or not at all;
 * nobody else writes meanwhile, and what others wrote before can be read. After any {@link
 * SQLException} the transaction may or may not stand: {@link #reopen}, and read what the log says.
 */
public interface Ledger extends AutoCloseable {
  /** How an effect stands. */
  enum State {
    /** To be carried out. */
    OPEN,
    /** It stands outside. */
    DONE,
    /** It never will. */
    REFUSED
  }

  /**
   * An input and its place in the log.
   *
   * @param seq counts up by one from 1; the order in which the core takes them
   */
  record Logged(long seq, Input input) {}

  /**
   * An effect to be added.
   *
   * @param lane what one instance alone must see to
   */
  record Placed(Effect effect, String lane) {}

  /**
   * An effect that this instance is to carry out.
   *
   * @param id grows from one effect to the next
   * @param doubtful whether another instance, or an earlier run, may have carried it out already
   */
  record Handed(long id, Effect effect, boolean doubtful) {}

  /** How an effect ended. */
  record Settled(String effectKey, State state) {}

  /** Told of what happens in the database meanwhile, on a thread of the ledger's own. */
  interface Watch {
    /** Something may be in there for this instance. */
    void told();

    /** This instance counts as dead: it must stop carrying out effects before this returns. */
    void lost();
  }

  /**
   * Opens the database, and makes or migrates its tables.
   *
   * @throws SQLException with what to do about it, if it is not there, not ours or too new
   */
  static Ledger open(Database database) throws SQLException {
    return switch (database) {
      case Database.Sqlite sqlite -> SqliteLedger.open(sqlite);
      case Database.Postgres postgres -> PostgresLedger.open(postgres);
    };
  }

  /** Begins a transaction; waits until nobody else has one. */
  void begin() throws SQLException;

  /** Keeps what was written since {@link #begin}; it survives a kill and a power cut. */
  void commit() throws SQLException;

  /** Drops the connection, with what was not committed, and tries once to get another. */
  void reopen() throws SQLException;

  /** For how long it is worth trying again after {@code failure}. */
  Duration patience(SQLException failure);

  /** Whether other instances may use the database at the same time. */
  boolean isShared();

  /**
   * Makes this instance known as alive, under a number that nobody had before. Inside a
   * transaction.
   *
   * @return whether it is the only one alive
   */
  boolean join(Watch watch) throws SQLException;

  /** Whether the others still take this instance for alive; false before {@link #join}. */
  boolean isMember();

  /** Whether an instance that was alive when this was last asked, or at {@link #join}, is gone. */
  boolean hasAnybodyLeft() throws SQLException;

  /** The first inputs after {@code seq}, in order, {@code most} at most. */
  List<Logged> inputsAfter(long seq, int most) throws SQLException;

  /** Adds to the log; their numbers and keys must be new. */
  void addInputs(List<Logged> inputs) throws SQLException;

  /**
   * Adds to the outbox, in order. A new effect belongs to whoever has open effects of its lane;
   * else to this instance. One whose key was there before is left out.
   *
   * @return those that belong to this instance
   */
  List<Handed> addEffects(List<Placed> effects) throws SQLException;

  /** The open effects of this instance after {@code id}, in order. */
  List<Handed> mineAfter(long id) throws SQLException;

  /** The effects of these keys that aren't settled, in the order of the keys. */
  List<Effect> undelivered(List<String> effectKeys) throws SQLException;

  /**
   * Takes over the open effects of instances that are gone, in order.
   *
   * @param grace since when an instance must have been missing, as far as this one has looked
   */
  List<Handed> adopt(Duration grace) throws SQLException;

  /** Notes how effects ended, whoever they belong to; who is settled already stays so. */
  void settle(List<Settled> settled) throws SQLException;

  /** Where event time was, and when. */
  Optional<ClockZero> clock() throws SQLException;

  /** Replaces what {@link #clock} tells. */
  void setClock(ClockZero zero) throws SQLException;

  /** When the database was first used, which is {@code now} if this is the first time. */
  Instant born(Instant now) throws SQLException;

  @Override
  void close() throws SQLException;
}
