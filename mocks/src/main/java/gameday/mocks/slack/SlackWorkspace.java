package gameday.mocks.slack;

import gameday.mocks.faults.Faults;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A workspace with its people, channels and messages, and one app: the pipeline's bot. People act
 * by {@link #post}, {@link #react} and the like; the pipeline by {@link SlackApi}.
 *
 * <p>What people do while Slack is out doesn't happen. What is set up (people, channels, groups,
 * members, rules) is as if it had always been so: nobody is told.
 *
 * <p>Safe for use by many threads. Listeners are told under the workspace's lock, so that all see
 * one order; they must be quick.
 */
public final class SlackWorkspace {
  /** The service's name, which is also what faults call it. */
  public static final String NAME = "slack";

  private final Faults faults;
  private final SlackState state;
  private final WorkspaceAdmin admin;
  private final Ephemerals ephemerals = new Ephemerals();

  /**
   * @param team its name, lower case
   * @param clock stamps messages
   * @param faults whose outages of {@code slack} keep people from writing
   */
  public SlackWorkspace(String team, Clock clock, Faults faults) {
    this(team, clock, faults, WorkspaceBounds.STANDARD);
  }

  /** The same of another size. */
  public SlackWorkspace(String team, Clock clock, Faults faults, WorkspaceBounds bounds) {
    this.faults = faults;
    this.state = new SlackState(team, clock, bounds);
    this.admin = new WorkspaceAdmin(this, state);
  }

  /** What the app shows to one person only. */
  public Ephemerals ephemerals() {
    return ephemerals;
  }

  /** All it holds; guarded by this workspace's lock. */
  SlackState state() {
    return state;
  }

  /** The team's id. */
  public String teamId() {
    return state.teamId;
  }

  /** The app's id. */
  public String appId() {
    return state.appId;
  }

  /** The bot's user id: the author of what the pipeline writes. */
  public String botUserId() {
    return state.bot.id();
  }

  /** What those can do who run the workspace: invitations, archives, permissions. */
  public WorkspaceAdmin admin() {
    return admin;
  }

  // ---- setting up ----

  /**
   * A person who has long accepted their invitation; returns their user id.
   *
   * @throws IllegalArgumentException if the address is taken
   */
  public synchronized String addPerson(String name, String email) {
    return state.add(name, email, Person.State.ACTIVE).id();
  }

  /**
   * Makes a public channel with the bot in it and returns its id.
   *
   * @param name without '#'
   * @throws IllegalArgumentException if the name is taken
   */
  public synchronized String createChannel(String name) {
    return state.channels.create(name, Kind.PUBLIC, state.bot.id()).id;
  }

  /** Makes a user group, mentioned by {@code <!subteam^id>}, and returns its id. */
  public synchronized String addUserGroup(String handle, List<String> userIds) {
    userIds.forEach(state::known);
    var group = new UserGroup(Ids.of("S", handle), handle, userIds, state.now());
    state.people.add(group);
    return group.id();
  }

  /** A person, or the bot, becomes a member. */
  public synchronized void join(String channelId, String userId) {
    state.knownChannel(channelId).members.add(state.known(userId).id());
  }

  /** A person, or the bot, is a member no more. */
  public synchronized void leave(String channelId, String userId) {
    state.knownChannel(channelId).members.remove(userId);
  }

  /** Where Slack's paths are, such as {@code http://127.0.0.1:8080/slack}: for files' URLs. */
  public synchronized void reachableAt(URI base) {
    state.base = base;
  }

  /** From now on {@code listener} is told. */
  public void listen(SlackListener listener) {
    listen(new ListenerCalls(listener));
  }

  synchronized void listen(ChangeListener listener) {
    state.listen(listener);
  }

  // ---- what people do ----

  /**
   * A person writes; who isn't a member yet becomes one.
   *
   * @param threadTs the parent's ts, to reply in its thread
   * @return the message's ts, or empty while Slack is out
   * @throws IllegalArgumentException if there is no such person, channel or thread
   * @throws IllegalStateException if the person can't write, or nobody can there
   */
  public Optional<String> post(
      String userId, String channelId, String text, Optional<String> threadTs) {
    return unlessOut(
        () -> {
          var channel = writable(channelId, userId);
          channel.members.add(userId);
          return state.store(channel, userId, thread(channel, threadTs), Draft.of(text)).ts;
        });
  }

