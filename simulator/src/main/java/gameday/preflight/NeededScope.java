package gameday.preflight;

import java.util.List;

/**
 * A scope that the bot's token must have.
 *
 * @param name Slack's name for it; for a private channel {@code groups:} takes the place of {@code
 *     channels:}
 * @param use what it is for
 */
record NeededScope(String name, String use) {
  static final List<NeededScope> ALL =
      List.of(
          new NeededScope("chat:write", "to post escalations and reminders"),
          new NeededScope("channels:history", "to be told of answers, and to look back for them"),
          new NeededScope("channels:read", "to find the event's channel and its members"),
          new NeededScope("reactions:read", "to be told that a CSM is on it"),
          new NeededScope("files:write", "to carry screenshots over"),
          new NeededScope("users:read", "to look up the people on the roster"),
          new NeededScope("users:read.email", "to look them up by their addresses"),
          new NeededScope("usergroups:read", "to look up Tech Support's group"));

  String of(boolean privateChannel) {
    return privateChannel ? name.replaceFirst("^channels:", "groups:") : name;
  }
}
