package gameday.mocks.slack.app;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the server makes of callers that are no WebSocket clients, or bad ones. */
class SocketServerTest {
  private static final int A_SECOND = 1;
  private static final Duration LONG = Duration.ofSeconds(20);

  private final ManualAlarms alarms = new ManualAlarms();
  private final Timing timing = new Timing(java.time.Clock.systemUTC(), alarms::nanos, 1, alarms);
  private final SocketMode mode = new SocketMode("A1", new Secrets("seed"), timing);
  private final URI link = link();
  private final List<Socket> sockets = new ArrayList<>();

  @AfterEach
  void stop() throws IOException {
    for (var socket : sockets) {
      socket.close();
    }
    mode.close();
  }

  private URI link() {
    return URI.create(mode.openConnection().path("url").asText());
  }

  private Socket connect() throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), link.getPort());
    socket.setSoTimeout((int) LONG.toMillis());
    sockets.add(socket);
    return socket;
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }

  /** What came until the server ended the connection. */
  private static String rest(Socket socket) throws IOException {
    try {
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (java.net.SocketException reset) {
      return "";
    }
  }

  private static String handshake(String resource) {
    return """
        GET %s HTTP/1.1
        Host: 127.0.0.1
        Upgrade: websocket
        Connection: Upgrade
        Sec-WebSocket-Version: 13
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==

        """
        .formatted(resource)
        .replace("\n", "\r\n");
  }

  @Test
  void refusesABadTicketWithoutATrace() throws IOException {
    var socket = connect();

    write(socket, handshake("/link/?ticket=%zz&ticket="));
    await().until(() -> socket.getInputStream().available() > 0);
    alarms.pass(Duration.ofSeconds(10));

    assertTrue(rest(socket).startsWith("HTTP/1.1 404 "));
  }

  @Test
  void endsWhatIsNoHandshake() throws IOException {
    var socket = connect();

    write(socket, "GET / HTTP/1.1\r\n\r\n");
    await().until(() -> socket.getInputStream().available() > 0);
    alarms.pass(Duration.ofSeconds(10));

    assertTrue(rest(socket).startsWith("HTTP/1.1 404 "));
  }

  @Test
  void endsAHandshakeThatIsTooLarge() throws IOException {
    var socket = connect();
    var flood = "GET / HTTP/1.1\r\n" + "X-Flood: 0123456789\r\n".repeat(1_000);

    write(socket, flood);

    assertEquals("", rest(socket));
  }

  @Test
  void endsAHandshakeThatTakesTooLong() throws IOException {
    var socket = connect();
    write(socket, "GET /link/ HTTP/1.1\r\n");
    await().until(() -> alarms.set() == 1);

    alarms.pass(Duration.ofSeconds(10));

    assertEquals("", rest(socket));
  }

  @Test
  void takesNoMoreSocketsThanItSays() throws IOException {
    for (var n = 0; n < 64; n++) {
      connect();
    }
    await().until(() -> alarms.set() == 64);

    assertEquals("", rest(connect()));

    sockets.removeFirst().close();
    var client = awaitClient();
    client.next("hello");
    client.close();
  }

  /** Connects once the server has seen that there is room. */
  private SocketClient awaitClient() {
    return await()
        .ignoreExceptions()
        .until(() -> SocketClient.connect(link()), connected -> connected != null);
  }

  @Test
  void pingsAtItsInterval() {
    var server = SocketServer.start(mode, alarms, A_SECOND);
    var ticket = link().getRawQuery();
    try (var client =
        SocketClient.connect(URI.create("ws://127.0.0.1:" + server.port() + "/link/?" + ticket))) {
      await().atMost(LONG).until(() -> client.pings.size() >= 2);

      assertEquals("Ping from applink-gameday", client.pings.getFirst());
    }
    server.end();
  }

  @Test
  void cutsAConnectionThatLeavesMuchUnread() throws IOException {
    var sent = sendUnread(1 << 20);

    // 4 MiB wait here; the rest lies in the kernel's buffers.
    assertTrue(sent < 64, "cut after " + sent + " MiB");
    assertEquals("connection_failed", mode.send(parcel(1)).join().reason());
  }

  @Test
  void countsWhatWaitsByNumberAndBySize() {
    var small = ByteBuffer.allocate(1);
    var large = ByteBuffer.allocate(1 << 20);

    assertFalse(Connection.isFull(Collections.nCopies(255, small)));
    assertTrue(Connection.isFull(Collections.nCopies(256, small)));
    assertFalse(Connection.isFull(Collections.nCopies(3, large)));
    assertTrue(Connection.isFull(Collections.nCopies(4, large)));
  }

  /**
   * How many payloads of that length were sent to a client that reads nothing, until it was cut.
   */
  private int sendUnread(int length) throws IOException {
    var socket = connect();
    socket.setReceiveBufferSize(1 << 10);
    write(socket, handshake(link.getRawPath() + "?" + link.getRawQuery()));
    await().until(() -> mode.connections() == 1);
    var sent = 0;
    while (mode.connections() > 0 && sent < 100_000) {
      mode.send(parcel(length));
      sent++;
    }
    return sent;
  }

  private static Parcel parcel(int length) {
    return new Parcel("events_api", new TextNode("x".repeat(length)), false, Optional.empty());
  }

  @Test
  void failsWhatWaitsWhenTheServerEnds() {
    try (var client = SocketClient.connect(link)) {
      client.next("hello");
      var waiting = mode.send(new Parcel("events_api", new TextNode("x"), false, Optional.empty()));
      client.next("events_api");

      mode.close();

      assertEquals("connection_failed", waiting.join().reason());
    }
  }
}
