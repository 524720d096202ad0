package gameday.contract;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/** Stands before a pipeline, passes on what comes, and remembers it with the pipeline's answer. */
final class Between implements AutoCloseable {
  /**
   * A request and its answer.
   *
   * @param headers the request's, by name in lower case
   * @param contentType the answer's, or an empty text
   */
  record Exchange(
      String method,
      String path,
      Map<String, String> headers,
      byte[] body,
      int status,
      String contentType,
      byte[] answer) {}

  private static final int NO_PIPELINE = 502;

  final Queue<Exchange> exchanges = new ConcurrentLinkedQueue<>();
  private final HttpServer server;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final int target;

  Between() throws IOException {
    target = freePort();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::passOn);
    server.start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  /** Where whoever calls the pipeline calls. */
  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Where the pipeline must listen. */
  int target() {
    return target;
  }

  private void passOn(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    Map<String, String> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    try (exchange) {
      HttpResponse<byte[]> answer = ask(exchange, headers, body);
      String type = answer.headers().firstValue("Content-Type").orElse("");
      exchanges.add(
          new Exchange(
              exchange.getRequestMethod(),
              exchange.getRequestURI().getPath(),
              headers,
              body,
              answer.statusCode(),
              type,
              answer.body()));
      if (!type.isEmpty()) {
        exchange.getResponseHeaders().set("Content-Type", type);
      }
      byte[] text = answer.body();
      exchange.sendResponseHeaders(answer.statusCode(), text.length == 0 ? -1 : text.length);
      exchange.getResponseBody().write(text);
    } catch (IOException notThere) {
      exchange.sendResponseHeaders(NO_PIPELINE, -1);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpResponse<byte[]> ask(HttpExchange exchange, Map<String, String> headers, byte[] body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + target + exchange.getRequestURI()))
            .method(
                exchange.getRequestMethod(),
                body.length == 0
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    headers.forEach(
        (name, value) -> {
          if (!List.of("host", "connection", "content-length", "upgrade", "http2-settings")
              .contains(name)) {
            request.header(name, value);
          }
        });
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException perhapsStale) {
      // A kept connection may just have been closed at the other end.
      return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
  }

  @Override
  public void close() {
    server.stop(0);
    client.shutdownNow();
  }
}
