package gameday.pipeline.server;

import com.slack.api.Slack;
import com.slack.api.socket_mode.impl.SocketModeClientJavaWSImpl;
import com.slack.api.socket_mode.queue.impl.ConcurrentLinkedMessageQueue;
import java.net.URISyntaxException;
import java.util.function.BiConsumer;

/**
 * One connection by Slack's client, without the client's unbounded queue and its ten threads: what
 * comes is heard on the connection's own thread, in order, and who is slow slows the sender.
 */
final class SocketClient extends SocketModeClientJavaWSImpl {
  private static final long NEVER = Long.MAX_VALUE;

  private final BiConsumer<SocketClient, String> ear;

  /**
   * @param url as {@code apps.connections.open} told it
   * @param ear hears every text that comes
   */
  SocketClient(Slack slack, String appToken, String url, BiConsumer<SocketClient, String> ear)
      throws URISyntaxException {
    super(slack, appToken, url, 0, new ConcurrentLinkedMessageQueue(), false, false, NEVER);
    this.ear = ear;
  }

  @Override
  public void enqueueMessage(String message) {
    ear.accept(this, message);
  }
}
