package gameday.mocks.slack.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.faults.Trouble;
import gameday.mocks.http.Answer;
import gameday.mocks.http.Call;
import gameday.mocks.slack.Ids;
import gameday.mocks.slack.SlackPath;
import gameday.mocks.slack.WorkspaceAccess;
import gameday.mocks.slack.limits.RateLimits;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Incoming webhooks: a URL for each channel, at {@code /slack/services/T…/B…/<secret>}, where
 * whoever knows it posts as the app.
 */
final class IncomingWebhooks implements SlackPath {
  private static final String SERVICES = "/services/";
  private static final String LIMIT = "incoming-webhook";
  private static final int PARTS = 3;

  /**
   * Slack's word for what is wrong with a message, and the status it comes with; 400 for others.
   */
  private static final Map<String, Integer> STATUS =
      Map.of("channel_not_found", 404, "is_archived", 410);

  private static final int BAD_REQUEST = 400;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int TOO_MANY = 429;

  private final String teamId;
  private final WorkspaceAccess workspace;
  private final RateLimits limits;
  private final Secrets secrets;

  /** The channel of each, by its id: as many as channels that have one. */
  private final Map<String, String> channels = new ConcurrentHashMap<>();

  IncomingWebhooks(String teamId, WorkspaceAccess workspace, RateLimits limits, Secrets secrets) {
    this.teamId = teamId;
    this.workspace = workspace;
    this.limits = limits;
    this.secrets = secrets;
  }

  /**
   * The path of a channel's, below Slack's base URL.
   *
   * @throws IllegalArgumentException if there is no such channel
   */
  String path(String channelId) {
    if (workspace.channelName(channelId).isEmpty()) {
      throw new IllegalArgumentException("no channel " + channelId);
    }
    var id = Ids.of("B", "webhook " + channelId);
    channels.put(id, channelId);
    return SERVICES + teamId + "/" + id + "/" + secret(id);
  }

  private String secret(String id) {
    return secrets.of("webhook " + id);
  }

  @Override
  public String start() {
    return SERVICES;
  }

  @Override
  public String label(Call call) {
    return LIMIT;
  }

  @Override
  public Answer answer(Call call) {
    var parts = call.path().substring(SERVICES.length()).split("/", -1);
    if (parts.length != PARTS || !parts[0].equals(teamId)) {
      return text(NOT_FOUND, "no_team");
    }
    var channelId = Optional.ofNullable(channels.get(parts[1]));
    if (channelId.isEmpty()) {
      return text(NOT_FOUND, "no_service");
    }
    if (!secret(parts[1]).equals(parts[2])) {
      return text(FORBIDDEN, "invalid_token");
    }
    var verdict = limits.count(LIMIT, channelId);
    return !verdict.go()
        ? limited(verdict.retryAfterSeconds())
        : MessageBody.of(call)
            .map(message -> posted(channelId.get(), message))
            .orElseGet(() -> text(BAD_REQUEST, "invalid_payload"));
  }

  private Answer posted(String channelId, ObjectNode message) {
    return workspace
        .post(channelId, message)
        .map(word -> text(STATUS.getOrDefault(word, BAD_REQUEST), told(word)))
        .orElseGet(() -> text(200, "ok"));
  }

  /** The Web API's word, as webhooks say it. */
  private static String told(String word) {
    return word.equals("is_archived") ? "channel_is_archived" : word;
  }

  /** Limits in their own words, all else in the Web API's. */
  @Override
  public Answer troubled(Trouble trouble) {
    if (trouble instanceof Trouble.RateLimited limited) {
      return limited.retryAfterSeconds().isPresent()
          ? limited(limited.retryAfterSeconds().getAsInt())
          : Answer.json(TOO_MANY, "{\"ok\":false,\"error\":\"rate_limited\"}", "rate_limited");
    }
    return SlackPath.super.troubled(trouble);
  }

  private static Answer limited(long seconds) {
    var body = "{\"retry_after\":%d,\"ok\":false,\"error\":\"rate_limited\"}".formatted(seconds);
    return Answer.json(TOO_MANY, body, "rate_limited").with("Retry-After", Long.toString(seconds));
  }

  /** One word, which is what Slack's webhooks answer with. */
  static Answer text(int status, String word) {
    return new Answer(
        status, Map.of("Content-Type", "text/html"), word.getBytes(StandardCharsets.UTF_8), word);
  }
}
