package gameday.preflight;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before Slack and loses the answer of every {@code chat.postMessage}. */
final class LosingProxy implements AutoCloseable {
  private final HttpServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final String behind;
  private final AtomicInteger lost = new AtomicInteger();

  private LosingProxy(HttpServer server, String behind) {
    this.server = server;
    this.behind = behind;
  }

  static LosingProxy before(String api) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    LosingProxy proxy = new LosingProxy(server, api);
    server.createContext("/api/", proxy::pass);
    server.start();
    return proxy;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/";
  }

  int lost() {
    return lost.get();
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      String method = exchange.getRequestURI().toString().substring("/api/".length());
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(behind + method))
              .method(
                  exchange.getRequestMethod(),
                  HttpRequest.BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
      for (String name : new String[] {"Authorization", "Content-Type"}) {
        String value = exchange.getRequestHeaders().getFirst(name);
        if (value != null) {
          request.header(name, value);
        }
      }
      HttpResponse<byte[]> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      boolean loses = method.equals("chat.postMessage");
      lost.addAndGet(loses ? 1 : 0);
      exchange.sendResponseHeaders(loses ? 502 : answer.statusCode(), answer.body().length);
      exchange.getResponseBody().write(answer.body());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    client.close();
  }
}
