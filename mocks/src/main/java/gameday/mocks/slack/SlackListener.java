package gameday.mocks.slack;

/** Is told of what is new in the workspace, in order, on the thread that made it. */
public interface SlackListener {
  /** Lets it pass. */
  SlackListener NONE = new SlackListener() {};

  /** A message was stored. */
  default void posted(SlackMessage message) {}

  /** A reaction was added. */
  default void reacted(String channelId, String channel, String ts, String userId, String name) {}

  /** A message was edited. */
  default void edited(SlackMessage before, SlackMessage after) {}

  /** A message was deleted. */
  default void deleted(SlackMessage gone) {}
}
