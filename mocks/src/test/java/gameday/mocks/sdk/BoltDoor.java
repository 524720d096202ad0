package gameday.mocks.sdk;

import com.slack.api.bolt.App;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.util.SlackRequestParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/** Gives Bolt's requests to an app by the JDK's own server: what Bolt has for that is too old. */
final class BoltDoor implements AutoCloseable {
  private final App app;
  private final SlackRequestParser parser;
  private final HttpServer server;

  BoltDoor(App app) {
    this.app = app;
    this.parser = new SlackRequestParser(app.config());
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/slack/events", this::take);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void take(HttpExchange exchange) throws IOException {
    try {
      var request =
          parser.parse(
              SlackRequestParser.HttpRequest.builder()
                  .requestUri(exchange.getRequestURI().toString())
                  .queryString(Map.of())
                  .headers(new RequestHeaders(Map.copyOf(exchange.getRequestHeaders())))
                  .requestBody(
                      new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
                  .remoteAddress(exchange.getRemoteAddress().getAddress().getHostAddress())
                  .build());
      var response = app.run(request);
      response
          .getHeaders()
          .forEach((name, values) -> exchange.getResponseHeaders().put(name, values));
      exchange.getResponseHeaders().put("Content-Type", List.of(response.getContentType()));
      answer(exchange, response.getStatusCode(), response.getBody());
    } catch (Exception failure) {
      answer(exchange, 500, failure.toString());
    }
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
