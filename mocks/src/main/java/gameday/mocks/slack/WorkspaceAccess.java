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
  private final SlackState state;
  private final SlackJson json;

  /** Access to {@code workspace}. */
  public WorkspaceAccess(SlackWorkspace workspace) {
    this.workspace = workspace;
    this.state = workspace.state();
    this.json = new SlackJson(state);
  }

  /** The workspace's name, which is its domain at Slack. */
  public String team() {
    return state.team;
  }

  /** The bot's id, which is not its user id. */
  public String botId() {
    return state.botId;
  }

  /** A person's handle, such as {@code ada.lovelace}; empty for the bot and for strangers. */
  public Optional<String> handle(String userId) {
    synchronized (workspace) {
      return state.people.find(userId).filter(person -> !person.bot()).map(Person::handle);
    }
  }

  /** A channel's name, as slash commands tell it. */
  public Optional<String> channelName(String channelId) {
    synchronized (workspace) {
      return state
          .channels
          .byId(channelId)
          .map(found -> found.kind.isDirect() ? "directmessage" : found.name);
    }
  }

  /** A message as events show it. */
  public Optional<ObjectNode> message(String channelId, String ts) {
    synchronized (workspace) {
      return state
          .channels
          .byId(channelId)
          .flatMap(channel -> channel.message(ts).map(found -> json.readable(channel, found)));
    }
  }

  /** Posts a message of the app; empty if it stands there now. */
  public Optional<String> post(String channelId, JsonNode message) {
    var arguments = Arguments.of(message);
    var content = Content.of(arguments);
    synchronized (workspace) {
      var channel = state.channels.byId(channelId);
      var refused = problem(channel, message, content);
      if (refused.isPresent()) {
        return refused;
      }
      var thread = arguments.text("thread_ts");
      var parent = thread.flatMap(channel.orElseThrow()::thread);
      if (thread.isPresent() && parent.isEmpty()) {
        return Optional.of("thread_not_found");
      }
      var draft =
          Draft.byUrl(
              text(content, arguments),
              arguments.flag("reply_broadcast"),
              extras(content, channel.get()));
      state.store(channel.get(), state.bot.id(), parent, draft);
      return Optional.empty();
    }
  }

  private static Draft.Extras extras(Content content, Channel channel) {
    return content.extras(Optional.empty(), channel.id + channel.lastTs());
  }

  private String text(Content content, Arguments arguments) {
    return Draft.cut(ChatMethods.text(content, arguments, state.people));
  }

  /** Puts a message in the place of one of the app's own; empty if it stands there now. */
  public Optional<String> replace(String channelId, String ts, JsonNode message) {
    var arguments = Arguments.of(message);
    var content = Content.of(arguments);
    synchronized (workspace) {
      var channel = state.channels.byId(channelId);
      var refused = problem(channel, message, content).or(() -> problemWith(channel, ts));
      if (refused.isEmpty()) {
        var old = channel.orElseThrow().message(ts).orElseThrow();
        // All of it goes, whatever the new one doesn't have; chat.update would let that stand.
        var extras = extras(content, channel.get());
        state.edit(channel.get(), old, text(content, arguments), old.extras.replacedBy(extras));
      }
      return refused;
    }
  }

  /** Deletes one of the app's own messages; empty if it is gone now. */
  public Optional<String> delete(String channelId, String ts) {
    synchronized (workspace) {
      var channel = state.channels.byId(channelId);
      var refused = problemWith(channel, ts);
      if (refused.isEmpty()) {
        state.delete(channel.orElseThrow(), channel.get().message(ts).orElseThrow());
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
    var content = Content.of(arguments);
    synchronized (workspace) {
      var channel = state.channels.byId(channelId);
      var refused = problem(channel, message, content);
      if (refused.isEmpty()) {
        var ts = inPlaceOf.orElseGet(channel.orElseThrow()::nextTs);
        workspace.ephemerals().show(json.ephemeral(channel.get(), userId, ts, arguments));
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

  private static Optional<String> problem(
      Optional<Channel> channel, JsonNode message, Content content) {
    if (channel.isEmpty()) {
      return Optional.of("channel_not_found");
    }
    if (channel.get().archived) {
      return Optional.of("is_archived");
    }
    return UnpairedSurrogates.areIn(message)
        ? Optional.of("invalid_payload")
        : content.refusal(Arguments.of(message), false).map(Reply::outcome);
  }

  private static Optional<String> problemWith(Optional<Channel> channel, String ts) {
    var message = channel.flatMap(found -> found.message(ts));
    if (message.isEmpty()) {
      return Optional.of("message_not_found");
    }
    return message.get().byBot && !message.get().isSlacks()
        ? Optional.empty()
        : Optional.of("cant_update_message");
  }
}
