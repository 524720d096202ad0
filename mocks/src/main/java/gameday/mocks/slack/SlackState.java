package gameday.mocks.slack;

import gameday.mocks.slack.files.FileStore;
import gameday.mocks.slack.files.SlackFile;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What a workspace holds, and the changes that people and the bot make to it alike; each is told to
 * all who listen. Who may do what, callers have decided. Guarded by the workspace's lock.
 */
final class SlackState {
  /** Who Slack says wrote what stands in place of a deleted message. */
  static final String SLACKBOT = "USLACKBOT";

  final String team;
  final String teamId;
  final String appId;
  final String botId = Ids.of("B", "bot");
  final Person bot;
  final People people;
  final Channels channels;
  final FileStore files = new FileStore();
  final SlackGrant grant = new SlackGrant();

  /** How long a message may be edited; empty: always. */
  Optional<Duration> editWindow = Optional.empty();

  /** Where Slack's own paths are. Until it is set, a host that never answers. */
  URI base = URI.create("http://slack.invalid");

  private final Clock clock;
  private final Retention retention;
  private final List<ChangeListener> listeners = new ArrayList<>();
  private int announced;

  SlackState(String team, Clock clock, WorkspaceBounds bounds) {
    this.team = team;
    this.teamId = Ids.of("T", team);
    this.appId = Ids.of("A", "app");
    this.clock = clock;
    this.retention = new Retention(bounds);
    this.people = new People(bounds.people());
    this.bot = new Person(Ids.of("U", "bot"), "gameday", "", true, Person.State.ACTIVE, now());
    people.add(bot);
    this.channels = new Channels(bounds.channels(), bot.id(), clock);
  }

  void listen(ChangeListener listener) {
    listeners.add(listener);
  }

  private void tell(Consumer<ChangeListener> what) {
    listeners.forEach(what);
  }

  /** Seconds since 1970. */
  long now() {
    return clock.instant().getEpochSecond();
  }

  // ---- finding ----

  /**
   * A channel that the bot can see, which are public ones and those it is in: by id, by name with
   * or without '#', or by a user's id if there are direct messages with them.
   */
  Optional<Channel> visible(String argument) {
    return channels
        .byId(argument)
        .or(() -> channels.byName(argument.startsWith("#") ? argument.substring(1) : argument))
        .or(() -> reachable(argument).flatMap(user -> channels.existingDirect(List.of(user))))
        .filter(found -> found.kind == Kind.PUBLIC || hasBot(found));
  }

  /** The person of that id, if the bot can write to them. */
  Optional<Person> reachable(String userId) {
    return people.find(userId).filter(found -> !found.bot() && !found.isDeactivated());
  }

  boolean hasBot(Channel channel) {
    return channel.members.contains(bot.id());
  }

  /**
   * @throws IllegalArgumentException if there is nobody of that id
   */
  Person known(String userId) {
    return people.find(userId).orElseThrow(() -> new IllegalArgumentException("no user " + userId));
  }

  /**
   * @throws IllegalArgumentException if there is no channel of that id
   */
  Channel knownChannel(String id) {
    return channels.byId(id).orElseThrow(() -> new IllegalArgumentException("no channel " + id));
  }

  // ---- messages ----

  /**
   * @param parent of the thread, for a reply
   */
  Stored store(Channel channel, String userId, Optional<Stored> parent, Draft draft) {
    var message = placed(channel, userId, parent, draft);
    tell(listener -> listener.posted(channel, message));
    return message;
  }

  private Stored placed(Channel channel, String userId, Optional<Stored> parent, Draft draft) {
    var byBot = userId.equals(bot.id());
    var parentTs = parent.map(found -> found.ts);
    var message = new Stored(channel.nextTs(), userId, byBot, parentTs, draft);
    channel.add(message);
    retention.added(channel, message);
    return message;
  }

  void edit(Channel channel, Stored message, String text, Draft.Extras extras) {
    var before = message.copy();
    message.text = text;
    message.extras = extras;
    message.editedTs = Optional.of(channel.nextTs());
    retention.changed(channel, message);
    tell(listener -> listener.edited(channel, before, message));
  }