  /**
   * A person uploads a file, such as a screenshot, into a channel or a thread.
   *
   * @param file its name, which tells its type, and its bytes, at most 16 MiB
   * @param comment what they say of it; may be empty
   * @return the ts of the message that shows it, or empty while Slack is out
   * @throws IllegalArgumentException if there is no such person, channel or thread, or the file is
   *     empty or too large
   * @throws IllegalStateException if the person can't write, or nobody can there
   */
  public Optional<String> upload(
      String userId, String channelId, Upload file, String comment, Optional<String> threadTs) {
    return unlessOut(
        () -> {
          var channel = writable(channelId, userId);
          channel.members.add(userId);
          var parent = thread(channel, threadTs);
          var stored = state.announce(file.name(), userId, file.bytes().length);
          state.files.keep(stored, file.bytes());
          stored.complete(Optional.empty());
          return state.share(channel, userId, parent, Draft.of(comment, List.of(stored))).ts;
        });
  }

  /**
   * A person edits what they wrote.
   *
   * @return whether they did; false while Slack is out
   * @throws IllegalArgumentException if there is no such message of theirs
   * @throws IllegalStateException if the person can't write, or nobody can there
   */
  public boolean edit(String userId, String channelId, String ts, String text) {
    return did(
        () -> {
          var channel = writable(channelId, userId);
          var message = own(channel, userId, ts);
          state.edit(channel, message, Draft.of(text).text(), message.extras);
          return true;
        });
  }

  /**
   * A person deletes what they wrote.
   *
   * @return whether they did; false while Slack is out
   * @throws IllegalArgumentException if there is no such message of theirs
   * @throws IllegalStateException if the person can't write, or nobody can there
   */
  public boolean delete(String userId, String channelId, String ts) {
    return did(
        () -> {
          var channel = writable(channelId, userId);
          state.delete(channel, own(channel, userId, ts));
          return true;
        });
  }

  /**
   * A person reacts to a message.
   *
   * @param name such as {@code eyes}
   * @return whether the reaction is new; false while Slack is out
   * @throws IllegalArgumentException if there is no such person, channel or message
   */
  public boolean react(String userId, String channelId, String ts, String name) {
    return did(
        () -> {
          var channel = writable(channelId, userId);
          return state.addReaction(channel, message(channel, ts), userId, name);
        });
  }

  /**
   * A person takes a reaction back.
   *
   * @return whether it was there; false while Slack is out
   * @throws IllegalArgumentException if there is no such person, channel or message
   */
  public boolean unreact(String userId, String channelId, String ts, String name) {
    return did(
        () -> {
          var channel = writable(channelId, userId);
          return state.removeReaction(channel, message(channel, ts), userId, name);
        });
  }

  /**
   * A person brings another, or the bot, into a channel.
   *
   * @return whether they weren't in it; false while Slack is out
   * @throws IllegalArgumentException if there is no such person or channel
   */
  public boolean invite(String userId, String channelId, String invitedId) {
    return did(
        () -> {
          var channel = writable(channelId, userId);
          return state.join(channel, state.known(invitedId).id(), Optional.of(userId));
        });
  }

  /** Whom a message notifies: ids of active people, its author not counted. */
  public synchronized Set<String> notified(SlackMessage message) {
    var channel = state.knownChannel(message.channelId());
    return state.notified(channel, message.text(), message.userId());
  }

  private <T> Optional<T> unlessOut(Supplier<T> act) {
    if (faults.isOut(NAME)) {
      return Optional.empty();
    }
    synchronized (this) {
      return Optional.of(act.get());
    }
  }

  private boolean did(Supplier<Boolean> act) {
    return unlessOut(act).orElse(false);
  }

  /** A channel that this person can act in. */
  private Channel writable(String channelId, String userId) {
    var channel = state.knownChannel(channelId);
    var person = state.known(userId);
    if (!person.isActive()) {
      throw new IllegalStateException(person.name() + " can't write, being " + person.state());
    }
    if (channel.archived) {
      throw new IllegalStateException("#" + channel.name + " is archived");
    }
    return channel;
  }

  private static Optional<Stored> thread(Channel channel, Optional<String> threadTs) {
    return threadTs.map(
        ts ->
            channel.thread(ts).orElseThrow(() -> new IllegalArgumentException("no thread " + ts)));
  }

  private static Stored message(Channel channel, String ts) {
    return channel.message(ts).orElseThrow(() -> new IllegalArgumentException("no message " + ts));
  }

  private static Stored own(Channel channel, String userId, String ts) {
    var message = message(channel, ts);
    if (!message.userId.equals(userId) || message.isSlacks()) {
      throw new IllegalArgumentException("message " + ts + " isn't by " + userId);
    }
    return message;
  }
}
