package gameday.mocks.slack.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import org.java_websocket.WebSocketAdapter;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.WebSocketServerFactory;
import org.java_websocket.drafts.Draft;
import org.java_websocket.framing.CloseFrame;

/**
 * Bounds what the library leaves unbounded before a connection is open: how many there are, how
 * long they take, and how much they send.
 */
final class BoundedSockets implements WebSocketServerFactory {
  private static final int MOST_SOCKETS = 64;
  private static final int LARGEST_HANDSHAKE = 16 << 10;
  private static final Duration LONGEST_HANDSHAKE = Duration.ofSeconds(10);

  private final Alarms alarms;

  BoundedSockets(Alarms alarms) {
    this.alarms = alarms;
  }

  @Override
  public WebSocketImpl createWebSocket(WebSocketAdapter listener, Draft draft) {
    return new WebSocketImpl(listener, draft);
  }

  @Override
  public WebSocketImpl createWebSocket(WebSocketAdapter listener, List<Draft> drafts) {
    return new WebSocketImpl(listener, drafts);
  }

  @Override
  public ByteChannel wrapChannel(SocketChannel channel, SelectionKey key) throws IOException {
    // One more key is the server's own.
    if (key.selector().keys().size() > MOST_SOCKETS + 1) {
      throw new IOException("too many sockets");
    }
    var socket = (WebSocketImpl) key.attachment();
    alarms.in(LONGEST_HANDSHAKE, () -> endUnlessOpen(socket));
    return new Handshaking(channel, socket);
  }

  private static void endUnlessOpen(WebSocketImpl socket) {
    if (!socket.isOpen()) {
      socket.closeConnection(CloseFrame.ABNORMAL_CLOSE, "no handshake in time");
    }
  }

  @Override
  public void close() {
    // Holds nothing.
  }

  /** Reads no more than a handshake until the connection is open. */
  private static final class Handshaking implements ByteChannel {
    private final SocketChannel channel;
    private final WebSocketImpl socket;
    private int read;

    Handshaking(SocketChannel channel, WebSocketImpl socket) {
      this.channel = channel;
      this.socket = socket;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
      var count = channel.read(into);
      if (read <= LARGEST_HANDSHAKE && !socket.isOpen()) {
        read += Math.max(0, count);
        if (read > LARGEST_HANDSHAKE) {
          throw new IOException("the handshake is too large");
        }
      }
      return count;
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
      return channel.write(from);
    }

    @Override
    public boolean isOpen() {
      return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
