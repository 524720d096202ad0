package gameday.mocks.slack.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import gameday.mocks.delivery.Receiver;
import gameday.mocks.delivery.Webhook;
import gameday.mocks.delivery.WebhookSender;
import gameday.mocks.faults.Faults;
import gameday.mocks.http.CallListener;
import gameday.mocks.http.FormData;
import gameday.mocks.http.MockServer;
import gameday.mocks.slack.RunningSlack;
import gameday.mocks.slack.SlackApi;
import gameday.mocks.slack.SlackCredentials;
import gameday.mocks.slack.SlackDoor;
import gameday.mocks.slack.SlackPath;
import gameday.mocks.slack.SlackWorkspace;
import gameday.mocks.slack.limits.RateLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * A workspace and its app on HTTP, and a pipeline that takes what Slack sends by HTTP. What takes
 * seconds at Slack happens when {@link #alarms} is told; a minute of event time passes in a
 * millisecond.
 */
final class AppStage implements AutoCloseable {
  static final ObjectMapper MAPPER = new ObjectMapper();

  private static final double MINUTE_IN_A_MILLISECOND = 60_000;

  final Faults faults = new Faults(1);
  final SlackCredentials credentials = SlackCredentials.of(1);
  final SlackWorkspace workspace = new SlackWorkspace("acme", RunningSlack.STOPPED_CLOCK, faults);
  final String channel = workspace.createChannel("event-summit");
  final String ada = workspace.addPerson("Ada Lovelace", "ada@example.com");
  final Receiver pipeline = new Receiver();
  final ManualAlarms alarms = new ManualAlarms();

  /** {@code delivery attempt status}, in order. */
  final List<String> told = new CopyOnWriteArrayList<>();

  final WebhookSender sender =
      new WebhookSender(MINUTE_IN_A_MILLISECOND, 10_000, faults, this::told);
  final SlackApp app;
  private final HttpClient http = HttpClient.newHttpClient();
  private final SlackDoor door;
  private final MockServer server;

  AppStage() {
    this(RequestUrls.STANDARD, RateLimits.off());
  }

  AppStage(RequestUrls urls, RateLimits limits) {
    this(urls, limits, RunningSlack.STOPPED_CLOCK);
  }

  /** With signatures that a real app takes for new. */
  AppStage(Clock clock) {
    this(RequestUrls.STANDARD, RateLimits.off(), clock);
  }

  private AppStage(RequestUrls urls, RateLimits limits, Clock clock) {
    // Before the app is told of anything.
    workspace.join(channel, ada);
    var wiring = new AppWiring(sender, this::told, faults, limits, clock, 1, urls, this::slackUrl);
    var timing = new Timing(clock, alarms::nanos, 1, alarms);
    app = new SlackApp(new Identity(workspace, credentials), wiring, timing, new WallAlarms());
    var paths = new ArrayList<SlackPath>(app.paths());
    paths.add(new SlackApi(workspace, credentials, limits, app.methods()));
    door = new SlackDoor(paths);
    server = MockServer.start(0, List.of(door), faults, CallListener.NONE);
    connect(pipeline.base());
  }

  /** From now on what goes by HTTP goes there. */
  void connect(URI pipeline) {
    sender.pipeline(pipeline);
    app.connect(pipeline);
  }

  private URI slackUrl() {
    return server.url(door);
  }

  private void told(Webhook webhook, int attempt, int status, long nanos) {
    told.add(webhook.delivery().substring(0, 2) + " " + attempt + " " + status);
  }

  /** Slack's Java SDK, made to fail on anything it doesn't know. */
  Slack sdk() {
    var config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(slackUrl() + "/api/");
    config.setFailOnUnknownProperties(true);
    config.setLibraryMaintainerMode(true);
    return Slack.getInstance(config);
  }

  /** A call of the Web API with that token, JSON in and out. */
  ObjectNode call(String token, String method, String json) {
    var request =
        HttpRequest.newBuilder(URI.create(slackUrl() + "/api/" + method))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json));
    return (ObjectNode) read(send(request).body());
  }

  /** A call of the Web API by the bot. */
  ObjectNode call(String method, String json) {
    return call(credentials.botToken(), method, json);
  }

  /** The address of a new connection. */
  URI link() {
    var opened = call(credentials.appToken(), "apps.connections.open", "");
    return URI.create(opened.path("url").asText());
  }

  /** An open connection that has been greeted. */
  SocketClient connect() {
    var client = SocketClient.connect(link());
    client.next("hello");
    return client;
  }

  HttpResponse<String> post(String url, String type, String body) {
    return send(
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body)));
  }

  HttpResponse<String> postJson(String url, String body) {
    return post(url, "application/json", body);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  /** Something ada writes in the channel. */
  String write(String text) {
    return workspace.post(ada, channel, text, Optional.empty()).orElseThrow();
  }

  /** A message of the bot with these blocks; its ts. */
  String postBlocks(String blocks) {
    var message = "{\"channel\":\"%s\",\"text\":\"look\",\"blocks\":%s}".formatted(channel, blocks);
    return call("chat.postMessage", message).path("ts").asText();
  }

  /** What was said in the channel, newest first, as the bot sees it. */
  JsonNode history() {
    var all = MAPPER.createArrayNode();
    call("conversations.history", "{\"channel\":\"" + channel + "\"}")
        .path("messages")
        .forEach(
            message -> {
              if (!message.path("subtype").asText().equals("channel_join")) {
                all.add(message);
              }
            });
    return all;
  }

  /** What came of something; fails if that takes long. */
  static Outcome of(CompletableFuture<Outcome> outcome) {
    return outcome.orTimeout(10, TimeUnit.SECONDS).join();
  }

  /** The last interaction that the pipeline was told by HTTP. */
  JsonNode interaction() {
    return read(FormData.parse(last("payload=")).get("payload").getFirst());
  }

  /** The last slash command that the pipeline was told by HTTP. */
  Map<String, List<String>> command() {
    return FormData.parse(last("token="));
  }

  /** Events come between them. */
  private String last(String start) {
    return pipeline.bodies.stream()
        .filter(body -> body.startsWith(start))
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  static JsonNode read(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (IOException notJson) {
      throw new AssertionError(json, notJson);
    }
  }

  @Override
  public void close() {
    sender.close();
    app.close();
    server.close();
    pipeline.close();
    http.close();
  }
}
