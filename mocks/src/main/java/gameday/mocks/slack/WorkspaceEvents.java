package gameday.mocks.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Puts what is new in the workspace into the shapes of Slack's events. */
public final class WorkspaceEvents implements SlackListener {
  private final SlackWorkspace workspace;
  private final SlackJson json;
  private final EventSink sink;

  private WorkspaceEvents(SlackWorkspace workspace, EventSink sink) {
    this.workspace = workspace;
    this.json = new SlackJson(workspace);
    this.sink = sink;
  }

  /** From now on {@code sink} is told of messages by people and bots, of edits and reactions. */
  public static void tell(SlackWorkspace workspace, EventSink sink) {
    workspace.listen(new WorkspaceEvents(workspace, sink));
  }

  @Override
  public void posted(SlackMessage message) {
    var channel = channel(message.channelId());
    var stored = channel.message(message.ts()).orElseThrow();
    var event = json.messageWithMetadata(channel, stored);
    event
        .put("channel", channel.id)
        .put("channel_type", channel.direct ? "im" : "channel")
        .put("event_ts", message.ts());
    send(channel, stored, event);
  }

  @Override
  public void edited(SlackMessage before, SlackMessage after) {
    var channel = channel(after.channelId());
    var stored = channel.message(after.ts()).orElseThrow();
    var ts = stored.editedTs.orElse(stored.ts);
    var event =
        SlackJson.MAPPER
            .createObjectNode()
            .put("type", "message")
            .put("subtype", "message_changed")
            .put("hidden", true)
            .put("channel", channel.id)
            .put("channel_type", channel.direct ? "im" : "channel")
            .put("ts", ts)
            .put("event_ts", ts);
    event.set("message", json.messageWithMetadata(channel, stored));
    var previous = json.message(channel, stored).put("text", before.text());
    previous.remove("edited");
    event.set("previous_message", previous);
    send(channel, stored, event);
  }

  @Override
  public void deleted(SlackMessage gone) {
    var channel = channel(gone.channelId());
    var ts = channel.nextTs();
    var event =
        SlackJson.MAPPER
            .createObjectNode()
            .put("type", "message")
            .put("subtype", "message_deleted")
            .put("hidden", true)
            .put("channel", channel.id)
            .put("channel_type", channel.direct ? "im" : "channel")
            .put("deleted_ts", gone.ts())
            .put("ts", ts)
            .put("event_ts", ts);
    var previous =
        event
            .putObject("previous_message")
            .put("type", "message")
            .put("user", gone.userId())
            .put("text", gone.text())
            .put("ts", gone.ts());
    gone.threadTs().ifPresent(thread -> previous.put("thread_ts", thread));
    sink.happened(channel.id + ":" + gone.threadTs().orElse(gone.ts()), event);
  }

  @Override
  public void reacted(String channelId, String channelName, String ts, String user, String name) {
    var channel = channel(channelId);
    var stored = channel.message(ts).orElseThrow();
    var event =
        SlackJson.MAPPER
            .createObjectNode()
            .put("type", "reaction_added")
            .put("user", user)
            .put("reaction", name)
            .put("item_user", stored.userId)
            .put("event_ts", channel.nextTs());
    event.putObject("item").put("type", "message").put("channel", channelId).put("ts", ts);
    send(channel, stored, event);
  }

  private Channel channel(String id) {
    return workspace.find(id).orElseThrow();
  }

  private void send(Channel channel, Stored about, ObjectNode event) {
    sink.happened(channel.id + ":" + about.threadTs(), event);
  }
}
