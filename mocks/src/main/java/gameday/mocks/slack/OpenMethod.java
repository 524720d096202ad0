package gameday.mocks.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** {@code conversations.open}: direct messages with one person or several. */
final class OpenMethod {
  private static final int MOST_USERS = 8;

  private final SlackState state;
  private final ChannelJson json;

  OpenMethod(SlackState state) {
    this.state = state;
    this.json = new ChannelJson(state);
  }

  Map<String, Method> all() {
    return Map.of("conversations.open", this::open);
  }

  private ObjectNode open(Arguments arguments) {
    var channel = arguments.text("channel");
    if (channel.isPresent()) {
      return channel
          .flatMap(state.channels::byId)
          .filter(found -> found.kind.isDirect())
          .map(found -> opened(found, true, arguments))
          .orElseGet(() -> Reply.error("channel_not_found"));
    }
    var ids = new LinkedHashSet<>(arguments.list("users"));
    if (ids.isEmpty()) {
      return Reply.error("users_list_not_supplied");
    }
    if (ids.size() > MOST_USERS) {
      return Reply.error("too_many_users");
    }
    var people = new ArrayList<Person>();
    for (var id : ids) {
      var person = state.people.find(id).filter(found -> !found.bot());
      if (person.isEmpty()) {
        return Reply.error("user_not_found");
      }
      if (person.get().isDeactivated()) {
        return Reply.error("user_disabled");
      }
      people.add(person.get());
    }
    return open(people, arguments);
  }

  private ObjectNode open(List<Person> people, Arguments arguments) {
    var known = state.channels.existingDirect(people);
    if (known.isEmpty() && arguments.flag("prevent_creation")) {
      return Reply.error("channel_not_found");
    }
    if (known.isEmpty() && people.size() > 1 && state.channels.isFull()) {
      return Reply.error("cannot_create_channel");
    }
    return opened(state.channels.direct(people), known.isPresent(), arguments);
  }

  private ObjectNode opened(Channel channel, boolean known, Arguments arguments) {
    var reply = Reply.ok();
    if (known) {
      reply.put("no_op", true).put("already_open", true);
    }
    if (arguments.flag("return_im") || channel.kind == Kind.GROUP_DIRECT) {
      reply.set("channel", json.of(channel));
    } else {
      reply.putObject("channel").put("id", channel.id);
    }
    return reply;
  }
}
