package gameday.mocks.slack.app;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** What lets a connection in: each once, for a minute; only the newest 100 are known. */
final class Tickets {
  private static final Duration GOOD_FOR = Duration.ofMinutes(1);
  private static final int MOST = 100;

  private final Secrets secrets;
  private final Timing timing;

  /** When each was issued. */
  private final Map<String, Long> issued = new LinkedHashMap<>();

  Tickets(Secrets secrets, Timing timing) {
    this.secrets = secrets;
    this.timing = timing;
  }

  synchronized String issue() {
    var ticket = secrets.next("ticket");
    Bounds.drop(issued, MOST - 1);
    issued.put(ticket, timing.now());
    return ticket;
  }

  /** Whether the ticket is good; it isn't any more. */
  synchronized boolean redeem(String ticket) {
    var since = issued.remove(ticket);
    return since != null && !timing.passed(since, GOOD_FOR);
  }
}
