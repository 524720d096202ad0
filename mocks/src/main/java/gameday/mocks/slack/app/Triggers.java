package gameday.mocks.slack.app;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What lets an app open a view: each for one person, once, for three seconds of machine time. Only
 * the newest 10,000 are known; older ones have expired long ago. Safe for use by many threads.
 */
final class Triggers {
  private static final Duration GOOD_FOR = Duration.ofSeconds(3);
  private static final int MOST = 10_000;
  private static final long FIRST = 1_000_000_000_000L;
  private static final long TEAM = 4_744_562_912_100L;

  private final Secrets secrets;
  private final Timing timing;
  private final Map<String, Trigger> issued = new LinkedHashMap<>();
  private long count;

  Triggers(Secrets secrets, Timing timing) {
    this.secrets = secrets;
    this.timing = timing;
  }

  /** A new one, in Slack's form {@code 132456.7890123.abcdef}. */
  synchronized String issue(String userId) {
    var id = "%d.%d.%s".formatted(FIRST + count++, TEAM, secrets.next("trigger"));
    Bounds.drop(issued, MOST - 1);
    issued.put(id, new Trigger(userId, timing.now()));
    return id;
  }

  /** Takes a trigger for a view. */
  synchronized Exchange exchange(String id) {
    var trigger = issued.get(id);
    if (trigger == null) {
      return new Exchange.Refused("invalid_trigger_id");
    }
    if (trigger.exchanged) {
      return new Exchange.Refused("exchanged_trigger_id");
    }
    if (timing.passed(trigger.issuedNanos, GOOD_FOR)) {
      return new Exchange.Refused("expired_trigger_id");
    }
    trigger.exchanged = true;
    return new Exchange.Good(trigger.userId);
  }

  /** What came of a trigger. */
  sealed interface Exchange {
    /** A view may be shown to this person. */
    record Good(String userId) implements Exchange {}

    /** Slack's word for why not. */
    record Refused(String word) implements Exchange {}
  }

  private static final class Trigger {
    private final String userId;
    private final long issuedNanos;
    private boolean exchanged;

    Trigger(String userId, long issuedNanos) {
      this.userId = userId;
      this.issuedNanos = issuedNanos;
    }
  }
}
