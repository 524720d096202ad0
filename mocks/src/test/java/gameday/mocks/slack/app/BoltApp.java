package gameday.mocks.slack.app;

import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.bolt.util.SlackRequestParser;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.socket_mode.SocketModeClient;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** An app made with Bolt for Java, as anybody would write it, behind HTTP or Socket Mode. */
final class BoltApp implements AutoCloseable {
  private static final String VIEW =
      """
      {"type":"modal","callback_id":"issue","private_metadata":"i-7",
       "title":{"type":"plain_text","text":"Issue"},
       "submit":{"type":"plain_text","text":"Send"},
       "blocks":[{"type":"input","block_id":"what","label":{"type":"plain_text","text":"What?"},
         "element":{"type":"plain_text_input","action_id":"text"}}]}
      """;

  /** What the app saw, in order. */
  final List<String> seen = new CopyOnWriteArrayList<>();

  private final App app;
  private final Ending ending;

  private BoltApp(AppStage stage, Door door) throws Exception {
    app = app(stage);
    ending = door.open(stage, app);
  }

  static BoltApp byHttp(AppStage stage) throws Exception {
    return new BoltApp(stage, BoltApp::serve);
  }

  static BoltApp bySocket(AppStage stage) throws Exception {
    return new BoltApp(stage, BoltApp::connect);
  }

  private App app(AppStage stage) {
    var config =
        AppConfig.builder()
            .slack(stage.sdk())
            .signingSecret(stage.credentials.signingSecret())
            .singleTeamBotToken(stage.credentials.botToken())
            .build();
    var made = new App(config);
    made.event(
        MessageEvent.class,
        (payload, ctx) -> {
          seen.add(payload.getEvent().getUser() + " wrote " + payload.getEvent().getText());
          return ctx.ack();
        });
    made.command(
        "/status", (request, ctx) -> ctx.ack("all is well with " + request.getPayload().getText()));
    made.command(
        "/shout",
        (request, ctx) ->
            ctx.ack(answer -> answer.responseType("in_channel").text("for all to read")));
    made.blockAction(
        "take",
        (request, ctx) -> {
          var value = request.getPayload().getActions().getFirst().getValue();
          ctx.respond(answer -> answer.replaceOriginal(true).text("took " + value));
          return ctx.ack();
        });
    made.globalShortcut(
        "open",
        (request, ctx) -> {
          var trigger = request.getPayload().getTriggerId();
          var opened = ctx.client().viewsOpen(call -> call.triggerId(trigger).viewAsString(VIEW));
          seen.add("opened " + opened.isOk());
          return ctx.ack();
        });
    made.viewSubmission(
        "issue",
        (request, ctx) -> {
          var view = request.getPayload().getView();
          var text = view.getState().getValues().get("what").get("text").getValue();
          seen.add(view.getPrivateMetadata() + " " + text);
          return text.length() < 3 ? ctx.ackWithErrors(Map.of("what", "too short")) : ctx.ack();
        });
    return made;
  }

  private static Ending serve(AppStage stage, App app) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    var parser = new SlackRequestParser(app.config());
    server.createContext("/slack/events", exchange -> take(exchange, app, parser));
    app.start();
    server.start();
    stage.connect(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    return () -> server.stop(0);
  }

  private static void take(HttpExchange exchange, App app, SlackRequestParser parser)
      throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var request =
        SlackRequestParser.HttpRequest.builder()
            .requestUri(exchange.getRequestURI().getPath())
            .queryString(Map.of())
            .requestBody(body)
            .headers(new RequestHeaders(exchange.getRequestHeaders()))
            .remoteAddress("127.0.0.1")
            .build();
    try {
      var response = app.run(parser.parse(request));
      exchange.getResponseHeaders().set("Content-Type", response.getContentType());
      var text = response.getBody() == null ? "" : response.getBody();
      var bytes = text.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(response.getStatusCode(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (Exception broken) {
      exchange.sendResponseHeaders(500, -1);
    } finally {
      exchange.close();
    }
  }

  private static Ending connect(AppStage stage, App app) throws Exception {
    var sockets =
        new SocketModeApp(
            stage.credentials.appToken(), SocketModeClient.Backend.JavaWebSocket, app);
    sockets.startAsync();
    return sockets::close;
  }

  @Override
  public void close() {
    try {
      ending.close();
      app.stop();
      app.slack().close();
    } catch (Exception trouble) {
      throw new IllegalStateException(trouble);
    }
  }

  private interface Door {
    Ending open(AppStage stage, App app) throws Exception;
  }

  private interface Ending {
    void close() throws Exception;
  }
}
