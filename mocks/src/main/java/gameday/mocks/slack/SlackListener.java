package gameday.mocks.slack;

/** Is told of what is new in the workspace, in order, on the thread that made it. */
public interface SlackListener {
  /** Lets it pass. */
  SlackListener NONE = new SlackListener() {};

  /** A message was stored. Not told of what Slack itself writes into channels. */
  default void posted(SlackMessage message) {}

  /** A reaction was added. */
  default void reacted(String channelId, String channel, String ts, String userId, String name) {}

  /** A reaction was taken back. */
  default void unreacted(String channelId, String channel, String ts, String userId, String name) {}

  /** A message was edited. */
  default void edited(SlackMessage before, SlackMessage after) {}

  /** A message was deleted. */
  default void deleted(SlackMessage gone) {}

  /** A message shows a file; after {@link #posted}. */
  default void fileShared(SlackMessage message, String fileId) {}

  /** Somebody joined a channel, or was brought in. */
  default void joined(String channelId, String channel, String userId) {}

  /** Somebody left a channel. */
  default void left(String channelId, String channel, String userId) {}

  /** The app made a channel. */
  default void channelCreated(String channelId, String channel) {}

  /** A channel was archived, or is back. */
  default void channelArchived(String channelId, String channel, boolean archived) {}
}
