package gameday.mocks.slack.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.http.FormData;
import gameday.mocks.slack.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Socket Mode: connections that the app opens, and what Slack tells it through them. The server
 * starts when the app first asks for a connection.
 *
 * <p>Once the app has opened a connection, everything goes by sockets until {@link #turnOff()}:
 * what comes while none is open fails at once. Safe for use by many threads.
 */
public final class SocketMode implements AutoCloseable {
  static final String HOST = "applink-gameday";

  private static final String LINK = "/link/?";
  private static final int MOST_CONNECTIONS = 10;
  private static final Duration GRACE = Duration.ofSeconds(10);

  /** What Slack tells new connections; nobody knows what they do with it. */
  private static final int BUILD_NUMBER = 10;

  private static final int CONNECTION_TIME_SECONDS = 18_060;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final String appId;
  private final Secrets secrets;
  private final Tickets tickets;
  private final Alarms alarms;

  /** What waits for an acknowledgement, by envelope; at most what callers have under way. */
  private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();

  private final List<Connection> connections = new ArrayList<>();
  private Optional<SocketServer> server = Optional.empty();
  private boolean on = true;
  private boolean used;
  private int turn;

  SocketMode(String appId, Secrets secrets, Timing timing) {
    this.appId = appId;
    this.secrets = secrets;
    this.tickets = new Tickets(secrets, timing);
    this.alarms = timing.alarms();
  }

  /** How many connections take payloads at the moment. */
  public synchronized int connections() {
    return connections.size();
  }

  /** Whether the app is told things by sockets, open or not. */
  public synchronized boolean isUsed() {
    return used;
  }

  /** Warns every connection that it will end in ten seconds; then it is asked to come anew. */
  public void warn() {
    var warned = open();
    warned.forEach(connection -> connection.send(disconnect("warning")));
    alarms.in(GRACE, () -> warned.forEach(this::refresh));
  }

  /** Asks every connection to come anew; they get nothing more, and end within ten seconds. */
  public void refresh() {
    open().forEach(this::refresh);
  }

  /** Turns Socket Mode off in the app's settings: connections end, and HTTP is used from now on. */
  public void turnOff() {
    List<Connection> ended;
    synchronized (this) {
      on = false;
      used = false;
      ended = open();
      connections.clear();
    }
    for (var connection : ended) {
      connection.send(disconnect("link_disabled"));
      connection.close();
    }
  }

  /** Turns it on again; it is used from the app's next connection on. */
  public synchronized void turnOn() {
    on = true;
  }

  /** Ends all connections and the server. */
  @Override
  public void close() {
    Optional<SocketServer> ended;
    synchronized (this) {
      on = false;
      ended = server;
      server = Optional.empty();
    }
    ended.ifPresent(SocketServer::end);
  }

  // ---- for the Web API ----

  /** Answers {@code apps.connections.open}. */
  synchronized ObjectNode openConnection() {
    if (!on) {
      return Reply.error("access_denied");
    }
    if (server.isEmpty()) {
      server = Optional.of(SocketServer.start(this, alarms, SocketServer.PING_SECONDS));
    }
    var ticket = "ticket=%s&app_id=%s".formatted(tickets.issue(), appId);
    return Reply.ok().put("url", "ws://127.0.0.1:" + server.get().port() + LINK + ticket);
  }

  // ---- for what tells the app ----

  /** Sends one payload by any one connection; completes, never exceptionally, within 3 s. */
  CompletableFuture<Receipt> send(Parcel parcel) {
    var connection = next();
    if (connection.isEmpty()) {
      return CompletableFuture.completedFuture(Receipt.NO_CONNECTION);
    }
    var id = envelopeId();
    var answer = new CompletableFuture<Receipt>();
    waiting.put(id, new Waiting(connection.get(), answer));
    var alarm = alarms.in(Timing.PATIENCE, () -> end(id, Receipt.TIMEOUT));
    answer.thenRun(alarm::cancel);
    if (!connection.get().send(parcel.envelope(id).toString()) || connection.get().isGone()) {
      end(id, Receipt.NO_CONNECTION);
    }
    return answer;
  }

  private synchronized Optional<Connection> next() {
    return connections.isEmpty()
        ? Optional.empty()
        : Optional.of(connections.get(Math.floorMod(turn++, connections.size())));
  }

  private String envelopeId() {
    var seed = secrets.next("envelope").getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(seed).toString();
  }

  private void end(String envelopeId, Receipt how) {
    Optional.ofNullable(waiting.remove(envelopeId)).ifPresent(that -> that.answer().complete(how));
  }

  // ---- for the server ----

  /** Whether a request for a connection, path and query, has a ticket that is good. */
  boolean admits(String resource) {
    return resource.startsWith(LINK)
        && FormData.parse(resource.substring(LINK.length()))
            .getOrDefault("ticket", List.of())
            .stream()
            .anyMatch(tickets::redeem);
  }

  void opened(Connection connection) {
    synchronized (this) {
      if (on && connections.size() < MOST_CONNECTIONS) {
        used = true;
        // Under the lock: nothing may come before it.
        connection.send(hello(connections.size() + 1));
        connections.add(connection);
        return;
      }
    }
    connection.send(disconnect(on() ? "too_many_websockets" : "link_disabled"));
    connection.close();
  }

  /** The app said something; what is no acknowledgement of something that waits says nothing. */
  void said(String message) {
    JsonNode said;
    try {
      said = MAPPER.readTree(message);
    } catch (JsonProcessingException noJson) {
      return;
    }
    end(said.path("envelope_id").asText(), new Receipt(true, said.path("payload"), ""));
  }

  void closed(Connection connection) {
    synchronized (this) {
      connections.remove(connection);
    }
    connection.end();
    waiting.forEach(
        (id, that) -> {
          if (that.connection() == connection) {
            end(id, Receipt.NO_CONNECTION);
          }
        });
  }

  private synchronized List<Connection> open() {
    return List.copyOf(connections);
  }

  private synchronized boolean on() {
    return on;
  }

  private void refresh(Connection connection) {
    synchronized (this) {
      if (!connections.remove(connection)) {
        return;
      }
    }
    connection.send(disconnect("refresh_requested"));
    alarms.in(GRACE, connection::close);
  }

  private String hello(int count) {
    var hello = MAPPER.createObjectNode().put("type", "hello").put("num_connections", count);
    hello
        .putObject("debug_info")
        .put("host", HOST)
        .put("build_number", BUILD_NUMBER)
        .put("approximate_connection_time", CONNECTION_TIME_SECONDS);
    hello.putObject("connection_info").put("app_id", appId);
    return hello.toString();
  }

  private static String disconnect(String reason) {
    var disconnect = MAPPER.createObjectNode().put("type", "disconnect").put("reason", reason);
    disconnect.putObject("debug_info").put("host", HOST);
    return disconnect.toString();
  }

  private record Waiting(Connection connection, CompletableFuture<Receipt> answer) {}

  /**
   * How a payload was received.
   *
   * @param taken whether it was acknowledged
   * @param payload what came with the acknowledgement; a missing node if nothing did
   * @param reason why it wasn't
   */
  record Receipt(boolean taken, JsonNode payload, String reason) {
    static final Receipt TIMEOUT = new Receipt(false, MissingNode.getInstance(), "timeout");
    static final Receipt NO_CONNECTION =
        new Receipt(false, MissingNode.getInstance(), "connection_failed");
  }
}
