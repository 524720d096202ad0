package gameday.mocks.slack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Slack's shapes of what the workspace holds. */
final class SlackJson {
  static final ObjectMapper MAPPER = new ObjectMapper();

  private final SlackWorkspace workspace;

  SlackJson(SlackWorkspace workspace) {
    this.workspace = workspace;
  }

  String botId() {
    return Ids.of("B", "bot");
  }

  String appId() {
    return workspace.appId();
  }

  /** A message as history, replies and events show it, without its metadata. */
  ObjectNode message(Channel channel, Stored stored) {
    var json = MAPPER.createObjectNode().put("type", "message");
    if (stored.broadcast) {
      json.put("subtype", "thread_broadcast");
    }
    json.put("user", stored.userId).put("text", stored.text).put("ts", stored.ts);
    json.put("team", workspace.teamId());
    author(json, channel, stored);
    if (stored.byUrl) {
      json.put("subtype", "bot_message").put("username", "gameday").remove("user");
    }
    thread(json, channel, stored);
    var place = channel.id + stored.ts;
    layout(json, stored.extras, place);
    stored.editedTs.ifPresent(
        ts -> json.putObject("edited").put("user", stored.userId).put("ts", ts));
    reactions(json, stored);
    return json;
  }

  ObjectNode messageWithMetadata(Channel channel, Stored stored) {
    var json = message(channel, stored);
    stored.extras.metadata().ifPresent(metadata -> json.set("metadata", metadata));
    return json;
  }

  Ephemeral ephemeral(Channel channel, String userId, String ts, Arguments arguments) {
    var extras = ChatMethods.extras(arguments);
    var json =
        MAPPER
            .createObjectNode()
            .put("type", "message")
            .put("subtype", "bot_message")
            .put("is_ephemeral", true)
            .put("text", Draft.cut(ChatMethods.text(arguments)))
            .put("ts", ts)
            .put("bot_id", botId())
            .put("app_id", appId());
    arguments.text("thread_ts").ifPresent(thread -> json.put("thread_ts", thread));
    layout(json, extras, channel.id + ts);
    return new Ephemeral(userId, channel.id, ts, json);
  }

  private static void layout(ObjectNode json, Draft.Extras extras, String place) {
    extras.blocks().ifPresent(blocks -> json.set("blocks", BlockIds.filled(blocks, place)));
    extras
        .attachments()
        .ifPresent(given -> json.set("attachments", BlockIds.inAttachments(given, place)));
  }

  private void author(ObjectNode json, Channel channel, Stored stored) {
    if (stored.byBot) {
      json.put("bot_id", botId()).put("app_id", appId());
      json.putObject("bot_profile")
          .put("id", botId())
          .put("app_id", appId())
          .put("name", "gameday")
          .put("deleted", false)
          .put("team_id", workspace.teamId());
      stored.extras.clientMessageId().ifPresent(id -> json.put("client_msg_id", id));
    } else {
      // A person's Slack app makes one up for each message.
      var seed = (channel.id + stored.ts).getBytes(StandardCharsets.UTF_8);
      json.put("client_msg_id", UUID.nameUUIDFromBytes(seed).toString());
    }
  }

  private static void thread(ObjectNode json, Channel channel, Stored stored) {
    stored.parentTs.ifPresent(
        parent ->
            json.put("thread_ts", parent)
                .put("parent_user_id", channel.messages.get(parent).userId));
    if (!stored.replies.isEmpty()) {
      var users = stored.replyUsers();
      json.put("thread_ts", stored.ts)
          .put("reply_count", stored.replies.size())
          .put("reply_users_count", users.size())
          .put("latest_reply", stored.replies.getLast().ts)
          .put("subscribed", false)
          .put("is_locked", false);
      users.forEach(json.putArray("reply_users")::add);
    }
  }

  private static void reactions(ObjectNode json, Stored stored) {
    if (stored.reactions.isEmpty()) {
      return;
    }
    var reactions = json.putArray("reactions");
    stored.reactions.forEach(
        (name, users) -> {
          var reaction = reactions.addObject().put("name", name).put("count", users.size());
          users.forEach(reaction.putArray("users")::add);
        });
  }

  ObjectNode channel(Channel channel) {
    var json = MAPPER.createObjectNode().put("id", channel.id);
    if (channel.direct) {
      return json.put("is_im", true)
          .put("user", channel.name)
          .put("created", channel.createdSeconds);
    }
    json.put("name", channel.name)
        .put("name_normalized", channel.name)
        .put("is_channel", true)
        .put("is_group", false)
        .put("is_im", false)
        .put("is_mpim", false)
        .put("is_private", false)
        .put("is_archived", false)
        .put("is_general", false)
        .put("is_member", channel.members.contains(workspace.botUserId()))
        .put("created", channel.createdSeconds)
        .put("creator", workspace.botUserId())
        .put("num_members", channel.members.size());
    json.putObject("topic").put("value", "").put("creator", "").put("last_set", 0);
    json.putObject("purpose").put("value", "").put("creator", "").put("last_set", 0);
    return json;
  }

  ObjectNode user(Person person) {
    var json =
        MAPPER
            .createObjectNode()
            .put("id", person.id())
            .put("team_id", workspace.teamId())
            .put("name", person.handle())
            .put("real_name", person.name())
            .put("deleted", false)
            .put("is_bot", person.bot())
            .put("is_app_user", false);
    var profile =
        json.putObject("profile")
            .put("real_name", person.name())
            .put("real_name_normalized", person.name())
            .put("display_name", person.handle())
            .put("team", workspace.teamId());
    if (!person.bot()) {
      profile.put("email", person.email());
    }
    return json;
  }

  ObjectNode userGroup(UserGroup group, boolean withUsers) {
    var json =
        MAPPER
            .createObjectNode()
            .put("id", group.id())
            .put("team_id", workspace.teamId())
            .put("is_usergroup", true)
            .put("name", group.handle())
            .put("handle", group.handle())
            .put("date_delete", 0)
            .put("user_count", group.members().size());
    if (withUsers) {
      group.members().forEach(json.putArray("users")::add);
    }
    return json;
  }
}
