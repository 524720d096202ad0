package gameday.pipeline.record;

import gameday.pipeline.Effect;
import gameday.pipeline.Input;
import gameday.pipeline.Pipeline;
import gameday.pipeline.store.Ledger;
import gameday.pipeline.store.StoredKey;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The core as the log of inputs has made it, and how far this instance has read that log. Every
 * instance has one; they agree because all take the same inputs in the same order.
 */
final class Replica {
  private static final int PAGE = 2_000;

  private final Ledger ledger;
  private final Mind mind;
  private final Pipeline pipeline;
  private long seq;
  private long lastNanos;
  private boolean ahead;

  /** Knows nothing until {@link #follow}. */
  Replica(Ledger ledger, Mind mind) {
    this.ledger = ledger;
    this.mind = mind;
    this.pipeline = mind.core();
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
   * @return what the log must hold of it
   */
  List<Ledger.Logged> take(Arrival arrival, long nowNanos, List<Effect> effects) {
    String key = StoredKey.of(arrival.key());
    if (pipeline.knows(key)) {
      return List.of();
    }
    lastNanos = Math.max(lastNanos, nowNanos);
    List<Ledger.Logged> taken = new ArrayList<>();
    for (Input heard : mind.hears(new Input(key, lastNanos, arrival.signal()))) {
      Input input = new Input(StoredKey.of(heard.key()), lastNanos, heard.signal());
      if (!pipeline.knows(input.key())) {
        ahead = true;
        seq++;
        pipeline.on(input).forEach(effect -> effects.addAll(mind.does(effect)));
        taken.add(new Ledger.Logged(seq, input));
      }
    }
    return taken;
  }
}
