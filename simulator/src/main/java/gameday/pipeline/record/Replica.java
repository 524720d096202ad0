package gameday.pipeline.record;

import gameday.pipeline.Effect;
import gameday.pipeline.Input;
import gameday.pipeline.Pipeline;
import gameday.pipeline.Playbook;
import gameday.pipeline.store.Ledger;
import gameday.pipeline.store.StoredKey;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * The core as the log of inputs has made it, and how far this instance has read that log. Every
 * instance has one; they agree because all take the same inputs in the same order.
 */
final class Replica {
  private static final int PAGE = 2_000;

  private final Ledger ledger;
  private final Pipeline pipeline;
  private long seq;
  private long lastNanos;
  private boolean ahead;

  /** Knows nothing until {@link #follow}. */
  Replica(Ledger ledger, Playbook playbook) {
    this.ledger = ledger;
    this.pipeline = new Pipeline(playbook);
  }

  /** A look at the core, on the recorder's thread. */
  Pipeline pipeline() {
    return pipeline;
  }

  /** Event time of the last input. */
  long lastNanos() {
    return lastNanos;
  }

  /** Whether the core has learnt what the log may not hold. */
  boolean isAhead() {
    return ahead;
  }

  /** The log holds what was taken. */
  void stored() {
    ahead = false;
  }

  /**
   * Takes what others have appended since; its effects are in the outbox already.
   *
   * @return whether there was anything
   */
  boolean follow() throws SQLException {
    long before = seq;
    List<Ledger.Logged> page;
    do {
      page = ledger.inputsAfter(seq, PAGE);
      for (Ledger.Logged logged : page) {
        pipeline.on(logged.input());
        seq = logged.seq();
        lastNanos = logged.input().atNanos();
      }
    } while (page.size() == PAGE);
    return seq > before;
  }

  /** Where the next input will stand. */
  long nextSeq() {
    return seq + 1;
  }

  /**
   * Takes an input of this instance's own, unless it is known; to be called only when {@link
   * #follow} has read everything.
   *
   * @param effects receives what is to be done
   */
  Optional<Ledger.Logged> take(Arrival arrival, long nowNanos, List<Effect> effects) {
    String key = StoredKey.of(arrival.key());
    if (pipeline.knows(key)) {
      return Optional.empty();
    }
    ahead = true;
    seq++;
    lastNanos = Math.max(lastNanos, nowNanos);
    Input input = new Input(key, lastNanos, arrival.signal());
    effects.addAll(pipeline.on(input));
    return Optional.of(new Ledger.Logged(seq, input));
  }
}
