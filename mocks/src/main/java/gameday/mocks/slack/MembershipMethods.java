package gameday.mocks.slack;

import static gameday.mocks.slack.ConversationMethods.in;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The methods of {@code conversations.*} that make channels and say who is in them. */
final class MembershipMethods {
  private static final Pattern NAME = Pattern.compile("[\\p{Ll}\\p{Lo}\\p{M}\\p{Nd}_-]+");
  private static final Pattern PUNCTUATION = Pattern.compile("[_-]+");
  private static final int LONGEST_NAME = 80;
  private static final int MOST_USERS = 100;

  private final SlackState state;
  private final ChannelJson json;

  MembershipMethods(SlackState state) {
    this.state = state;
    this.json = new ChannelJson(state);
  }

  Map<String, Method> all() {
    return Map.of(
        "conversations.create", this::create,
        "conversations.invite", arguments -> in(state, arguments, to -> invite(to, arguments)),
        "conversations.join", arguments -> in(state, arguments, this::join),
        "conversations.leave", arguments -> in(state, arguments, this::leave),
        "conversations.archive", arguments -> in(state, arguments, this::archive),
        "conversations.unarchive", arguments -> in(state, arguments, this::unarchive));
  }

  private ObjectNode create(Arguments arguments) {
    if (!arguments.has("name")) {
      return Reply.missing("name");
    }
    var name = arguments.text("name").orElse("");
    var problem = nameProblem(name);
    if (problem.isPresent()) {
      return Reply.error(problem.get());
    }
    if (state.channels.isFull()) {
      return Reply.error("cannot_create_channel");
    }
    var kind = arguments.flag("is_private") ? Kind.PRIVATE : Kind.PUBLIC;
    return shown(state.create(name, kind, state.bot.id()));
  }

  private Optional<String> nameProblem(String name) {
    if (name.isBlank()) {
      return Optional.of("invalid_name_required");
    }
    if (name.length() > LONGEST_NAME) {
      return Optional.of("invalid_name_maxlength");
    }
    if (!NAME.matcher(name).matches()) {
      return Optional.of("invalid_name_specials");
    }
    if (PUNCTUATION.matcher(name).matches()) {
      return Optional.of("invalid_name_punctuation");
    }
    return state.channels.isTaken(name) ? Optional.of("name_taken") : Optional.empty();
  }

  private ObjectNode shown(Channel channel) {
    var reply = Reply.ok();
    reply.set("channel", json.of(channel));
    return reply;
  }

  private ObjectNode invite(Channel channel, Arguments arguments) {
    if (!arguments.has("users")) {
      return Reply.missing("users");
    }
    var users = new LinkedHashSet<>(arguments.list("users"));
    if (users.isEmpty()) {
      return Reply.error("no_user");
    }
    if (users.size() > MOST_USERS) {
      return Reply.invalid(List.of("no more than 100 items allowed"));
    }
    var problem = inviteProblem(channel);
    if (problem.isPresent()) {
      return Reply.error(problem.get());
    }
    var problems = new LinkedHashMap<String, String>();
    users.forEach(
        user -> inviteeProblem(channel, user).ifPresent(word -> problems.put(user, word)));
    if (problems.isEmpty() || arguments.flag("force")) {
      users.removeAll(problems.keySet());
      users.forEach(user -> state.join(channel, user, Optional.of(state.bot.id())));
    }
    return invited(channel, users.isEmpty() || !arguments.flag("force"), problems);
  }

  private Optional<String> inviteProblem(Channel channel) {
    if (channel.kind.isDirect()) {
      return Optional.of("method_not_supported_for_channel_type");
    }
    if (channel.archived) {
      return Optional.of("is_archived");
    }
    return state.hasBot(channel) ? Optional.empty() : Optional.of("not_in_channel");
  }

  private Optional<String> inviteeProblem(Channel channel, String user) {
    if (user.equals(state.bot.id())) {
      return Optional.of("cant_invite_self");
    }
    var person = state.people.find(user);
    if (person.isEmpty()) {
      return Optional.of("user_not_found");
    }
    if (person.get().isDeactivated()) {
      return Optional.of("cant_invite");
    }
    return channel.members.contains(user) ? Optional.of("already_in_channel") : Optional.empty();
  }

  /** With {@code force} it is enough that one could be invited. */
  private ObjectNode invited(Channel channel, boolean strict, Map<String, String> problems) {
    var reply =
        problems.isEmpty() || !strict
            ? shown(channel)
            : Reply.error(problems.values().iterator().next());
    if (!problems.isEmpty()) {
      var errors = reply.putArray("errors");
      problems.forEach(
          (user, word) -> errors.addObject().put("user", user).put("ok", false).put("error", word));
    }
    return reply;
  }

  private ObjectNode join(Channel channel) {
    if (channel.kind != Kind.PUBLIC) {
      return Reply.error("method_not_supported_for_channel_type");
    }
    if (channel.archived) {
      return Reply.error("is_archived");
    }
    var wasIn = state.hasBot(channel);
    state.join(channel, state.bot.id(), Optional.empty());
    return wasIn ? Reply.warn(shown(channel), "already_in_channel") : shown(channel);
  }

  private ObjectNode leave(Channel channel) {
    if (channel.kind.isDirect()) {
      return Reply.error("method_not_supported_for_channel_type");
    }
    if (channel.archived) {
      return Reply.error("is_archived");
    }
    if (!state.hasBot(channel)) {
      return Reply.ok().put("ok", false).put("not_in_channel", true);
    }
    if (channel.kind == Kind.PRIVATE && channel.members.size() == 1) {
      return Reply.error("last_member");
    }
    state.leave(channel, state.bot.id());
    return Reply.ok();
  }

  private ObjectNode archive(Channel channel) {
    if (channel.kind.isDirect()) {
      return Reply.error("method_not_supported_for_channel_type");
    }
    if (channel.archived) {
      return Reply.error("already_archived");
    }
    if (!state.hasBot(channel)) {
      return Reply.error("not_in_channel");
    }
    state.archive(channel, state.bot.id(), true);
    return Reply.ok();
  }

  private ObjectNode unarchive(Channel channel) {
    if (channel.kind.isDirect()) {
      return Reply.error("method_not_supported_for_channel_type");
    }
    if (!channel.archived) {
      return Reply.error("not_archived");
    }
    state.archive(channel, state.bot.id(), false);
    return Reply.ok();
  }
}
