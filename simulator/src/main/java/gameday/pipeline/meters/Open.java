package gameday.pipeline.meters;

import java.util.LinkedHashMap;
import java.util.Map;

/** What is begun and not ended, oldest first. */
final class Open {
  private final Map<String, Long> sinceNanos = new LinkedHashMap<>();

  /** Whether that is new. */
  synchronized boolean begin(String key) {
    return sinceNanos.putIfAbsent(key, System.nanoTime()) == null;
  }

  synchronized void end(String key) {
    sinceNanos.remove(key);
  }

  synchronized void clear() {
    sinceNanos.clear();
  }

  synchronized int count() {
    return sinceNanos.size();
  }

  /** Age of the oldest; 0 if there is none. */
  synchronized double oldestSeconds() {
    return sinceNanos.isEmpty()
        ? 0
        : (System.nanoTime() - sinceNanos.values().iterator().next()) / 1e9;
  }
}
