package gameday.evidence;

import gameday.evidence.FaultWindows.Window;
import gameday.history.Entry;
import gameday.history.Happening.WebhookDelivered;
import gameday.history.Happening.WebhookMeddled;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What faults did to single webhooks: for how long the pipeline could not know what one says, and
 * which attempts came with a time nobody believes. Copies keep nothing from anybody.
 */
final class Meddlings {
  private static final Set<String> WITHHELD =
      Set.of("lost-webhooks", "delayed-webhooks", "reordered-webhooks", "stale-clock");
  private static final String STALE = "stale-clock";

  private final List<Window> windows = new ArrayList<>();

  /** How many attempts of one number are under way: one delivery may be sent twice. */
  private final Map<String, Integer> staleAttempts = new HashMap<>();

  private final Set<Long> stale = new HashSet<>();

  /** Meddlings whose delivery has not arrived yet, by product and delivery. */
  private final Map<String, List<Entry>> open = new HashMap<>();

  void meddled(WebhookMeddled meddled, Entry entry) {
    if (!WITHHELD.contains(meddled.fault())) {
      return;
    }
    String id = meddled.from() + " " + meddled.delivery();
    open.computeIfAbsent(id, unknown -> new ArrayList<>()).add(entry);
    if (meddled.fault().equals(STALE)) {
      staleAttempts.merge(id + " " + meddled.attempt(), 1, Integer::sum);
    }
  }

  void delivered(WebhookDelivered delivered, Entry entry) {
    if (open.isEmpty() && staleAttempts.isEmpty()) {
      return;
    }
    String id = delivered.from() + " " + delivered.delivery();
    String attempt = id + " " + delivered.attempt();
    if (staleAttempts.containsKey(attempt)) {
      staleAttempts.computeIfPresent(attempt, (same, left) -> left == 1 ? null : left - 1);
      stale.add(entry.sequence());
    }
    if (delivered.status() / 100 == 2 && open.containsKey(id)) {
      open.remove(id).forEach(each -> close(each, entry.atNanos()));
    }
  }

  /** The run is over: what has not arrived by now never did. */
  void end(long endNanos) {
    open.values().forEach(left -> left.forEach(entry -> close(entry, endNanos)));
    open.clear();
  }

  private void close(Entry entry, long atNanos) {
    WebhookMeddled meddled = (WebhookMeddled) entry.what();
    windows.add(
        new Window(meddled.from(), meddled.fault(), entry.atNanos(), atNanos, about(meddled)));
  }

  /** The conversation, or a Slack thread's ts: the channel's id is not known to histories. */
  private static Optional<String> about(WebhookMeddled meddled) {
    String conversation = meddled.conversation();
    return Optional.of(conversation.substring(conversation.lastIndexOf(':') + 1));
  }

  /** When single webhooks were kept from the pipeline. */
  List<Window> windows() {
    return windows;
  }

  /** Whether an attempt was signed at a time that nobody believes. */
  boolean isStale(Entry delivered) {
    return stale.contains(delivered.sequence());
  }
}
