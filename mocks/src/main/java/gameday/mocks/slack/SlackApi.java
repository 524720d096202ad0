package gameday.mocks.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.http.Answer;
import gameday.mocks.http.Call;
import gameday.mocks.slack.limits.RateLimits;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Slack's Web API for the workspace's one app, at {@code /slack/api/<method>}.
 *
 * <p>Trouble is status 200 with {@code "ok":false} and Slack's error word; only the rate limit has
 * a status of its own, 429.
 */
public final class SlackApi implements SlackPath {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);
  private static final String METHODS = "/api/";
  private static final String CONTENT_TYPE = "Content-Type";
  private static final String JSON = "application/json; charset=utf-8";

  private final SlackWorkspace workspace;
  private final SlackState state;
  private final SlackTokens tokens;
  private final Scopes scopes;
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
    this.state = workspace.state();
    this.tokens = new SlackTokens(credentials, state.grant);
    this.scopes = new Scopes(state);
    this.limits = limits;
    var json = new SlackJson(state);
    methods.put("api.test", SlackApi::apiTest);
    methods.putAll(new ChatMethods(state, workspace.ephemerals(), json).all());
    methods.putAll(new EditMethods(state, json).all());
    methods.putAll(new HistoryMethods(state, json).all());
    methods.putAll(new ConversationMethods(state).all());
    methods.putAll(new MembershipMethods(state).all());
    methods.putAll(new OpenMethod(state).all());
    methods.putAll(new PeopleMethods(state).all());
    methods.putAll(new ReactionMethods(state).all());
    methods.putAll(new FileMethods(state).all());
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

  /** The method's name, or {@code unknown} for one that the mock doesn't have. */
  @Override
  public String label(Call call) {
    var method = method(call);
    return methods.containsKey(method) ? method : "unknown";
  }

  private static String method(Call call) {
    return call.path().substring(METHODS.length());
  }

  @Override
  public Optional<Answer> refusal(Call call) {
    var read = CallReader.read(call);
    var token = SlackTokens.inHeader(call).or(() -> read.arguments().text("token"));
    return read.problem()
        .or(() -> tokens.refusal(method(call), token))
        .map(word -> answered(Reply.error(word)));
  }

  @Override
  public Answer answer(Call call) {
    var name = method(call);
    var method = methods.get(name);
    if (method == null) {
      return answered(Reply.error("unknown_method").put("req_method", name));
    }
    var read = CallReader.read(call);
    if (read.problem().isPresent()) {
      return answered(Reply.error(read.problem().get()));
    }
    var token = SlackTokens.inHeader(call).or(() -> read.arguments().text("token"));
    if (name.equals("auth.test") && token.filter(tokens::isApps).isPresent()) {
      return answered(PeopleMethods.appTest(state));
    }
    var refusal = tokens.refusal(name, token);
    if (refusal.isPresent()) {
      return answered(Reply.error(refusal.get()));
    }
    return called(name, method, read);
  }

  private Answer called(String name, Method method, CallReader.Read read) {
    var arguments = read.arguments();
    ObjectNode reply;
    synchronized (workspace) {
      var granted = state.grant.now();
      var lacking = scopes.lacking(name, arguments, granted.scopes());
      if (lacking.isPresent()) {
        reply =
            Reply.error("missing_scope")
                .put("needed", lacking.get())
                .put("provided", granted.list());
      } else {
        var verdict = limits.count(name, limitedChannel(name, arguments));
        if (!verdict.go()) {
          return limited(name, verdict);
        }
        reply = method.answer(arguments);
      }
    }
    read.warning().ifPresent(warning -> Reply.warn(reply, warning));
    return answered(reply, headers(name));
  }

  private Map<String, String> headers(String name) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(CONTENT_TYPE, JSON);
    headers.put("Date", DATE.format(Instant.ofEpochSecond(state.now()).atOffset(ZoneOffset.UTC)));
    headers.put("x-oauth-scopes", state.grant.now().list());
    var accepted = scopes.accepted(name);
    if (!accepted.isEmpty()) {
      headers.put("x-accepted-oauth-scopes", accepted);
    }
    return headers;
  }

  /** The id, so that a channel called by name and by id has one limit. */
  private Optional<String> limitedChannel(String name, Arguments arguments) {
    return limits.arePerChannel(name)
        ? arguments.text("channel").flatMap(state::visible).map(channel -> channel.id)
        : Optional.empty();
  }

  private static Answer limited(String name, RateLimits.Verdict verdict) {
    // Which word means what is unpublished: ours is that chat.postMessage's own, rate_limited, is
    // for an app that has posted too many messages in all.
    var inAll = name.equals("chat.postMessage") && !verdict.perChannel();
    var word = inAll ? "rate_limited" : "ratelimited";
    return Answer.json(429, Reply.error(word).toString(), word)
        .with("Retry-After", Long.toString(verdict.retryAfterSeconds()));
  }

  private static ObjectNode apiTest(Arguments arguments) {
    var error = arguments.text("error");
    var reply = error.map(Reply::error).orElseGet(Reply::ok);
    var names = arguments.names();
    names.remove("token");
    if (!names.isEmpty()) {
      var echo = reply.putObject("args");
      names.forEach(name -> echo.put(name, arguments.text(name).orElse("")));
    }
    return reply;
  }

  private static Answer answered(ObjectNode reply) {
    return answered(reply, Map.of(CONTENT_TYPE, JSON));
  }

  private static Answer answered(ObjectNode reply, Map<String, String> headers) {
    try {
      var body = SlackJson.MAPPER.writeValueAsBytes(reply);
      return new Answer(200, headers, body, Reply.outcome(reply));
    } catch (JsonProcessingException treesCanBeWritten) {
      throw new IllegalStateException(treesCanBeWritten);
    }
  }
}
