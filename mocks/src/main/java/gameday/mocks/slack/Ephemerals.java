package gameday.mocks.slack;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The ephemeral messages that people see at the moment: the newest 100 of each person, and no more
 * than 16 Mi characters of all together. Safe for use by many threads.
 */
public final class Ephemerals {
  private static final int MOST_EACH = 100;
  private static final long MOST_CHARACTERS = 16 << 20;

  /** Oldest first. */
  private final Map<Key, Shown> all = new LinkedHashMap<>();

  /** The same, by person. */
  private final Map<String, LinkedHashMap<Key, Ephemeral>> byPerson = new HashMap<>();

  private long characters;

  Ephemerals() {}

  /** What a person sees, oldest first. */
  public synchronized List<Ephemeral> of(String userId) {
    return List.copyOf(byPerson.getOrDefault(userId, new LinkedHashMap<>()).values());
  }

  /** One that the person still sees. */
  public synchronized Optional<Ephemeral> find(String userId, String channelId, String ts) {
    return Optional.ofNullable(all.get(new Key(userId, channelId, ts))).map(Shown::message);
  }

  synchronized void show(Ephemeral message) {
    var key = Key.of(message);
    forget(key);
    var shown = new Shown(message, message.json().toString().length());
    all.put(key, shown);
    characters += shown.length();
    var own = byPerson.computeIfAbsent(message.userId(), id -> new LinkedHashMap<>());
    own.put(key, message);
    if (own.size() > MOST_EACH) {
      forget(own.firstEntry().getKey());
    }
    while (characters > MOST_CHARACTERS) {
      forget(all.keySet().iterator().next());
    }
  }

  /** Whether it was there. */
  synchronized boolean hide(Ephemeral message) {
    return forget(Key.of(message));
  }

  private boolean forget(Key key) {
    var shown = all.remove(key);
    if (shown == null) {
      return false;
    }
    characters -= shown.length();
    var own = byPerson.get(key.userId());
    own.remove(key);
    if (own.isEmpty()) {
      byPerson.remove(key.userId());
    }
    return true;
  }

  private record Key(String userId, String channelId, String ts) {
    static Key of(Ephemeral message) {
      return new Key(message.userId(), message.channelId(), message.ts());
    }
  }

  private record Shown(Ephemeral message, int length) {}
}
