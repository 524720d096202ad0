package gameday.mocks.delivery;

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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A pipeline that writes down what it gets and answers as told. */
public final class Receiver implements AutoCloseable {
  /** Bodies in order of arrival. */
  public final List<String> bodies = new CopyOnWriteArrayList<>();

  /** Headers of each request, by lower-case name, in order of arrival. */
  public final List<Map<String, String>> headers = new CopyOnWriteArrayList<>();

  /** Paths, in order of arrival. */
  public final List<String> paths = new CopyOnWriteArrayList<>();

  /** What is answered, whatever comes. */
  public volatile int status = 200;

  /** Body of the answer, given the request's body. */
  public volatile java.util.function.UnaryOperator<String> answer = body -> "";

  /** Headers of the answer. */
  public final Map<String, String> answerHeaders = new ConcurrentHashMap<>();

  /** Bodies whose answer waits for a latch. */
  public final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();

  /** Enough for a burst; an overflow makes the kernel retry after seconds. */
  private static final int BACKLOG = 1_024;

  private final HttpServer server;

  /** Starts to listen. */
  public Receiver() {
    try {
      server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::take);
    server.start();
  }

  /** Its base URL. */
  public URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    held.values().forEach(CountDownLatch::countDown);
    server.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var names = new ConcurrentHashMap<String, String>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> names.put(name.toLowerCase(), values.getFirst()));
    // Together, so that the n-th headers and the n-th body are one request's.
    synchronized (bodies) {
      paths.add(exchange.getRequestURI().getPath());
      headers.add(names);
      bodies.add(body);
    }
    if (held.containsKey(body)) {
      try {
        held.get(body).await();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
    answerHeaders.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    var bytes = answer.apply(body).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
