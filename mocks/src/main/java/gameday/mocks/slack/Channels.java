package gameday.mocks.slack;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All channels and direct messages. Guarded by the workspace's lock. */
final class Channels {
  private final int most;
  private final String botUserId;
  private final Clock clock;
  private final Map<String, Channel> byId = new LinkedHashMap<>();
  private final Map<String, Channel> byName = new LinkedHashMap<>();

  /** Direct messages of two don't count: there are at most as many as people. */
  private int counted;

  Channels(int most, String botUserId, Clock clock) {
    this.most = most;
    this.botUserId = botUserId;
    this.clock = clock;
  }

  boolean isFull() {
    return counted >= most;
  }

  /**
   * A new channel with the bot in it.
   *
   * @throws IllegalArgumentException if the name is taken
   * @throws IllegalStateException if there are too many
   */
  Channel create(String name, Kind kind, String creator) {
    if (isFull()) {
      throw new IllegalStateException("the workspace is full: it has " + most + " channels");
    }
    var channel = new Channel(Ids.of("C", name), name, kind, creator, clock);
    if (byName.putIfAbsent(name, channel) != null) {
      throw new IllegalArgumentException("there already is a channel #" + name);
    }
    counted++;
    channel.members.add(botUserId);
    byId.put(channel.id, channel);
    return channel;
  }

  /** The bot's direct messages with these people, new or old. */
  Channel direct(List<Person> people) {
    var known = existingDirect(people);
    if (known.isPresent()) {
      return known.get();
    }
    var ids = people.stream().map(Person::id).toList();
    var isGroup = ids.size() > 1;
    var kind = isGroup ? Kind.GROUP_DIRECT : Kind.DIRECT;
    var name = isGroup ? groupName(people) : ids.getFirst();
    var channel = new Channel(directId(people), name, kind, botUserId, clock);
    channel.members.add(botUserId);
    channel.members.addAll(ids);
    byId.put(channel.id, channel);
    counted += isGroup ? 1 : 0;
    return channel;
  }

  Optional<Channel> existingDirect(List<Person> people) {
    return Optional.ofNullable(byId.get(directId(people)));
  }

  private static String directId(List<Person> people) {
    var ids = people.stream().map(Person::id).sorted().toList();
    return Ids.of(ids.size() > 1 ? "G" : "D", String.join(" ", ids));
  }

  private static String groupName(List<Person> people) {
    return "mpdm-" + String.join("--", people.stream().map(Person::handle).toList()) + "-1";
  }

  Optional<Channel> byId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  Optional<Channel> byName(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  boolean isTaken(String name) {
    return byName.containsKey(name);
  }

  List<Channel> all() {
    return List.copyOf(byId.values());
  }
}
