package gameday.mocks.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.slack.files.SlackFile;

/** Puts what is new in the workspace into the shapes of Slack's events. */
public final class WorkspaceEvents implements ChangeListener {
  private final SlackState state;
  private final SlackJson json;
  private final ChannelJson channels;
  private final EventSink sink;

  private WorkspaceEvents(SlackState state, EventSink sink) {
    this.state = state;
    this.json = new SlackJson(state);
    this.channels = new ChannelJson(state);
    this.sink = sink;
  }

  /** From now on {@code sink} is told of messages by people and bots, of edits and reactions. */
  public static void tell(SlackWorkspace workspace, EventSink sink) {
    workspace.listen(new WorkspaceEvents(workspace.state(), sink));
  }

  @Override
  public void posted(Channel channel, Stored message) {
    if (!hears(channel)) {
      return;
    }
    var event =
        json.messageWithMetadata(channel, message)
            .put("channel", channel.id)
            .put("channel_type", channel.kind.channelType)
            .put("event_ts", message.ts);
    send(channel, message, event);
    if (!message.byBot
        && !channel.kind.isDirect()
        && Mentions.names(message.text, state.bot.id())) {
      send(channel, message, mention(channel, message));
    }
  }

  /** The same once more, for apps that subscribe to nothing but being called. */
  private ObjectNode mention(Channel channel, Stored message) {
    var event =
        json.message(channel, message)
            .put("type", "app_mention")
            .put("channel", channel.id)
            .put("event_ts", message.ts);
    event.remove("subtype");
    return event;
  }

  @Override
  public void edited(Channel channel, Stored before, Stored after) {
    if (hears(channel)) {
      changed(channel, before, after, after.editedTs.orElse(after.ts));
    }
  }

  private void changed(Channel channel, Stored before, Stored after, String ts) {
    var event = hidden(channel, "message_changed", ts);
    event.set("message", json.messageWithMetadata(channel, after));
    event.set("previous_message", json.message(channel, before));
    send(channel, after, event);
  }

  @Override
  public void deleted(Channel channel, Stored before, Stored now) {
    if (!hears(channel)) {
      return;
    }
    var ts = channel.nextTs();
    if (now.isTombstone()) {
      changed(channel, before, now, ts);
      return;
    }
    var event = hidden(channel, "message_deleted", ts).put("deleted_ts", before.ts);
    event.set("previous_message", json.message(channel, before));
    send(channel, before, event);
  }

  private static ObjectNode hidden(Channel channel, String subtype, String ts) {
    return SlackJson.MAPPER
        .createObjectNode()
        .put("type", "message")
        .put("subtype", subtype)
        .put("hidden", true)
        .put("channel", channel.id)
        .put("channel_type", channel.kind.channelType)
        .put("ts", ts)
        .put("event_ts", ts);
  }

  @Override
  public void reacted(Channel channel, Stored message, String userId, String name) {
    reaction("reaction_added", channel, message, userId, name);
  }

  @Override
  public void unreacted(Channel channel, Stored message, String userId, String name) {
    reaction("reaction_removed", channel, message, userId, name);
  }

  private void reaction(String type, Channel channel, Stored message, String userId, String name) {
    if (!hears(channel)) {
      return;
    }
    var event =
        event(type)
            .put("user", userId)
            .put("reaction", name)
            .put("item_user", message.userId)
            .put("event_ts", channel.nextTs());
    event.putObject("item").put("type", "message").put("channel", channel.id).put("ts", message.ts);
    send(channel, message, event);
  }

  @Override
  public void joined(Channel channel, Stored line) {
    posted(channel, line);
    if (hears(channel)) {
      var event = membership("member_joined_channel", channel, line);
      line.inviter.ifPresent(inviter -> event.put("inviter", inviter));
      sink.happened(channel.id, event);
    }
  }

  @Override
  public void left(Channel channel, Stored line) {
    posted(channel, line);
    if (hears(channel)) {
      sink.happened(channel.id, membership("member_left_channel", channel, line));
    }
  }

  private ObjectNode membership(String type, Channel channel, Stored line) {
    return event(type)
        .put("user", line.userId)
        .put("channel", channel.id)
        .put("channel_type", channel.kind == Kind.PUBLIC ? "C" : "G")
        .put("team", state.teamId)
        .put("event_ts", line.ts);
  }

  @Override
  public void created(Channel channel) {
    if (channel.kind == Kind.PUBLIC) {
      var event = event("channel_created").put("event_ts", channel.nextTs());
      event.set("channel", channels.of(channel));
      sink.happened(channel.id, event);
    }
  }

  @Override
  public void archived(Channel channel, String userId, boolean archived) {
    if (channel.kind != Kind.PUBLIC && !hears(channel)) {
      return;
    }
    var about = channel.kind == Kind.PUBLIC ? "channel" : "group";
    sink.happened(
        channel.id,
        event(about + (archived ? "_archive" : "_unarchive"))
            .put("channel", channel.id)
            .put("user", userId)
            .put("event_ts", channel.nextTs()));
  }

  @Override
  public void shared(Channel channel, Stored message, SlackFile file) {
    if (!hears(channel)) {
      return;
    }
    var event =
        event("file_shared")
            .put("channel_id", channel.id)
            .put("file_id", file.id())
            .put("user_id", message.userId);
    event.putObject("file").put("id", file.id());
    send(channel, message, event.put("event_ts", channel.nextTs()));
  }

  private static ObjectNode event(String type) {
    return SlackJson.MAPPER.createObjectNode().put("type", type);
  }

  /** The app is told of messages only where its bot is a member. */
  private boolean hears(Channel channel) {
    return sink.isListening() && state.hasBot(channel);
  }

  private void send(Channel channel, Stored about, ObjectNode event) {
    sink.happened(channel.id + ":" + about.threadTs(), event);
  }
}
