package gameday.mocks.slack;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A channel, or a direct message to the bot. Guarded by the workspace's lock. */
final class Channel {
  private static final int MOST_IN_A_SECOND = 999_999;

  final String id;
  final String name;
  final boolean direct;
  final long createdSeconds;
  final Set<String> members = new LinkedHashSet<>();

  /** All messages, replies too, by ts; ts have one length, so text order is time order. */
  final NavigableMap<String, Stored> messages = new TreeMap<>();

  private final Clock clock;
  private long second;
  private int counter;

  Channel(String id, String name, boolean direct, Clock clock) {
    this.id = id;
    this.name = name;
    this.direct = direct;
    this.clock = clock;
    this.createdSeconds = clock.instant().getEpochSecond();
  }

  /** The next ts: the clock's second and a counter; grows even if the clock stands or goes back. */
  String nextTs() {
    var now = clock.instant().getEpochSecond();
    if (now > second) {
      second = now;
      counter = 0;
    } else if (counter == MOST_IN_A_SECOND) {
      second++;
      counter = 0;
    }
    counter++;
    return String.format(Locale.ROOT, "%010d.%06d", second, counter);
  }

  Optional<Stored> message(String ts) {
    return Optional.ofNullable(messages.get(ts));
  }

  void add(Stored message) {
    messages.put(message.ts, message);
    message.parentTs.ifPresent(parent -> messages.get(parent).replies.add(message));
  }

  /** Takes a message out; one that has replies leaves its place. */
  void remove(Stored message) {
    if (message.replies.isEmpty()) {
      messages.remove(message.ts);
      message.parentTs.ifPresent(parent -> messages.get(parent).replies.remove(message));
    } else {
      message.text = "This message was deleted.";
      message.extras = Draft.Extras.NONE;
    }
  }
}
