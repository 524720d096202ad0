package gameday.mocks.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/** The methods of {@code chat.*}. */
final class ChatMethods {
  private static final int LONGEST_UPDATE = 4_000;
  private static final int LONGEST_MARKDOWN = 12_000;
  private static final int MOST_BLOCKS = 50;
  private static final int MOST_ATTACHMENTS = 100;

  private final SlackWorkspace workspace;
  private final SlackJson json;

  ChatMethods(SlackWorkspace workspace, SlackJson json) {
    this.workspace = workspace;
    this.json = json;
  }

  Map<String, Method> all() {
    return Map.of(
        "chat.postMessage", this::postMessage,
        "chat.update", this::update,
        "chat.postEphemeral", this::postEphemeral,
        "chat.getPermalink", this::permalink);
  }

  private ObjectNode postMessage(Arguments arguments) {
    if (arguments.text("channel").isEmpty()) {
      return Reply.missing("channel");
    }
    var channel = arguments.text("channel").flatMap(workspace::find);
    if (channel.isEmpty()) {
      return Reply.error("channel_not_found");
    }
    if (!channel.get().members.contains(workspace.botUserId())) {
      return Reply.error("not_in_channel");
    }
    return problem(arguments).map(Reply::error).orElseGet(() -> post(channel.get(), arguments));
  }

  private ObjectNode post(Channel channel, Arguments arguments) {
    var draft =
        new Draft(
            text(arguments),
            arguments.text("thread_ts"),
            arguments.flag("reply_broadcast"),
            extras(arguments));
    var stored = workspace.store(channel, workspace.botUserId(), draft);
    if (stored.isEmpty()) {
      // What Slack does with a thread that doesn't exist is unknown. Refusing is our choice:
      // a message that lands elsewhere would hide the pipeline's mistake.
      return Reply.error("thread_not_found");
    }
    var reply = Reply.ok().put("channel", channel.id).put("ts", stored.get().ts);
    reply.set("message", json.messageWithMetadata(channel, stored.get()));
    return reply;
  }

  private ObjectNode update(Arguments arguments) {
    var channel = arguments.text("channel").flatMap(workspace::find);
    if (channel.isEmpty()) {
      return Reply.error("channel_not_found");
    }
    var message = arguments.text("ts").flatMap(channel.get()::message);
    if (message.isEmpty()) {
      return Reply.error("message_not_found");
    }
    if (!message.get().byBot) {
      return Reply.error("cant_update_message");
    }
    var problem = problem(arguments);
    if (problem.isPresent()) {
      return Reply.error(problem.get());
    }
    var text = text(arguments);
    if (text.length() > LONGEST_UPDATE) {
      return Reply.error("msg_too_long");
    }
    workspace.edit(channel.get(), message.get(), text, kept(message.get(), extras(arguments)));
    var reply = Reply.ok().put("channel", channel.get().id).put("ts", message.get().ts);
    reply.put("text", text);
    reply.set("message", json.messageWithMetadata(channel.get(), message.get()));
    return reply;
  }

  /** The new blocks and attachments; metadata and the sender's id stay unless given anew. */
  static Draft.Extras kept(Stored message, Draft.Extras given) {
    return new Draft.Extras(
        given.clientMessageId().or(() -> message.extras.clientMessageId()),
        given.metadata().or(() -> message.extras.metadata()),
        given.blocks(),
        given.attachments());
  }

  private ObjectNode postEphemeral(Arguments arguments) {
    var channel = arguments.text("channel").flatMap(workspace::find);
    if (channel.isEmpty()) {
      return Reply.error("channel_not_found");
    }
    var user = arguments.text("user");
    if (user.isEmpty()) {
      return Reply.missing("user");
    }
    if (!channel.get().members.contains(user.get())) {
      return Reply.error("user_not_in_channel");
    }
    return problem(arguments)
        .map(Reply::error)
        .orElseGet(() -> Reply.ok().put("message_ts", show(channel.get(), user.get(), arguments)));
  }

  private String show(Channel channel, String user, Arguments arguments) {
    var ts = channel.nextTs();
    workspace.ephemerals().show(json.ephemeral(channel, user, ts, arguments));
    return ts;
  }

  private ObjectNode permalink(Arguments arguments) {
    var channel = arguments.text("channel").flatMap(workspace::find);
    if (channel.isEmpty()) {
      return Reply.error("channel_not_found");
    }
    var message = arguments.text("message_ts").flatMap(channel.get()::message);
    if (message.isEmpty()) {
      return Reply.error("message_not_found");
    }
    var ts = message.get().ts;
    var link =
        "https://%s.slack.com/archives/%s/p%s"
            .formatted(workspace.team(), channel.get().id, ts.replace(".", ""));
    var inThread =
        message
            .get()
            .parentTs
            .map(parent -> "?thread_ts=" + parent + "&cid=" + channel.get().id)
            .orElse("");
    return Reply.ok().put("channel", channel.get().id).put("permalink", link + inThread);
  }

  /** Slack's error word for a message that can't be taken. */
  static Optional<String> problem(Arguments arguments) {
    var blocks = arguments.json("blocks");
    var attachments = arguments.json("attachments");
    var markdown = arguments.text("markdown_text");
    if (blocks.filter(given -> !given.isArray() || given.size() > MOST_BLOCKS).isPresent()) {
      return Optional.of("invalid_blocks");
    }
    if (attachments.filter(given -> !given.isArray()).isPresent()) {
      return Optional.of("invalid_attachments");
    }
    if (attachments.filter(given -> given.size() > MOST_ATTACHMENTS).isPresent()) {
      return Optional.of("too_many_attachments");
    }
    if (markdown.filter(given -> given.length() > LONGEST_MARKDOWN).isPresent()) {
      return Optional.of("msg_too_long");
    }
    if (arguments.json("metadata").filter(given -> !isMetadata(given)).isPresent()) {
      return Optional.of("invalid_metadata_format");
    }
    var nothing =
        arguments.text("text").isEmpty()
            && markdown.isEmpty()
            && blocks.filter(given -> !given.isEmpty()).isEmpty()
            && attachments.filter(given -> !given.isEmpty()).isEmpty();
    return nothing ? Optional.of("no_text") : Optional.empty();
  }

  private static boolean isMetadata(JsonNode given) {
    return given.path("event_type").isTextual() && given.path("event_payload").isObject();
  }

  static String text(Arguments arguments) {
    var text = arguments.text("text").or(() -> arguments.text("markdown_text")).orElse("");
    return arguments.flag("link_names") ? Mentions.linked(text) : text;
  }

  static Draft.Extras extras(Arguments arguments) {
    return new Draft.Extras(
        arguments.text("client_msg_id"),
        arguments.json("metadata"),
        arguments.json("blocks").filter(blocks -> !blocks.isEmpty()),
        arguments.json("attachments").filter(attachments -> !attachments.isEmpty()));
  }
}
