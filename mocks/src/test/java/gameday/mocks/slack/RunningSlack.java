package gameday.mocks.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import gameday.mocks.faults.Faults;
import gameday.mocks.http.MockServer;
import gameday.mocks.http.RecordedCalls;
import gameday.mocks.slack.limits.RateLimits;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A workspace on HTTP, with one channel and one person; its clock stands at 1,700,000,000 s until
 * it is set.
 */
public final class RunningSlack implements AutoCloseable {
  public static final long NOW_SECONDS = 1_700_000_000L;
  public static final Clock STOPPED_CLOCK =
      Clock.fixed(Instant.ofEpochSecond(NOW_SECONDS), ZoneOffset.UTC);

  public final Faults faults = new Faults(1);
  final RecordedCalls calls = new RecordedCalls();
  public final SlackCredentials credentials = SlackCredentials.of(1);
  final SettableClock clock = new SettableClock(NOW_SECONDS);
  public final SlackWorkspace workspace = new SlackWorkspace("acme", clock, faults);
  public final String channel = workspace.createChannel("event-summit");
  public final String ada = workspace.addPerson("Ada Lovelace", "ada@example.com");

  /** The machine's nanoseconds, for rate limits. */
  final AtomicLong nanos = new AtomicLong();

  private final MockServer server;
  private final Slack slack;
  private final HttpClient http = HttpClient.newHttpClient();

  public RunningSlack() {
    this(RateLimits.off());
  }

  /** With Slack's own limits at that speed, on the clock {@link #nanos}. */
  RunningSlack(double speed) {
    this.server = start(RateLimits.published(speed, nanos::get));
    this.slack = Slack.getInstance(config());
  }

  private RunningSlack(RateLimits limits) {
    this.server = start(limits);
    this.slack = Slack.getInstance(config());
  }

  private MockServer start(RateLimits limits) {
    var door =
        new SlackDoor(
            List.of(
                new SlackApi(workspace, credentials, limits),
                new SlackFiles(workspace, credentials)));
    var started = MockServer.start(0, List.of(door), faults, calls);
    workspace.reachableAt(started.url(door));
    return started;
  }

  private SlackConfig config() {
    var config = new SlackConfig();
    config.setFailOnUnknownProperties(true);
    config.setMethodsEndpointUrlPrefix("http://127.0.0.1:" + server.port() + "/slack/api/");
    return config;
  }

  /** Slack's own Java client, as the bot. */
  MethodsClient client() {
    return slack.methods(credentials.botToken());
  }

  /** A form as the bot, without any SDK. */
  public HttpResponse<String> form(String method, String body) {
    return post(method, "application/x-www-form-urlencoded", body);
  }

  /** What Slack says to the bot's call with these names and values, in turn. */
  JsonNode call(String method, String... namesAndValues) {
    var body = new StringBuilder();
    for (var n = 0; n < namesAndValues.length; n += 2) {
      var value = URLEncoder.encode(namesAndValues[n + 1], StandardCharsets.UTF_8);
      body.append('&').append(namesAndValues[n]).append('=').append(value);
    }
    var answer = form(method, body.toString());
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return parsed(answer);
  }

  /** The error word of that call; empty text if there was none. */
  String error(String method, String... namesAndValues) {
    return call(method, namesAndValues).path("error").asText();
  }

  static JsonNode parsed(HttpResponse<String> answer) {
    try {
      return new ObjectMapper().readTree(answer.body());
    } catch (JsonProcessingException notJson) {
      throw new AssertionError(answer.body(), notJson);
    }
  }

  /** A message of Ada's in the channel; its ts. */
  String said(String text) {
    return workspace.post(ada, channel, text, Optional.empty()).orElseThrow();
  }

  /** A message of the bot's in the channel; its ts. */
  String posted(String text) {
    return call("chat.postMessage", "channel", channel, "text", text).path("ts").asText();
  }

  /** Where everything is. */
  URI base() {
    return URI.create("http://127.0.0.1:" + server.port() + "/slack");
  }

  /** JSON as the bot. */
  public HttpResponse<String> json(String method, String body) {
    return post(method, "application/json; charset=utf-8", body);
  }

  private HttpResponse<String> post(String method, String type, String body) {
    return send(
        request(method)
            .header("Authorization", "Bearer " + credentials.botToken())
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body)));
  }

  /** A request without a token. */
  HttpRequest.Builder request(String method) {
    return HttpRequest.newBuilder(
        URI.create("http://127.0.0.1:" + server.port() + "/slack/api/" + method));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (java.io.IOException trouble) {
      throw new java.io.UncheckedIOException(trouble);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  @Override
  public void close() {
    try {
      slack.close();
    } catch (Exception trouble) {
      throw new IllegalStateException(trouble);
    }
    http.close();
    server.close();
  }
}
