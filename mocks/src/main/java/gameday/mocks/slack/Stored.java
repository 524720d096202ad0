package gameday.mocks.slack;

import gameday.mocks.slack.files.SlackFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A message in its channel. Guarded by the workspace's lock. */
final class Stored {
  static final String TOMBSTONE = "tombstone";
  static final String JOINED = "channel_join";
  static final String LEFT = "channel_leave";
  static final String BY_URL = "bot_message";

  private static final Set<String> SLACKS = Set.of(TOMBSTONE, JOINED, LEFT);
  private static final int LENGTH_OF_A_REACTION = 100;

  final String ts;
  final String userId;
  final boolean byBot;

  /** Where it stands: the parent's ts if it is a reply. */
  final Optional<String> parentTs;

  final boolean broadcast;
  final List<SlackFile> files;

  /** Such as {@code channel_join}, for what isn't just somebody's words. */
  Optional<String> subtype;

  /** Who brought the user in, where it tells of that. */
  final Optional<String> inviter;

  Draft.Extras extras;
  String text;
  Optional<String> editedTs = Optional.empty();

  /** How long {@link Retention} believes it to be. */
  int counted;

  // Most messages have neither, and there may be a hundred thousand of them.
  private List<Stored> replies = List.of();
  private Map<String, Set<String>> reactions = Map.of();

  Stored(String ts, String userId, boolean byBot, Optional<String> parentTs, Draft draft) {
    this.ts = ts;
    this.userId = userId;
    this.byBot = byBot;
    this.parentTs = parentTs;
    this.broadcast = draft.broadcast() && parentTs.isPresent();
    this.files = draft.files();
    this.subtype = draft.subtype();
    this.inviter = draft.inviter();
    this.extras = draft.extras();
    this.text = draft.text();
  }

  /** As it is now; doesn't change with it. */
  Stored copy() {
    var draft = new Draft(text, broadcast, extras, files, subtype, inviter);
    var copy = new Stored(ts, userId, byBot, parentTs, draft);
    copy.editedTs = editedTs;
    copy.replies = List.copyOf(replies);
    copy.reactions = new LinkedHashMap<>();
    reactions.forEach((name, users) -> copy.reactions.put(name, new LinkedHashSet<>(users)));
    return copy;
  }

  /** The ts that names its thread: its own if it isn't a reply. */
  String threadTs() {
    return parentTs.orElse(ts);
  }

  /** Whether it is read in the channel itself, not only in a thread. */
  boolean inChannel() {
    return parentTs.isEmpty() || broadcast;
  }

  /** Whether it stands in place of a deleted message that has replies. */
  boolean isTombstone() {
    return subtype.filter(TOMBSTONE::equals).isPresent();
  }

  /** Whether the app wrote it by a URL of its own, which shows it without its user. */
  boolean isByUrl() {
    return subtype.filter(BY_URL::equals).isPresent();
  }

  /** Whether Slack wrote it, and nobody in the workspace. */
  boolean isSlacks() {
    return subtype.filter(SLACKS::contains).isPresent();
  }

  /** Oldest first. */
  List<Stored> replies() {
    return replies;
  }

  void addReply(Stored reply) {
    if (replies.isEmpty()) {
      replies = new ArrayList<>();
    }
    replies.add(reply);
  }

  void removeReply(Stored reply) {
    replies.remove(reply);
  }

  /** Who replied, in order of the first reply. */
  Collection<String> replyUsers() {
    var users = new LinkedHashSet<String>();
    replies.forEach(reply -> users.add(reply.userId));
    return users;
  }

  /** Who reacted, by the reaction's name. */
  Map<String, Set<String>> reactions() {
    return reactions;
  }

  /** Whether the reaction is new. */
  boolean addReaction(String name, String user) {
    if (reactions.isEmpty()) {
      reactions = new LinkedHashMap<>();
    }
    return reactions.computeIfAbsent(name, key -> new LinkedHashSet<>()).add(user);
  }

  /** Whether the reaction was there. */
  boolean removeReaction(String name, String user) {
    var users = reactions.getOrDefault(name, Set.of());
    var removed = users.contains(user) && users.remove(user);
    if (removed && users.isEmpty()) {
      reactions.remove(name);
    }
    return removed;
  }

  /** How many characters it takes to keep; a reaction counts like a line of text. */
  int length() {
    var reacted = 0;
    for (var users : reactions.values()) {
      reacted += users.size() * LENGTH_OF_A_REACTION;
    }
    return text.length() + extras.length() + reacted;
  }

  SlackMessage told(Channel channel) {
    return new SlackMessage(channel.id, channel.name, ts, parentTs, userId, byBot, text);
  }
}
