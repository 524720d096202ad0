package gameday.mocks.slack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A message in its channel. Guarded by the workspace's lock. */
final class Stored {
  final String ts;
  final String userId;
  final boolean byBot;

  /** Where it stands: the parent's ts if it is a reply. */
  final Optional<String> parentTs;

  final boolean broadcast;

  /** Whether the app wrote it by a URL, which shows as a subtype and without its user. */
  final boolean byUrl;

  Draft.Extras extras;
  String text;
  Optional<String> editedTs = Optional.empty();
  final List<Stored> replies = new ArrayList<>();

  /** Who reacted, by the reaction's name. */
  final Map<String, Set<String>> reactions = new LinkedHashMap<>();

  Stored(String ts, String userId, boolean byBot, Optional<String> parentTs, Draft draft) {
    this.ts = ts;
    this.userId = userId;
    this.byBot = byBot;
    this.parentTs = parentTs;
    this.broadcast = draft.broadcast() && parentTs.isPresent();
    this.byUrl = draft.byUrl();
    this.extras = draft.extras();
    this.text = draft.text();
  }

  /** The ts that names its thread: its own if it isn't a reply. */
  String threadTs() {
    return parentTs.orElse(ts);
  }

  /** Whether it is read in the channel itself, not only in a thread. */
  boolean inChannel() {
    return parentTs.isEmpty() || broadcast;
  }

  /** Who replied, in order of the first reply. */
  Set<String> replyUsers() {
    var users = new LinkedHashSet<String>();
    replies.forEach(reply -> users.add(reply.userId));
    return users;
  }

  /** Whether the reaction was there. */
  boolean removeReaction(String name, String user) {
    var users = reactions.getOrDefault(name, new LinkedHashSet<>());
    var removed = users.remove(user);
    if (users.isEmpty()) {
      reactions.remove(name);
    }
    return removed;
  }

  SlackMessage told(Channel channel) {
    return new SlackMessage(channel.id, channel.name, ts, parentTs, userId, byBot, text);
  }
}
