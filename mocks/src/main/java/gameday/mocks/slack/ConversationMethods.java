package gameday.mocks.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The methods of {@code conversations.*} that tell of channels and their members. */
final class ConversationMethods {
  private static final int LIMIT_BY_DEFAULT = 100;
  private static final int MOST_LIMIT = 1_000;

  private final SlackState state;
  private final ChannelJson json;

  ConversationMethods(SlackState state) {
    this.state = state;
    this.json = new ChannelJson(state);
  }

  Map<String, Method> all() {
    return Map.of(
        "conversations.info",
            arguments -> in(state, arguments, channel -> info(channel, arguments)),
        "conversations.list", this::list,
        "conversations.members",
            arguments -> in(state, arguments, channel -> members(channel, arguments)));
  }

  /** What a method replies that is about one channel that the bot can see. */
  static ObjectNode in(SlackState state, Arguments arguments, Function<Channel, ObjectNode> then) {
    if (!arguments.has("channel")) {
      return Reply.missing("channel");
    }
    return arguments
        .text("channel")
        .flatMap(state::visible)
        .map(then)
        .orElseGet(() -> Reply.error("channel_not_found"));
  }

  private ObjectNode info(Channel channel, Arguments arguments) {
    var reply = Reply.ok();
    var shown = json.of(channel);
    if (arguments.flag("include_num_members")) {
      shown.put("num_members", channel.members.size());
    }
    if (arguments.flag("include_locale")) {
      shown.put("locale", "en-US");
    }
    reply.set("channel", shown);
    return reply;
  }

  private ObjectNode list(Arguments arguments) {
    var kinds = kinds(arguments);
    if (kinds.isEmpty()) {
      return Reply.error("invalid_types");
    }
    var withArchived = !arguments.flag("exclude_archived");
    var asked =
        state.channels.all().stream()
            .filter(channel -> kinds.get().contains(channel.kind))
            .filter(channel -> channel.kind == Kind.PUBLIC || state.hasBot(channel))
            .filter(channel -> withArchived || !channel.archived)
            .toList();
    var page = Page.of(asked, arguments, LIMIT_BY_DEFAULT, MOST_LIMIT);
    if (page.error().isPresent()) {
      return Reply.error(page.error().get());
    }
    var reply = Reply.ok();
    var channels = reply.putArray("channels");
    for (var channel : page.items()) {
      var shown = json.of(channel);
      if (channel.kind != Kind.DIRECT) {
        shown.put("num_members", channel.members.size());
      }
      channels.add(shown);
    }
    return Reply.withCursor(reply, page.nextCursor());
  }

  /** The kinds of channels asked for; empty if there is no such kind. */
  static Optional<Set<Kind>> kinds(Arguments arguments) {
    var kinds = EnumSet.noneOf(Kind.class);
    for (var type : arguments.list("types")) {
      var kind = Kind.ofType(type);
      if (kind.isEmpty()) {
        return Optional.empty();
      }
      kinds.add(kind.get());
    }
    return Optional.of(kinds.isEmpty() ? EnumSet.of(Kind.PUBLIC) : kinds);
  }

  private ObjectNode members(Channel channel, Arguments arguments) {
    var all = channel.members.stream().toList();
    var page = Page.of(all, arguments, LIMIT_BY_DEFAULT, MOST_LIMIT);
    if (page.error().isPresent()) {
      return Reply.error(page.error().get());
    }
    var reply = Reply.ok();
    page.items().forEach(reply.putArray("members")::add);
    return Reply.withCursor(reply, page.nextCursor());
  }
}
