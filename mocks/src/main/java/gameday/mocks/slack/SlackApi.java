package gameday.mocks.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.http.Answer;
import gameday.mocks.http.Call;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Slack's Web API for the workspace's one app, at {@code /slack/api/<method>}.
 *
 * <p>Trouble is status 200 with {@code "ok":false} and Slack's error word; only the rate limit has
 * a status of its own, 429.
 */
public final class SlackApi implements SlackPath {
  private static final String METHODS = "/api/";

  /** Called with the app-level token; all others with the bot's. */
  private static final Set<String> FOR_APP_TOKEN = Set.of("apps.connections.open");

  private final SlackWorkspace workspace;
  private final SlackCredentials credentials;
  private final RateLimits limits;
  private final Map<String, Method> methods = new HashMap<>();

  /** An API whose token is {@code credentials}' bot token. */
  public SlackApi(SlackWorkspace workspace, SlackCredentials credentials, RateLimits limits) {
    this(workspace, credentials, limits, Map.of());
  }

  /** The same with {@code more} methods, by name. */
  public SlackApi(
      SlackWorkspace workspace,
      SlackCredentials credentials,
      RateLimits limits,
      Map<String, Method> more) {
    this.workspace = workspace;
    this.credentials = credentials;
    this.limits = limits;
    var json = new SlackJson(workspace);
    methods.put("api.test", arguments -> Reply.ok());
    methods.putAll(new ChatMethods(workspace, json).all());
    methods.putAll(new ConversationMethods(workspace, json).all());
    methods.putAll(new HistoryMethods(workspace, json).all());
    methods.putAll(new PeopleMethods(workspace, json).all());
    methods.putAll(new ReactionMethods(workspace).all());
    methods.putAll(more);
  }

  @Override
  public String start() {
    return METHODS;
  }

  @Override
  public boolean knows(String path) {
    return methods.containsKey(path.substring(METHODS.length()));
  }

  /** The method's name, or {@code unknown} for one that Slack doesn't have. */
  @Override
  public String label(Call call) {
    var method = method(call);
    return methods.containsKey(method) ? method : "unknown";
  }

  @Override
  public Answer answer(Call call) {
    var method = method(call);
    if (!methods.containsKey(method)) {
      return answered(Reply.error("unknown_method"));
    }
    var arguments = Arguments.of(call);
    var refused = refused(method, call, arguments);
    if (refused.isPresent()) {
      return answered(Reply.error(refused.get()));
    }
    var retryAfter = limits.retryAfterSeconds(method, channelId(arguments));
    if (retryAfter.isPresent()) {
      return Answer.json(429, Reply.error("ratelimited").toString(), "ratelimited")
          .with("Retry-After", Long.toString(retryAfter.getAsLong()));
    }
    synchronized (workspace) {
      return answered(methods.get(method).answer(arguments));
    }
  }

  private static String method(Call call) {
    return call.path().substring(METHODS.length());
  }

  private Optional<String> refused(String method, Call call, Arguments arguments) {
    if (arguments.problem().isPresent()) {
      return arguments.problem();
    }
    if (method.equals("api.test")) {
      return Optional.empty();
    }
    var token = token(call, arguments);
    if (token.isEmpty()) {
      return Optional.of("not_authed");
    }
    var forApp = FOR_APP_TOKEN.contains(method);
    var right = forApp ? credentials.appToken() : credentials.botToken();
    var wrongKind = forApp ? credentials.botToken() : credentials.appToken();
    if (token.get().equals(wrongKind)) {
      return Optional.of("not_allowed_token_type");
    }
    return token.get().equals(right) ? Optional.empty() : Optional.of("invalid_auth");
  }

  private static Optional<String> token(Call call, Arguments arguments) {
    return call.header("authorization")
        .filter(header -> header.regionMatches(true, 0, "Bearer ", 0, "Bearer ".length()))
        .map(header -> header.substring("Bearer ".length()).strip())
        .or(() -> arguments.text("token"));
  }

  /** The id, so that a channel called by name and by id has one limit. */
  private Optional<String> channelId(Arguments arguments) {
    synchronized (workspace) {
      return arguments.text("channel").flatMap(workspace::find).map(channel -> channel.id);
    }
  }

  private static Answer answered(ObjectNode reply) {
    return Answer.json(200, reply.toString(), Reply.outcome(reply));
  }
}
