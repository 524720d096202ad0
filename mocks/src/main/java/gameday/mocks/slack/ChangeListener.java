package gameday.mocks.slack;

import gameday.mocks.slack.files.SlackFile;

/**
 * Is told of what changes, with all that is known of it. Called under the workspace's lock. Where a
 * message changes, {@code before} is a copy of what it was.
 */
interface ChangeListener {
  void posted(Channel channel, Stored message);

  void edited(Channel channel, Stored before, Stored after);

  /** It is gone from the channel; or, if it has replies, a tombstone stands in its place. */
  void deleted(Channel channel, Stored before, Stored now);

  void reacted(Channel channel, Stored message, String userId, String name);

  void unreacted(Channel channel, Stored message, String userId, String name);

  /** {@code line} is what Slack writes of it. */
  void joined(Channel channel, Stored line);

  void left(Channel channel, Stored line);

  void created(Channel channel);

  void archived(Channel channel, String userId, boolean archived);

  /** After {@link #posted} of the message that shows it. */
  void shared(Channel channel, Stored message, SlackFile file);
}
