package gameday.mocks.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The methods of {@code conversations.*} that list channels; messages: {@link HistoryMethods}. */
final class ConversationMethods {
  private static final Set<String> TYPES =
      Set.of("public_channel", "private_channel", "mpim", "im");
  private static final int LIMIT_BY_DEFAULT = 100;
  private static final int MOST_LIMIT = 1_000;

  private final SlackWorkspace workspace;
  private final SlackJson json;

  ConversationMethods(SlackWorkspace workspace, SlackJson json) {
    this.workspace = workspace;
    this.json = json;
  }

  Map<String, Method> all() {
    return Map.of(
        "conversations.info", arguments -> in(arguments, this::info),
        "conversations.list", this::list,
        "conversations.members", arguments -> in(arguments, channel -> members(channel, arguments)),
        "conversations.join", arguments -> in(arguments, this::join));
  }

  private ObjectNode in(Arguments arguments, Function<Channel, ObjectNode> then) {
    if (arguments.text("channel").isEmpty()) {
      return Reply.missing("channel");
    }
    return arguments
        .text("channel")
        .flatMap(workspace::find)
        .map(then)
        .orElseGet(() -> Reply.error("channel_not_found"));
  }

  private ObjectNode info(Channel channel) {
    var reply = Reply.ok();
    reply.set("channel", json.channel(channel));
    return reply;
  }

  private ObjectNode list(Arguments arguments) {
    var types = Arrays.asList(arguments.text("types").orElse("public_channel").split("\\s*,\\s*"));
    if (!TYPES.containsAll(types)) {
      return Reply.error("invalid_types");
    }
    var asked =
        workspace.channels().stream()
            .filter(channel -> types.contains(channel.direct ? "im" : "public_channel"))
            .toList();
    var page = Page.of(asked, arguments, LIMIT_BY_DEFAULT, MOST_LIMIT);
    return page.error()
        .map(Reply::error)
        .orElseGet(
            () -> {
              var reply = Reply.ok();
              var channels = reply.putArray("channels");
              page.items().forEach(channel -> channels.add(json.channel(channel)));
              return Reply.withCursor(reply, page.nextCursor());
            });
  }

  private ObjectNode members(Channel channel, Arguments arguments) {
    var all = channel.members.stream().toList();
    var page = Page.of(all, arguments, LIMIT_BY_DEFAULT, MOST_LIMIT);
    return page.error()
        .map(Reply::error)
        .orElseGet(
            () -> {
              var reply = Reply.ok();
              page.items().forEach(reply.putArray("members")::add);
              return Reply.withCursor(reply, page.nextCursor());
            });
  }

  private ObjectNode join(Channel channel) {
    if (channel.direct) {
      return Reply.error("method_not_supported_for_channel_type");
    }
    var isNew = channel.members.add(workspace.botUserId());
    var reply = info(channel);
    if (!isNew) {
      reply.put("warning", "already_in_channel");
      reply.putObject("response_metadata").putArray("warnings").add("already_in_channel");
    }
    return reply;
  }
}
