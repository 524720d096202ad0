package gameday.pipeline.delivery;

import gameday.pipeline.Effect;
import gameday.pipeline.record.Arrival;
import gameday.pipeline.record.Outgoing;
import gameday.pipeline.store.Ledger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** An outbox in memory. */
final class NotedOutbox implements Courier.Outbox {
  private final Map<String, Effect> open = new LinkedHashMap<>();
  private final List<String> done = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();
  private final Set<String> withdrawn = new HashSet<>();
  private int mostRead;

  synchronized Outgoing add(Effect effect) {
    open.put(effect.key(), effect);
    return new Outgoing(effect, false);
  }

  synchronized List<String> done() {
    return List.copyOf(done);
  }

  synchronized List<String> refused() {
    return List.copyOf(refused);
  }

  /** How many were read at once at most. */
  synchronized int mostRead() {
    return mostRead;
  }

  @Override
  public synchronized void settle(String key, Ledger.State state, List<Arrival> outcome) {
    open.remove(key);
    (state == Ledger.State.DONE ? done : refused).add(key);
  }

  /** From now on this one isn't to be done. */
  synchronized void withdraw(String key) {
    withdrawn.add(key);
  }

  @Override
  public synchronized boolean isWanted(String effectKey) {
    return !withdrawn.contains(effectKey);
  }

  @Override
  public synchronized List<Effect> read(List<String> effectKeys) {
    mostRead = Math.max(mostRead, effectKeys.size());
    return effectKeys.stream().map(open::get).filter(Objects::nonNull).toList();
  }
}
