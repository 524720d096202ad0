package gameday.mocks.slack.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A connection of the app, by no SDK: reads everything, answers what the test says. */
final class SocketClient implements WebSocket.Listener, AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
  private final StringBuilder part = new StringBuilder();
  final List<String> pings = new CopyOnWriteArrayList<>();
  final List<String> pongs = new CopyOnWriteArrayList<>();

  /** The code the connection ended with. */
  final CompletableFuture<Integer> closed = new CompletableFuture<>();

  private WebSocket socket;

  static SocketClient connect(URI link) {
    var client = new SocketClient();
    client.socket = HTTP.newWebSocketBuilder().buildAsync(link, client).join();
    return client;
  }

  /** The next message, which must be of that type. */
  JsonNode next(String type) {
    try {
      var message = messages.poll(10, TimeUnit.SECONDS);
      assertNotNull(message, "no message came");
      var json = AppStage.read(message);
      assertEquals(type, json.path("type").asText(), message);
      return json;
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  /** Whether nothing has come that wasn't read. */
  boolean isQuiet() {
    return messages.isEmpty();
  }

  void ack(JsonNode envelope) {
    send("{\"envelope_id\":\"" + envelope.path("envelope_id").asText() + "\"}");
  }

  void ack(JsonNode envelope, String payload) {
    send(
        "{\"envelope_id\":\"%s\",\"payload\":%s}"
            .formatted(envelope.path("envelope_id").asText(), payload));
  }

  void send(String text) {
    socket.sendText(text, true).join();
  }

  void sendBinary(byte[] bytes) {
    socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
  }

  void ping(String payload) {
    socket.sendPing(ByteBuffer.wrap(payload.getBytes(StandardCharsets.UTF_8))).join();
  }

  /** Ends the connection without a word. */
  void die() {
    socket.abort();
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
    part.append(text);
    if (last) {
      messages.add(part.toString());
      part.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onPing(WebSocket from, ByteBuffer payload) {
    pings.add(StandardCharsets.UTF_8.decode(payload).toString());
    from.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onPong(WebSocket from, ByteBuffer payload) {
    pongs.add(StandardCharsets.UTF_8.decode(payload).toString());
    from.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closed.complete(code);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable trouble) {
    closed.complete(0);
  }

  @Override
  public void close() {
    socket.abort();
  }
}
