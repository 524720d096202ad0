package gameday.mocks.slack;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A channel, or direct messages with the bot. Guarded by the workspace's lock. */
final class Channel {
  private static final int MOST_IN_A_SECOND = 999_999;
  private static final long ELEVEN_DIGITS = 10_000_000_000L;
  private static final int SEVEN_DIGITS = 1_000_000;

  final String id;

  /** Its name, or the other's user id where two talk. */
  final String name;

  final Kind kind;
  final String creator;
  final long createdSeconds;
  final Set<String> members = new LinkedHashSet<>();
  boolean archived;

  /** Whether only admins may write, of whom the bot is none. */
  boolean postingRestricted;

  /** All messages, replies too, by ts; ts have one length, so text order is time order. */
  final NavigableMap<String, Stored> messages = new TreeMap<>();

  private final Clock clock;
  private long second;
  private String secondDigits = "";
  private int counter;

  Channel(String id, String name, Kind kind, String creator, Clock clock) {
    this.id = id;
    this.name = name;
    this.kind = kind;
    this.creator = creator;
    this.clock = clock;
    this.createdSeconds = clock.instant().getEpochSecond();
  }

  /** The next ts: the clock's second and a counter; grows even if the clock stands or goes back. */
  String nextTs() {
    var now = clock.instant().getEpochSecond();
    if (now > second) {
      enter(now);
    } else if (counter == MOST_IN_A_SECOND) {
      enter(second + 1);
    }
    counter++;
    return secondDigits + Integer.toString(SEVEN_DIGITS + counter).substring(1);
  }

  /** The ts that was given last, or nothing. */
  String lastTs() {
    return secondDigits + counter;
  }

  private void enter(long next) {
    second = next;
    secondDigits = Long.toString(ELEVEN_DIGITS + next).substring(1) + ".";
    counter = 0;
  }

  Optional<Stored> message(String ts) {
    return Optional.ofNullable(messages.get(ts));
  }

  /** The parent of the thread that a message, itself a parent or a reply, stands in. */
  Optional<Stored> thread(String ts) {
    return message(ts).map(message -> message.parentTs.map(messages::get).orElse(message));
  }

  void add(Stored message) {
    messages.put(message.ts, message);
    message.parentTs.ifPresent(parent -> messages.get(parent).addReply(message));
  }

  void remove(Stored message) {
    messages.remove(message.ts);
    message.parentTs.ifPresent(parent -> messages.get(parent).removeReply(message));
  }

  /** A thread is gone, its parent too. */
  void removeThread(Stored parent) {
    parent.replies().forEach(reply -> messages.remove(reply.ts));
    messages.remove(parent.ts);
  }
}
