package gameday.mocks.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.BiFunction;

/** The methods of {@code chat.*} about a message that is there. */
final class EditMethods {
  private static final int LONGEST_UPDATE = 4_000;

  private final SlackState state;
  private final SlackJson json;

  EditMethods(SlackState state, SlackJson json) {
    this.state = state;
    this.json = json;
  }

  Map<String, Method> all() {
    return Map.of(
        "chat.update",
            arguments ->
                about("ts", arguments, (channel, message) -> update(channel, message, arguments)),
        "chat.delete", arguments -> about("ts", arguments, this::delete),
        "chat.getPermalink", arguments -> about("message_ts", arguments, this::permalink));
  }

  private ObjectNode about(
      String tsName, Arguments arguments, BiFunction<Channel, Stored, ObjectNode> then) {
    var missing = arguments.missing("channel", tsName);
    if (missing.isPresent()) {
      return Reply.missing(missing.get());
    }
    var channel = arguments.text("channel").flatMap(state::visible);
    if (channel.isEmpty()) {
      return Reply.error("channel_not_found");
    }
    return arguments
        .text(tsName)
        .flatMap(channel.get()::message)
        .map(message -> then.apply(channel.get(), message))
        .orElseGet(() -> Reply.error("message_not_found"));
  }

  private ObjectNode update(Channel channel, Stored message, Arguments arguments) {
    if (!message.byBot || message.isSlacks()) {
      return Reply.error("cant_update_message");
    }
    if (channel.archived) {
      return Reply.error("is_inactive");
    }
    if (isTooOld(message)) {
      return Reply.error("edit_window_closed");
    }
    if (arguments.flag("reply_broadcast")) {
      // Left out, so that nobody believes it to have worked.
      return Reply.error("cant_broadcast_message");
    }
    var content = Content.of(arguments);
    var refusal = content.refusal(arguments, true);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    var text = ChatMethods.text(content, arguments, state.people);
    if (text.length() > LONGEST_UPDATE) {
      return Reply.error("msg_too_long");
    }
    var extras = content.extras(message.extras, channel.id + message.ts);
    state.edit(channel, message, text, extras);
    var reply =
        Reply.ok().put("channel", channel.id).put("ts", message.ts).put("text", message.text);
    reply.set("message", json.messageWithMetadata(channel, message));
    return reply;
  }

  private boolean isTooOld(Stored message) {
    var writtenSeconds = Long.parseLong(message.ts.substring(0, message.ts.indexOf('.')));
    return state
        .editWindow
        .filter(window -> state.now() - writtenSeconds >= window.toSeconds())
        .isPresent();
  }

  private ObjectNode delete(Channel channel, Stored message) {
    if (!message.byBot || message.isSlacks() || channel.archived) {
      return Reply.error("cant_delete_message");
    }
    state.delete(channel, message);
    return Reply.ok().put("channel", channel.id).put("ts", message.ts);
  }

  private ObjectNode permalink(Channel channel, Stored message) {
    var link =
        "https://%s.slack.com/archives/%s/p%s"
            .formatted(state.team, channel.id, message.ts.replace(".", ""));
    var inThread =
        message.parentTs.map(parent -> "?thread_ts=" + parent + "&cid=" + channel.id).orElse("");
    return Reply.ok().put("channel", channel.id).put("permalink", link + inThread);
  }
}
