package gameday.virtual;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A message as Slack keeps it. */
final class SlackMessage {
  final String ts;
  final Optional<String> threadTs;
  final String user;
  String text;

  /** When it was last edited; empty if never. */
  String edited = "";

  /** Who reacted, by the reaction's name. */
  final Map<String, Set<String>> reactions = new LinkedHashMap<>();

  /** What stands in its thread, oldest first. */
  final List<SlackMessage> replies = new ArrayList<>();

  SlackMessage(String ts, Optional<String> threadTs, String user, String text) {
    this.ts = ts;
    this.threadTs = threadTs;
    this.user = user;
    this.text = text;
  }

  /** The ts of the message that its thread begins with. */
  String thread() {
    return threadTs.orElse(ts);
  }

  /** Somebody reacts; whether that is new. */
  boolean react(String who, String name) {
    return reactions.computeIfAbsent(name, first -> new LinkedHashSet<>()).add(who);
  }
}
