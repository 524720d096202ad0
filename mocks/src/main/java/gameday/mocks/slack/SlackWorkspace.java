package gameday.mocks.slack;

import gameday.mocks.faults.Faults;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A workspace with its people, channels and messages, and one app: the pipeline's bot. People act
 * by {@link #post} and {@link #react}; the pipeline by {@link SlackApi}.
 *
 * <p>Safe for use by many threads. Listeners are told under the workspace's lock, so that all see
 * one order; they must be quick. It grows by what is written into it and by nothing else.
 */
public final class SlackWorkspace {
  /** The service's name, which is also what faults call it. */
  public static final String NAME = "slack";

  private final String team;
  private final Clock clock;
  private final Faults faults;
  private final Map<String, Person> people = new LinkedHashMap<>();
  private final Map<String, Person> byEmail = new LinkedHashMap<>();
  private final Map<String, UserGroup> groups = new LinkedHashMap<>();
  private final Map<String, Channel> channels = new LinkedHashMap<>();
  private final Map<String, Channel> byName = new LinkedHashMap<>();
  private final List<SlackListener> listeners = new ArrayList<>();
  private final Ephemerals ephemerals = new Ephemerals();
  private final Person bot;

  /**
   * @param team its name, lower case
   * @param clock stamps messages
   * @param faults whose outages of {@code slack} keep people from writing
   */
  public SlackWorkspace(String team, Clock clock, Faults faults) {
    this.team = team;
    this.clock = clock;
    this.faults = faults;
    this.bot = new Person(Ids.of("U", "bot"), "gameday", "", true);
    people.put(bot.id(), bot);
  }

  /** The team's id. */
  public String teamId() {
    return Ids.of("T", team);
  }

  /** The app's id. */
  public String appId() {
    return Ids.of("A", "app");
  }

  /** The bot's user id: the author of what the pipeline writes. */
  public String botUserId() {
    return bot.id();
  }

  /**
   * Invites a person and returns their user id.
   *
   * @throws IllegalArgumentException if the address is taken
   */
  public synchronized String addPerson(String name, String email) {
    var person = new Person(Ids.of("U", email), name, email, false);
    if (byEmail.putIfAbsent(email.toLowerCase(Locale.ROOT), person) != null) {
      throw new IllegalArgumentException("somebody already has the address " + email);
    }
    people.put(person.id(), person);
    return person.id();
  }

  /**
   * Makes a public channel with the bot in it and returns its id.
   *
   * @param name without '#'
   * @throws IllegalArgumentException if the name is taken
   */
  public synchronized String createChannel(String name) {
    var channel = new Channel(Ids.of("C", name), name, false, clock);
    if (byName.putIfAbsent(name, channel) != null) {
      throw new IllegalArgumentException("there already is a channel #" + name);
    }
    channel.members.add(bot.id());
    channels.put(channel.id, channel);
    return channel.id;
  }

  /** Makes a user group, mentioned by {@code <!subteam^id>}, and returns its id. */
  public synchronized String addUserGroup(String handle, List<String> userIds) {
    userIds.forEach(this::person);
    var group = new UserGroup(Ids.of("S", handle), handle, userIds);
    groups.put(group.id(), group);
    return group.id();
  }

  /** A person, or the bot, becomes a member. */
  public synchronized void join(String channelId, String userId) {
    channel(channelId).members.add(person(userId).id());
  }

  /** A person, or the bot, is a member no more. */
  public synchronized void leave(String channelId, String userId) {
    channel(channelId).members.remove(userId);
  }

  /** From now on {@code listener} is told. */
  public synchronized void listen(SlackListener listener) {
    listeners.add(listener);
  }

  /**
   * A person writes; who isn't a member yet becomes one.
   *
   * @param threadTs the parent's ts, to reply in its thread
   * @return the message's ts, or empty while Slack is out
   * @throws IllegalArgumentException if there is no such person, channel or thread
   */
  public Optional<String> post(
      String userId, String channelId, String text, Optional<String> threadTs) {
    if (faults.isOut(NAME)) {
      return Optional.empty();
    }
    synchronized (this) {
      var channel = channel(channelId);
      channel.members.add(person(userId).id());
      var draft = new Draft(text, threadTs, false, Draft.Extras.NONE);
      var stored = store(channel, userId, draft);
      return Optional.of(
          stored.orElseThrow(() -> new IllegalArgumentException("no thread " + threadTs)).ts);
    }
  }

  /**
   * A person reacts to a message.
   *
   * @param name such as {@code eyes}
   * @return whether the reaction is new; false while Slack is out
   * @throws IllegalArgumentException if there is no such person, channel or message
   */
  public boolean react(String userId, String channelId, String ts, String name) {
    if (faults.isOut(NAME)) {
      return false;
    }
    synchronized (this) {
      var channel = channel(channelId);
      var message =
          channel.message(ts).orElseThrow(() -> new IllegalArgumentException("no message " + ts));
      return addReaction(channel, message, person(userId).id(), name);
    }
  }

  /** What the app shows to one person only. */
  public Ephemerals ephemerals() {
    return ephemerals;
  }

  /** Whom a message notifies: user ids, its author not counted. */
  public synchronized Set<String> notified(SlackMessage message) {
    var members = channel(message.channelId()).members;
    return Mentions.notified(message.text(), message.userId(), members, groups);
  }

  // ---- for the Web API; callers hold the lock ----

  /** Stores and tells; empty if the thread doesn't exist. */
  Optional<Stored> store(Channel channel, String userId, Draft draft) {
    var parent = draft.threadTs().flatMap(channel::message).map(Stored::threadTs);
    if (draft.threadTs().isPresent() && parent.isEmpty()) {
      return Optional.empty();
    }
    var message = new Stored(channel.nextTs(), userId, userId.equals(bot.id()), parent, draft);
    channel.add(message);
    var told = message.told(channel);
    listeners.forEach(listener -> listener.posted(told));
    return Optional.of(message);
  }

  void edit(Channel channel, Stored message, String text, Draft.Extras extras) {
    var before = message.told(channel);
    message.text = text;
    message.extras = extras;
    message.editedTs = Optional.of(channel.nextTs());
    var after = message.told(channel);
    listeners.forEach(listener -> listener.edited(before, after));
  }

  void remove(Channel channel, Stored message) {
    var gone = message.told(channel);
    channel.remove(message);
    listeners.forEach(listener -> listener.deleted(gone));
  }

  boolean addReaction(Channel channel, Stored message, String userId, String name) {
    var users = message.reactions.computeIfAbsent(name, key -> new LinkedHashSet<>());
    if (!users.add(userId)) {
      return false;
    }
    listeners.forEach(
        listener -> listener.reacted(channel.id, channel.name, message.ts, userId, name));
    return true;
  }

  /** By id, by name with or without '#', or by a user's id: then the bot's direct messages. */
  Optional<Channel> find(String argument) {
    var known = Optional.ofNullable(channels.get(argument));
    if (known.isPresent()) {
      return known;
    }
    var named = argument.startsWith("#") ? argument.substring(1) : argument;
    return people.containsKey(argument) && !argument.equals(bot.id())
        ? Optional.of(directMessages(argument))
        : Optional.ofNullable(byName.get(named));
  }

  private Channel directMessages(String userId) {
    var id = Ids.of("D", userId);
    return channels.computeIfAbsent(
        id,
        key -> {
          var channel = new Channel(id, userId, true, clock);
          channel.members.add(bot.id());
          channel.members.add(userId);
          return channel;
        });
  }

  Optional<Person> findPerson(String id) {
    return Optional.ofNullable(people.get(id));
  }

  Optional<Person> findByEmail(String email) {
    return Optional.ofNullable(byEmail.get(email.toLowerCase(Locale.ROOT)));
  }

  List<Person> people() {
    return List.copyOf(people.values());
  }

  List<UserGroup> groups() {
    return List.copyOf(groups.values());
  }

  List<Channel> channels() {
    return List.copyOf(channels.values());
  }

  String team() {
    return team;
  }

  private Person person(String id) {
    return findPerson(id).orElseThrow(() -> new IllegalArgumentException("no user " + id));
  }

  private Channel channel(String id) {
    return Optional.ofNullable(channels.get(id))
        .orElseThrow(() -> new IllegalArgumentException("no channel " + id));
  }
}
