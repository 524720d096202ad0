package gameday.pipeline.record;

import gameday.pipeline.Effect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** What instances deliver to: takes a moment for everything, and notes what goes wrong. */
final class SharedOutside {
  private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private final Map<String, String> byKey = new HashMap<>();
  private final List<Effect> sent = new ArrayList<>();
  private final Set<String> busyLanes = new HashSet<>();
  private final List<String> faults = new ArrayList<>();

  /** Carries it out, and then tells its id. */
  String send(String lane, Effect effect) {
    begin(lane, effect);
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_NANOS));
    return end(lane, effect);
  }

  private synchronized void begin(String lane, Effect effect) {
    if (!busyLanes.add(lane)) {
      faults.add("two couriers in lane " + lane + ": " + effect.key());
    }
  }

  private synchronized String end(String lane, Effect effect) {
    busyLanes.remove(lane);
    String id = "%010d.000100".formatted(sent.size());
    sent.add(effect);
    if (byKey.put(effect.key(), id) != null) {
      faults.add("sent twice: " + effect.key());
    }
    return id;
  }

  /** The id of what stands already, or null. */
  synchronized String find(Effect effect) {
    return byKey.get(effect.key());
  }

  /** In the order in which it stands. */
  synchronized List<Effect> sent() {
    return List.copyOf(sent);
  }

  synchronized List<String> faults() {
    return List.copyOf(faults);
  }
}
