package gameday.mocks.slack.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.slack.WorkspaceAccess;
import java.util.Locale;

/** What the app is told of interactions, in Slack's shapes. */
final class Payloads {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final long NANOS_PER_MICRO = 1_000;

  private final Identity app;
  private final WorkspaceAccess workspace;
  private final Timing timing;

  Payloads(Identity app, WorkspaceAccess workspace, Timing timing) {
    this.app = app;
    this.workspace = workspace;
    this.timing = timing;
  }

  /** An element of a message was used; {@code action} is what was done to it. */
  ObjectNode blockActions(String userId, Shown shown, ObjectNode action) {
    var json = start("block_actions");
    user(json, userId);
    var container =
        json.putObject("container")
            .put("type", "message")
            .put("message_ts", shown.ts())
            .put("channel_id", shown.channelId())
            .put("is_ephemeral", shown.ephemeral());
    if (shown.isInThread()) {
      container.put("thread_ts", shown.threadTs());
    }
    channel(json, shown.channelId());
    if (!shown.ephemeral()) {
      json.set("message", shown.json());
    }
    json.putArray("actions").add(action.put("action_ts", stamp()));
    return json;
  }

  /** An element of a view was used. */
  ObjectNode blockActionsInView(String userId, ObjectNode view, ObjectNode action) {
    var json = start("block_actions");
    user(json, userId);
    json.putObject("container").put("type", "view").put("view_id", view.path("id").asText());
    json.set("view", view);
    json.putArray("actions").add(action.put("action_ts", stamp()));
    return json;
  }

  ObjectNode globalShortcut(String userId, String callbackId) {
    var json = start("shortcut").put("callback_id", callbackId).put("action_ts", stamp());
    json.putObject("user")
        .put("id", userId)
        .put("username", handle(userId))
        .put("team_id", app.teamId());
    return json;
  }

  ObjectNode messageShortcut(String userId, Shown shown, String callbackId) {
    var json = start("message_action").put("callback_id", callbackId).put("action_ts", stamp());
    json.putObject("user")
        .put("id", userId)
        .put("name", handle(userId))
        .put("team_id", app.teamId());
    channel(json, shown.channelId());
    json.put("message_ts", shown.ts()).set("message", shown.json());
    return json;
  }

  ObjectNode viewSubmission(String userId, ObjectNode view) {
    var json = start("view_submission");
    user(json, userId);
    json.set("view", view);
    json.putArray("response_urls");
    return json;
  }

  ObjectNode viewClosed(String userId, ObjectNode view, boolean cleared) {
    var json = start("view_closed");
    user(json, userId);
    json.set("view", view);
    return json.put("is_cleared", cleared);
  }

  /** A slash command's fields, in Slack's order. */
  ObjectNode command(String userId, String channelId, String command, String text) {
    return JSON.objectNode()
        .put("token", app.token())
        .put("team_id", app.teamId())
        .put("team_domain", workspace.team())
        .put("channel_id", channelId)
        .put("channel_name", channelName(channelId))
        .put("user_id", userId)
        .put("user_name", handle(userId))
        .put("command", command)
        .put("text", text)
        .put("api_app_id", app.appId())
        .put("is_enterprise_install", "false");
  }

  private ObjectNode start(String type) {
    var json =
        JSON.objectNode()
            .put("type", type)
            .put("token", app.token())
            .putNull("enterprise")
            .put("is_enterprise_install", false);
    json.putObject("team").put("id", app.teamId()).put("domain", workspace.team());
    return json;
  }

  private void user(ObjectNode json, String userId) {
    json.put("api_app_id", app.appId())
        .putObject("user")
        .put("id", userId)
        .put("username", handle(userId))
        .put("name", handle(userId))
        .put("team_id", app.teamId());
  }

  private void channel(ObjectNode json, String channelId) {
    json.putObject("channel").put("id", channelId).put("name", channelName(channelId));
  }

  private String handle(String userId) {
    return workspace
        .handle(userId)
        .orElseThrow(() -> new IllegalArgumentException("no person " + userId));
  }

  private String channelName(String channelId) {
    return workspace
        .channelName(channelId)
        .orElseThrow(() -> new IllegalArgumentException("no channel " + channelId));
  }

  /** Seconds and microseconds. */
  private String stamp() {
    var now = timing.wall().instant();
    return String.format(
        Locale.ROOT, "%d.%06d", now.getEpochSecond(), now.getNano() / NANOS_PER_MICRO);
  }
}
