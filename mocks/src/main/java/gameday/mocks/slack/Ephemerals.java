package gameday.mocks.slack;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The ephemeral messages that people see at the moment: the newest 100 of each person. Safe for use
 * by many threads.
 */
public final class Ephemerals {
  private static final int MOST_EACH = 100;

  private final Map<String, Deque<Ephemeral>> byPerson = new HashMap<>();

  Ephemerals() {}

  /** What a person sees, oldest first. */
  public synchronized List<Ephemeral> of(String userId) {
    return List.copyOf(byPerson.getOrDefault(userId, new ArrayDeque<>()));
  }

  /** One that the person still sees. */
  public synchronized Optional<Ephemeral> find(String userId, String channelId, String ts) {
    return of(userId).stream()
        .filter(shown -> shown.channelId().equals(channelId) && shown.ts().equals(ts))
        .findFirst();
  }

  synchronized void show(Ephemeral message) {
    var shown = byPerson.computeIfAbsent(message.userId(), id -> new ArrayDeque<>());
    shown.removeIf(other -> isSame(other, message));
    shown.add(message);
    if (shown.size() > MOST_EACH) {
      shown.removeFirst();
    }
  }

  /** Whether it was there. */
  synchronized boolean hide(Ephemeral message) {
    return byPerson
        .getOrDefault(message.userId(), new ArrayDeque<>())
        .removeIf(other -> isSame(other, message));
  }

  private static boolean isSame(Ephemeral one, Ephemeral other) {
    return one.channelId().equals(other.channelId()) && one.ts().equals(other.ts());
  }
}
