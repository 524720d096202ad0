package gameday.mocks.slack.app;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.java_websocket.WebSocket;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.drafts.Draft;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.framing.PingFrame;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.ServerHandshakeBuilder;
import org.java_websocket.protocols.Protocol;
import org.java_websocket.server.WebSocketServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The WebSocket server behind Socket Mode, on a loopback port of its own. */
final class SocketServer extends WebSocketServer {
  /** The largest message taken, in bytes; a larger one ends its connection. */
  static final int LARGEST_MESSAGE = 1 << 20;

  /** Slack's clients end a connection on which no ping has come for 30 s. */
  static final int PING_SECONDS = 10;

  private static final int STOP_MILLIS = 1_000;
  private static final Logger LOG = LoggerFactory.getLogger(SocketServer.class);

  private final SocketMode mode;
  private final CompletableFuture<Integer> port = new CompletableFuture<>();

  private SocketServer(SocketMode mode, Alarms alarms, int pingSeconds) {
    super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1, drafts());
    this.mode = mode;
    setDaemon(true);
    setReuseAddr(true);
    setTcpNoDelay(true);
    setWebSocketFactory(new BoundedSockets(alarms));
    // Pings at that interval, and ends connections that don't answer.
    setConnectionLostTimeout(pingSeconds);
  }

  private static List<Draft> drafts() {
    return List.of(new Draft_6455(List.of(), List.of(new Protocol("")), LARGEST_MESSAGE));
  }

  /** Starts to listen. */
  static SocketServer start(SocketMode mode, Alarms alarms, int pingSeconds) {
    var server = new SocketServer(mode, alarms, pingSeconds);
    server.start();
    server.port.join();
    return server;
  }

  int port() {
    return port.join();
  }

  /** Ends all connections. */
  void end() {
    try {
      stop(STOP_MILLIS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void onStart() {
    port.complete(getPort());
  }

  @Override
  public ServerHandshakeBuilder onWebsocketHandshakeReceivedAsServer(
      WebSocket socket, Draft draft, ClientHandshake request) throws InvalidDataException {
    if (!mode.admits(request.getResourceDescriptor())) {
      throw new InvalidDataException(CloseFrame.POLICY_VALIDATION, "no such ticket");
    }
    return super.onWebsocketHandshakeReceivedAsServer(socket, draft, request);
  }

  @Override
  public void onOpen(WebSocket socket, ClientHandshake request) {
    var connection = new Connection((WebSocketImpl) socket);
    socket.setAttachment(connection);
    mode.opened(connection);
  }

  @Override
  public void onMessage(WebSocket socket, String message) {
    mode.said(message);
  }

  @Override
  public void onMessage(WebSocket socket, ByteBuffer message) {
    // Slack's side is text only.
  }

  @Override
  public void onClose(WebSocket socket, int code, String reason, boolean remote) {
    Connection connection = socket.getAttachment();
    if (connection != null) {
      mode.closed(connection);
    }
  }

  @Override
  public void onWebsocketPing(WebSocket socket, Framedata ping) {
    Connection connection = socket.getAttachment();
    if (connection != null && connection.hasRoom()) {
      super.onWebsocketPing(socket, ping);
    }
  }

  @Override
  public PingFrame onPreparePing(WebSocket socket) {
    var ping = new PingFrame();
    ping.setPayload(
        ByteBuffer.wrap(("Ping from " + SocketMode.HOST).getBytes(StandardCharsets.UTF_8)));
    return ping;
  }

  @Override
  public void onError(WebSocket socket, Exception trouble) {
    if (socket == null && !port.completeExceptionally(trouble)) {
      LOG.error("the socket server broke", trouble);
    }
    // Trouble with one connection is that connection's: it closes.
  }
}
