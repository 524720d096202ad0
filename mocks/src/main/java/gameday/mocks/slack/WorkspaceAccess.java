package gameday.mocks.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * What the app's side of Slack needs of a workspace besides its public face: names, messages as the
 * app sees them, and messages of the app that don't come by the Web API. Safe for use by many
 * threads; trouble is told by Slack's word for it.
 */
public final class WorkspaceAccess {
  private final SlackWorkspace workspace;
  private final SlackJson json;

  /** Access to {@code workspace}. */
  public WorkspaceAccess(SlackWorkspace workspace) {
    this.workspace = workspace;
    this.json = new SlackJson(workspace);
  }

  /** The workspace's name, which is its domain at Slack. */
  public String team() {
    return workspace.team();
  }

  /** The bot's id, which is not its user id. */
  public String botId() {
    return json.botId();
  }

  /** A person's handle, such as {@code ada.lovelace}; empty for the bot and for strangers. */
  public Optional<String> handle(String userId) {
    synchronized (workspace) {
      return workspace.findPerson(userId).filter(person -> !person.bot()).map(Person::handle);
    }
  }

  /** A channel's name, as slash commands tell it. */
  public Optional<String> channelName(String channelId) {
    synchronized (workspace) {
      return channel(channelId).map(found -> found.direct ? "directmessage" : found.name);
    }
  }

  /** A message as events show it. */
  public Optional<ObjectNode> message(String channelId, String ts) {
    synchronized (workspace) {
      return channel(channelId)
          .flatMap(channel -> channel.message(ts).map(found -> json.message(channel, found)));
    }
  }

  /** Posts a message of the app; empty if it stands there now. */
  public Optional<String> post(String channelId, JsonNode message) {
    var arguments = Arguments.of(message);
    synchronized (workspace) {
      return problem(channelId, arguments)
          .or(
              () -> {
                var stored =
                    workspace.store(
                        channel(channelId).orElseThrow(), workspace.botUserId(), draft(arguments));
                return stored.isPresent() ? Optional.empty() : Optional.of("thread_not_found");
              });
    }
  }

  /** Puts a message in the place of one of the app's own; empty if it stands there now. */
  public Optional<String> replace(String channelId, String ts, JsonNode message) {
    var arguments = Arguments.of(message);
    synchronized (workspace) {
      var refused = problem(channelId, arguments).or(() -> problemWith(channelId, ts));
      if (refused.isEmpty()) {
        var channel = channel(channelId).orElseThrow();
        var old = channel.message(ts).orElseThrow();
        var extras = ChatMethods.kept(old, ChatMethods.extras(arguments));
        workspace.edit(channel, old, draft(arguments).text(), extras);
      }
      return refused;
    }
  }

  /** Deletes one of the app's own messages; empty if it is gone now. */
  public Optional<String> delete(String channelId, String ts) {
    synchronized (workspace) {
      var refused = problemWith(channelId, ts);
      if (refused.isEmpty()) {
        var channel = channel(channelId).orElseThrow();
        workspace.remove(channel, channel.message(ts).orElseThrow());
      }
      return refused;
    }
  }

  /**
   * Shows a message to one person; empty if they see it now.
   *
   * @param inPlaceOf the ts of an ephemeral message that goes
   */
  public Optional<String> show(
      String userId, String channelId, JsonNode message, Optional<String> inPlaceOf) {
    var arguments = Arguments.of(message);
    synchronized (workspace) {
      var refused = problem(channelId, arguments);
      if (refused.isEmpty()) {
        var channel = channel(channelId).orElseThrow();
        var ts = inPlaceOf.orElseGet(channel::nextTs);
        workspace.ephemerals().show(json.ephemeral(channel, userId, ts, arguments));
      }
      return refused;
    }
  }

  /** Takes an ephemeral message away; empty if it is gone now. */
  public Optional<String> hide(String userId, String channelId, String ts) {
    var shown = workspace.ephemerals().find(userId, channelId, ts);
    return shown.filter(workspace.ephemerals()::hide).isPresent()
        ? Optional.empty()
        : Optional.of("message_not_found");
  }

  private Optional<String> problem(String channelId, Arguments arguments) {
    return channel(channelId).isEmpty()
        ? Optional.of("channel_not_found")
        : ChatMethods.problem(arguments);
  }

  private Optional<String> problemWith(String channelId, String ts) {
    var message = channel(channelId).flatMap(channel -> channel.message(ts));
    if (message.isEmpty()) {
      return Optional.of("message_not_found");
    }
    return message.get().byBot ? Optional.empty() : Optional.of("cant_update_message");
  }

  private static Draft draft(Arguments arguments) {
    return new Draft(
        ChatMethods.text(arguments),
        arguments.text("thread_ts"),
        arguments.flag("reply_broadcast"),
        ChatMethods.extras(arguments),
        true);
  }

  private Optional<Channel> channel(String id) {
    return workspace.find(id).filter(channel -> channel.id.equals(id));
  }
}
