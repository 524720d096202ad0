package gameday.mocks.slack.app;

import java.nio.ByteBuffer;
import java.util.Collection;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.CloseFrame;

/** One open connection of the app. What it doesn't read waits, up to a bound; then it is cut. */
final class Connection {
  private static final int MOST_WAITING_FRAMES = 256;
  private static final int MOST_WAITING_BYTES = 4 << 20;

  private final WebSocketImpl socket;
  private volatile boolean gone;

  Connection(WebSocketImpl socket) {
    this.socket = socket;
  }

  /** Puts a message on its way; false if the connection has ended or doesn't read. */
  boolean send(String message) {
    if (!hasRoom()) {
      return false;
    }
    try {
      socket.send(message);
      return true;
    } catch (WebsocketNotConnectedException closed) {
      return false;
    }
  }

  /** Whether one more frame may wait; if not, the connection is cut. */
  boolean hasRoom() {
    if (!isFull(socket.outQueue)) {
      return true;
    }
    socket.closeConnection(CloseFrame.ABNORMAL_CLOSE, "reads too slowly");
    return false;
  }

  static boolean isFull(Collection<ByteBuffer> waiting) {
    return waiting.size() >= MOST_WAITING_FRAMES
        || waiting.stream().mapToLong(ByteBuffer::remaining).sum() >= MOST_WAITING_BYTES;
  }

  /** Ends it once what waits is sent. */
  void close() {
    socket.close(CloseFrame.NORMAL);
  }

  /** Whether it has ended. */
  boolean isGone() {
    return gone;
  }

  void end() {
    gone = true;
  }
}
