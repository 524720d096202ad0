package gameday.mocks.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Slack's shape of a channel, and of direct messages. */
final class ChannelJson {
  private static final long MILLIS = 1_000;

  private final SlackState state;

  ChannelJson(SlackState state) {
    this.state = state;
  }

  ObjectNode of(Channel channel) {
    return channel.kind == Kind.DIRECT ? direct(channel) : named(channel);
  }

  private ObjectNode direct(Channel channel) {
    return SlackJson.MAPPER
        .createObjectNode()
        .put("id", channel.id)
        .put("created", channel.createdSeconds)
        .put("is_archived", false)
        .put("is_im", true)
        .put("is_org_shared", false)
        .put("context_team_id", state.teamId)
        .put("updated", channel.createdSeconds * MILLIS)
        .put("user", channel.name)
        .put("is_user_deleted", state.people.find(channel.name).orElseThrow().isDeactivated())
        .put("priority", 0);
  }

  private ObjectNode named(Channel channel) {
    // Private channels are "groups" only if they are older than March 2021.
    var isGroup = channel.kind == Kind.GROUP_DIRECT;
    var json =
        SlackJson.MAPPER
            .createObjectNode()
            .put("id", channel.id)
            .put("name", channel.name)
            .put("is_channel", !isGroup)
            .put("is_group", isGroup)
            .put("is_im", false)
            .put("is_mpim", isGroup)
            .put("is_private", channel.kind != Kind.PUBLIC)
            .put("created", channel.createdSeconds)
            .put("is_archived", channel.archived)
            .put("is_general", false)
            .put("unlinked", 0)
            .put("name_normalized", channel.name)
            .put("is_shared", false)
            .put("is_org_shared", false)
            .put("is_pending_ext_shared", false)
            .put("context_team_id", state.teamId)
            .put("updated", channel.createdSeconds * MILLIS)
            .put("creator", channel.creator)
            .put("is_ext_shared", false)
            .put("is_member", state.hasBot(channel));
    json.putArray("pending_shared");
    json.putArray("shared_team_ids").add(state.teamId);
    json.putArray("pending_connected_team_ids");
    json.putArray("previous_names");
    described(json, "topic");
    described(json, "purpose");
    return json;
  }

  private static void described(ObjectNode json, String name) {
    json.putObject(name).put("value", "").put("creator", "").put("last_set", 0);
  }
}
