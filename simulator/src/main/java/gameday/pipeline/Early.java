package gameday.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came from a thread before the pipeline knew that the thread is one of its own: the answer to
 * a post can overtake the post's own outcome. Other people's threads end up here too, so only the
 * latest are kept.
 */
final class Early {
  private static final int THREADS = 1_000;
  private static final int SIGNALS_A_THREAD = 100;

  private final Map<String, List<Signal>> byThread = new LinkedHashMap<>();

  void keep(String threadTs, Signal signal) {
    List<Signal> kept = byThread.computeIfAbsent(threadTs, ts -> new ArrayList<>());
    if (kept.size() < SIGNALS_A_THREAD) {
      kept.add(signal);
    }
    if (byThread.size() > THREADS) {
      byThread.remove(byThread.keySet().iterator().next());
    }
  }

  /** What came early for {@code threadTs}, in order; forgets it. */
  List<Signal> take(String threadTs) {
    List<Signal> kept = byThread.remove(threadTs);
    return kept == null ? List.of() : kept;
  }
}
