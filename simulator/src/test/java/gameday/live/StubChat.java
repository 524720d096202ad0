package gameday.live;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** A {@link TwoStepChat}'s server on loopback: names conversations, notes what comes. */
final class StubChat implements AutoCloseable {
  /** What came: when, on which path, which body. */
  record Came(long nanoTime, String path, String body) {}

  final List<Came> came = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private final Consumer<Came> reaction;

  StubChat(Consumer<Came> reaction) throws IOException {
    this.reaction = reaction;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 500);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    long now = System.nanoTime();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Came one = new Came(now, exchange.getRequestURI().getPath(), body);
    came.add(one);
    String key = exchange.getRequestHeaders().getFirst("X-Key");
    byte[] answer = (key == null ? "ok" : "c-" + key).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
    reaction.accept(one);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