  void delete(Channel channel, Stored message) {
    var before = message.copy();
    if (!message.replies().isEmpty()) {
      message.text = "This message was deleted.";
      message.extras = Draft.Extras.NONE;
      message.subtype = Optional.of(Stored.TOMBSTONE);
      retention.changed(channel, message);
    } else {
      channel.remove(message);
      retention.removed(message);
      message
          .parentTs
          .flatMap(channel::message)
          .filter(parent -> parent.isTombstone() && parent.replies().isEmpty())
          .ifPresent(
              tombstone -> {
                channel.remove(tombstone);
                retention.removed(tombstone);
              });
    }
    tell(listener -> listener.deleted(channel, before, message));
  }

  boolean addReaction(Channel channel, Stored message, String userId, String name) {
    if (!message.addReaction(name, userId)) {
      return false;
    }
    retention.changed(channel, message);
    tell(listener -> listener.reacted(channel, message, userId, name));
    return true;
  }

  boolean removeReaction(Channel channel, Stored message, String userId, String name) {
    if (!message.removeReaction(name, userId)) {
      return false;
    }
    retention.changed(channel, message);
    tell(listener -> listener.unreacted(channel, message, userId, name));
    return true;
  }

  // ---- channels ----

  Channel create(String name, Kind kind, String creator) {
    var channel = channels.create(name, kind, creator);
    tell(listener -> listener.created(channel));
    return channel;
  }

  /** Somebody becomes a member, which Slack writes into the channel; false if they were one. */
  boolean join(Channel channel, String userId, Optional<String> inviter) {
    if (!channel.members.add(userId)) {
      return false;
    }
    var said = Draft.of("<@" + userId + "> has joined the channel", Stored.JOINED, inviter);
    var line = placed(channel, userId, Optional.empty(), said);
    tell(listener -> listener.joined(channel, line));
    return true;
  }

  /** Somebody is a member no more, which Slack writes into the channel. */
  void leave(Channel channel, String userId) {
    if (channel.members.remove(userId)) {
      var said = Draft.of("<@" + userId + "> has left the channel", Stored.LEFT, Optional.empty());
      var line = placed(channel, userId, Optional.empty(), said);
      tell(listener -> listener.left(channel, line));
    }
  }

  void archive(Channel channel, String userId, boolean archived) {
    channel.archived = archived;
    tell(listener -> listener.archived(channel, userId, archived));
  }

  // ---- files ----

  /** A file that somebody will upload. */
  SlackFile announce(String name, String userId, int length) {
    return files.announce(Ids.of("F", team + " " + announced++), name, userId, length, now());
  }

  /** Shows files, whose upload is over, in a channel. */
  Stored share(Channel channel, String userId, Optional<Stored> parent, Draft draft) {
    var message = placed(channel, userId, parent, draft);
    var share = share(channel, message);
    message.files.forEach(file -> file.share(share));
    tell(listener -> listener.posted(channel, message));
    message.files.forEach(file -> tell(listener -> listener.shared(channel, message, file)));
    return message;
  }

  private static SlackFile.Share share(Channel channel, Stored message) {
    var isPublic = channel.kind == Kind.PUBLIC;
    return new SlackFile.Share(channel.id, isPublic, message.ts, message.parentTs);
  }

  /** Whether the bot can see a file: its own, and what stands in a channel it can see. */
  boolean isVisible(SlackFile file) {
    return file.userId().equals(bot.id())
        || file.shares().stream().anyMatch(share -> visible(share.channelId()).isPresent());
  }

  // ---- people ----

  Person add(String name, String email, Person.State as) {
    var person = new Person(Ids.of("U", email), name, email, false, as, now());
    people.add(person);
    return person;
  }

  /** Whom a message notifies: active people, its author not counted. */
  Set<String> notified(Channel channel, String text, String author) {
    return Mentions.notified(text, author, channel.members, people);
  }
}
