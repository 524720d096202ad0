package gameday.preflight;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import gameday.contract.PipelinePath;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executors;

/** Stands in for a pipeline at {@code /slack/events}: hears which messages Slack tells of. */
final class EventListener implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST = 1 << 20;
  private static final int MOST_REMEMBERED = 10_000;
  private static final long STALE_SECONDS = 300;

  private final HttpServer server;
  private final SlackSeal seal;
  private final InstantSource clock;
  private final Set<String> heard = new HashSet<>();
  private boolean heardForged;

  private EventListener(HttpServer server, SlackSeal seal, InstantSource clock) {
    this.server = server;
    this.seal = seal;
    this.clock = clock;
  }

  /** What was heard of a message. */
  enum Heard {
    IT,
    /** Something came, and its signature was wrong. */
    FORGED,
    NOTHING
  }

  /** Listens on loopback. */
  static EventListener open(int port, SlackSeal seal, InstantSource clock) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    EventListener listener = new EventListener(server, seal, clock);
    server.createContext(PipelinePath.SLACK_EVENTS, listener::take);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    return listener;
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readNBytes(LONGEST);
      String timestamp = header(exchange, "X-Slack-Request-Timestamp");
      if (!isFresh(timestamp) || !isGenuine(exchange, timestamp, body)) {
        forged();
        exchange.sendResponseHeaders(401, -1);
        return;
      }
      JsonNode event = JSON.readTree(body);
      remember(event.path("event").path("ts").asText());
      byte[] answer = event.path("challenge").asText().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
      if (answer.length > 0) {
        exchange.getResponseBody().write(answer);
      }
    }
  }

  private boolean isFresh(String timestamp) {
    return timestamp.matches("\\d{1,12}")
        && Math.abs(clock.instant().getEpochSecond() - Long.parseLong(timestamp)) <= STALE_SECONDS;
  }

  private boolean isGenuine(HttpExchange exchange, String timestamp, byte[] body) {
    return MessageDigest.isEqual(
        header(exchange, "X-Slack-Signature").getBytes(StandardCharsets.UTF_8),
        seal.sign(timestamp, body).getBytes(StandardCharsets.UTF_8));
  }

  private static String header(HttpExchange exchange, String name) {
    String value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  private synchronized void forged() {
    heardForged = true;
    notifyAll();
  }

  private synchronized void remember(String ts) {
    if (!ts.isEmpty() && heard.size() < MOST_REMEMBERED) {
      heard.add(ts);
      notifyAll();
    }
  }

  /** Waits until Slack has told of the message {@code ts}. */
  synchronized Heard await(String ts, Duration longest) throws InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    while (!heard.contains(ts)) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return heardForged ? Heard.FORGED : Heard.NOTHING;
      }
      wait(left);
    }
    return Heard.IT;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
