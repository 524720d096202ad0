package gameday.mocks.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/** The methods of {@code reactions.*}. */
final class ReactionMethods {
  private final SlackWorkspace workspace;

  ReactionMethods(SlackWorkspace workspace) {
    this.workspace = workspace;
  }

  Map<String, Method> all() {
    return Map.of("reactions.add", this::add, "reactions.remove", this::remove);
  }

  private ObjectNode add(Arguments arguments) {
    return problem(arguments)
        .map(Reply::error)
        .orElseGet(
            () ->
                workspace.addReaction(
                        channel(arguments).orElseThrow(),
                        message(arguments).orElseThrow(),
                        workspace.botUserId(),
                        arguments.text("name").orElseThrow())
                    ? Reply.ok()
                    : Reply.error("already_reacted"));
  }

  private ObjectNode remove(Arguments arguments) {
    return problem(arguments)
        .map(Reply::error)
        .orElseGet(
            () ->
                message(arguments)
                        .orElseThrow()
                        .removeReaction(arguments.text("name").orElseThrow(), workspace.botUserId())
                    ? Reply.ok()
                    : Reply.error("no_reaction"));
  }

  private Optional<String> problem(Arguments arguments) {
    if (arguments.text("name").filter(name -> name.matches("[a-z0-9_+'-]+")).isEmpty()) {
      return Optional.of("invalid_name");
    }
    if (arguments.text("channel").isEmpty() || arguments.text("timestamp").isEmpty()) {
      return Optional.of("no_item_specified");
    }
    if (arguments.text("timestamp").filter(TsRange::isTs).isEmpty()) {
      return Optional.of("bad_timestamp");
    }
    if (channel(arguments).isEmpty()) {
      return Optional.of("channel_not_found");
    }
    return message(arguments).isEmpty() ? Optional.of("message_not_found") : Optional.empty();
  }

  private Optional<Channel> channel(Arguments arguments) {
    return arguments.text("channel").flatMap(workspace::find);
  }

  private Optional<Stored> message(Arguments arguments) {
    return channel(arguments)
        .flatMap(channel -> arguments.text("timestamp").flatMap(channel::message));
  }
}
