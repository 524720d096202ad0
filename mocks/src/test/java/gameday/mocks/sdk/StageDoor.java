package gameday.mocks.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * How a program in another language has the stage's people act: {@code POST /act} with what they
 * do, {@code GET /facts}. It exists in tests only.
 */
final class StageDoor implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Stage stage;
  private final HttpServer server;

  StageDoor(Stage stage) {
    this.stage = stage;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
    server.createContext("/facts", exchange -> answer(exchange, MAPPER.valueToTree(stage.facts())));
    server.createContext("/act", this::act);
    server.start();
  }

  /** Its base URL. */
  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void act(HttpExchange exchange) throws IOException {
    var answer = MAPPER.createObjectNode();
    try {
      answer.set("result", stage.people.act(MAPPER.readTree(exchange.getRequestBody())));
    } catch (RuntimeException trouble) {
      answer.put("trouble", trouble.toString());
    }
    answer(exchange, answer);
  }

  private static void answer(HttpExchange exchange, JsonNode json) throws IOException {
    var bytes = json.toString().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
