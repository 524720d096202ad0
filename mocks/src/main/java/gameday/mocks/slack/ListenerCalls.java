package gameday.mocks.slack;

import gameday.mocks.slack.files.SlackFile;

/** Tells a {@link SlackListener} of changes, by values. */
record ListenerCalls(SlackListener listener) implements ChangeListener {
  @Override
  public void posted(Channel channel, Stored message) {
    listener.posted(message.told(channel));
  }

  @Override
  public void edited(Channel channel, Stored before, Stored after) {
    listener.edited(before.told(channel), after.told(channel));
  }

  @Override
  public void deleted(Channel channel, Stored before, Stored now) {
    listener.deleted(before.told(channel));
  }

  @Override
  public void reacted(Channel channel, Stored message, String userId, String name) {
    listener.reacted(channel.id, channel.name, message.ts, userId, name);
  }

  @Override
  public void unreacted(Channel channel, Stored message, String userId, String name) {
    listener.unreacted(channel.id, channel.name, message.ts, userId, name);
  }

  @Override
  public void joined(Channel channel, Stored line) {
    listener.joined(channel.id, channel.name, line.userId);
  }

  @Override
  public void left(Channel channel, Stored line) {
    listener.left(channel.id, channel.name, line.userId);
  }

  @Override
  public void created(Channel channel) {
    listener.channelCreated(channel.id, channel.name);
  }

  @Override
  public void archived(Channel channel, String userId, boolean archived) {
    listener.channelArchived(channel.id, channel.name, archived);
  }

  @Override
  public void shared(Channel channel, Stored message, SlackFile file) {
    listener.fileShared(message.told(channel), file.id());
  }
}
