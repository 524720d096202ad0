package gameday.mocks.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** The methods of {@code reactions.*}. */
final class ReactionMethods {
  private static final Pattern NAME =
      Pattern.compile("[\\p{Ll}\\p{Lo}\\p{M}0-9_+'-]{1,100}(?:::skin-tone-[2-6])?");

  // Slack's help has these numbers, not its API's documentation.
  private static final int MOST_NAMES = 50;
  private static final int MOST_EACH = 23;

  private final SlackState state;

  ReactionMethods(SlackState state) {
    this.state = state;
  }

  Map<String, Method> all() {
    return Map.of(
        "reactions.add",
            arguments ->
                about(
                    arguments,
                    (channel, message) -> add(channel, message, arguments.text("name").get())),
        "reactions.remove",
            arguments ->
                about(
                    arguments,
                    (channel, message) -> remove(channel, message, arguments.text("name").get())));
  }

  private ObjectNode about(Arguments arguments, BiFunction<Channel, Stored, ObjectNode> then) {
    if (arguments.text("name").filter(name -> NAME.matcher(name).matches()).isEmpty()) {
      return arguments.has("name") ? Reply.error("invalid_name") : Reply.missing("name");
    }
    if (arguments.missing("channel", "timestamp").isPresent()) {
      return Reply.error("no_item_specified");
    }
    if (arguments.text("timestamp").filter(TsRange::isTs).isEmpty()) {
      return Reply.error("bad_timestamp");
    }
    var channel = arguments.text("channel").flatMap(state::visible);
    if (channel.isEmpty()) {
      return Reply.error("channel_not_found");
    }
    return arguments
        .text("timestamp")
        .flatMap(channel.get()::message)
        .map(message -> then.apply(channel.get(), message))
        .orElseGet(() -> Reply.error("message_not_found"));
  }

  private ObjectNode add(Channel channel, Stored message, String name) {
    if (channel.archived) {
      return Reply.error("is_archived");
    }
    var reactions = message.reactions();
    if (!reactions.containsKey(name) && reactions.size() >= MOST_NAMES) {
      return Reply.error("too_many_emoji");
    }
    var own = reactions.values().stream().filter(users -> users.contains(state.bot.id())).count();
    if (own >= MOST_EACH && !reactions.getOrDefault(name, Set.of()).contains(state.bot.id())) {
      return Reply.error("too_many_reactions");
    }
    return state.addReaction(channel, message, state.bot.id(), name)
        ? Reply.ok()
        : Reply.error("already_reacted");
  }

  private ObjectNode remove(Channel channel, Stored message, String name) {
    return state.removeReaction(channel, message, state.bot.id(), name)
        ? Reply.ok()
        : Reply.error("no_reaction");
  }
}
