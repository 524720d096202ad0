package gameday.mocks.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/** Slack's shape of a message. */
final class SlackJson {
  static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final SlackState state;
  private final FileJson files;

  /** The same in every message; nobody changes it. */
  private final ObjectNode botProfile;

  SlackJson(SlackState state) {
    this.state = state;
    this.files = new FileJson(state);
    this.botProfile = new UserJson(state).bot().put("team_id", state.teamId);
  }

  /** A message as history, replies and events show it, without its metadata. */
  ObjectNode message(Channel channel, Stored stored) {
    var json = MAPPER.createObjectNode().put("type", "message");
    if (stored.broadcast) {
      json.put("subtype", "thread_broadcast");
    }
    stored.subtype.ifPresent(subtype -> json.put("subtype", subtype));
    json.put("user", stored.isTombstone() ? SlackState.SLACKBOT : stored.userId)
        .put("text", stored.text)
        .put("ts", stored.ts);
    if (stored.isTombstone()) {
      json.put("hidden", true);
    }
    stored.inviter.ifPresent(inviter -> json.put("inviter", inviter));
    if (!stored.isSlacks()) {
      author(json, channel, stored);
    }
    if (stored.isByUrl()) {
      json.put("username", state.bot.name()).remove("user");
    }
    thread(json, channel, stored);
    layout(json, stored.extras);
    stored.editedTs.ifPresent(
        ts -> json.putObject("edited").put("user", stored.userId).put("ts", ts));
    files(json, stored);
    reactions(json, stored);
    return json;
  }

  ObjectNode messageWithMetadata(Channel channel, Stored stored) {
    var json = message(channel, stored);
    stored
        .extras
        .metadata()
        .ifPresent(metadata -> json.putRawValue("metadata", new RawValue(metadata)));
    return json;
  }

  /** The same as a tree to the last leaf; {@link #message} has texts in place of large branches. */
  ObjectNode readable(Channel channel, Stored stored) {
    return read(message(channel, stored));
  }

  private static ObjectNode read(ObjectNode written) {
    try {
      return (ObjectNode) MAPPER.readTree(written.toString());
    } catch (JsonProcessingException ownJsonCanBeRead) {
      throw new IllegalStateException(ownJsonCanBeRead);
    }
  }

  /** What one person sees; its content must have been found good. */
  Ephemeral ephemeral(Channel channel, String userId, String ts, Arguments arguments) {
    var content = Content.of(arguments);
    var extras = content.extras(Optional.empty(), channel.id + ts);
    var json =
        MAPPER
            .createObjectNode()
            .put("type", "message")
            .put("subtype", Stored.BY_URL)
            .put("is_ephemeral", true)
            .put("text", Draft.cut(ChatMethods.text(content, arguments, state.people)))
            .put("ts", ts)
            .put("bot_id", state.botId)
            .put("app_id", state.appId);
    arguments.text("thread_ts").ifPresent(thread -> json.put("thread_ts", thread));
    layout(json, extras);
    return new Ephemeral(userId, channel.id, ts, read(json));
  }

  private static void layout(ObjectNode json, Draft.Extras extras) {
    extras.blocks().ifPresent(given -> json.putRawValue("blocks", new RawValue(given)));
    extras.attachments().ifPresent(given -> json.putRawValue("attachments", new RawValue(given)));
  }

  private void author(ObjectNode json, Channel channel, Stored stored) {
    json.put("team", state.teamId);
    if (stored.byBot) {
      json.put("bot_id", state.botId).put("app_id", state.appId);
      json.set("bot_profile", botProfile);
      stored.extras.clientMessageId().ifPresent(id -> json.put("client_msg_id", id));
    } else {
      // A person's Slack app makes one up for each message.
      var seed = (channel.id + stored.ts).getBytes(StandardCharsets.UTF_8);
      json.put("client_msg_id", UUID.nameUUIDFromBytes(seed).toString());
    }
  }

  private static void thread(ObjectNode json, Channel channel, Stored stored) {
    if (stored.parentTs.isPresent()) {
      var parentTs = stored.parentTs.get();
      json.put("thread_ts", parentTs);
      channel.message(parentTs).ifPresent(parent -> json.put("parent_user_id", parent.userId));
    }
    var replies = stored.replies();
    if (!replies.isEmpty()) {
      var users = stored.replyUsers();
      json.put("thread_ts", stored.ts)
          .put("reply_count", replies.size())
          .put("reply_users_count", users.size())
          .put("latest_reply", replies.getLast().ts)
          .put("subscribed", false)
          .put("is_locked", false);
      users.forEach(json.putArray("reply_users")::add);
    }
  }

  private void files(ObjectNode json, Stored stored) {
    if (stored.files.isEmpty()) {
      return;
    }
    var shown = json.putArray("files");
    stored.files.forEach(file -> shown.add(files.of(file)));
    json.put("upload", false).put("display_as_bot", false);
  }

  private static void reactions(ObjectNode json, Stored stored) {
    if (stored.reactions().isEmpty()) {
      return;
    }
    var reactions = json.putArray("reactions");
    stored
        .reactions()
        .forEach(
            (name, users) -> {
              var reaction = reactions.addObject().put("name", name).put("count", users.size());
              users.forEach(reaction.putArray("users")::add);
            });
  }
}
