package gameday.mocks.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.mocks.faults.Faults;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RawBodiesTest {
  private final MockServer server =
      MockServer.start(0, List.of(new Mirror()), new Faults(1), CallListener.NONE);
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  /** Gives a body back, and in a header the type under which it came. */
  private static final class Mirror implements Service {
    @Override
    public String name() {
      return "mirror";
    }

    @Override
    public String prefix() {
      return "/mirror";
    }

    @Override
    public Answer answer(Call call) {
      var type = call.header("content-type").orElse("-");
      var packed = call.header("content-encoding").orElse("-");
      return new Answer(200, Map.of("X-Was", type + " " + packed), call.body(), "ok");
    }

    @Override
    public String label(Call call) {
      return "mirror";
    }

    @Override
    public boolean fromPipeline(Call call) {
      return true;
    }
  }

  private HttpResponse<byte[]> send(String type, String encoding, byte[] body) throws Exception {
    var request =
        HttpRequest.newBuilder(server.url().resolve("/mirror/x"))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofByteArray(body));
    if (!encoding.equals("-")) {
      request.header("Content-Encoding", encoding);
    }
    var answer = client.send(request.build(), BodyHandlers.ofByteArray());
    assertEquals(type + " " + encoding, answer.headers().firstValue("x-was").orElse("none"));
    return answer;
  }

  @Test
  void handsOverBodiesThatAreNotWhatTheySay() throws Exception {
    for (var type : List.of("application/x-www-form-urlencoded", "multipart/form-data; x", "a")) {
      var body = "a=%zz&%=&--".getBytes(StandardCharsets.UTF_8);

      assertArrayEquals(body, send(type, "-", body).body());
      assertArrayEquals(new byte[0], send(type, "-", new byte[0]).body());
      assertArrayEquals(body, send(type, "gzip", body).body());
    }
  }

  @Test
  void unpacksNothing() throws Exception {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write("hello".getBytes(StandardCharsets.UTF_8));
    }

    assertArrayEquals(packed.toByteArray(), send("a", "-", packed.toByteArray()).body());
    assertArrayEquals(packed.toByteArray(), send("a", "gzip", packed.toByteArray()).body());
  }

  @Test
  void handsOverBodiesThatComeInPieces() throws Exception {
    var body = new byte[MockServer.BODY_LIMIT];
    new SplittableRandom(1).nextBytes(body);

    assertArrayEquals(body, send("a", "-", body).body());
  }

  @Test
  void readsNoMoreOfAnEndlessBodyThanItMust() throws Exception {
    var endless = new Endless();
    var request =
        HttpRequest.newBuilder(server.url().resolve("/mirror/x"))
            .POST(BodyPublishers.ofInputStream(() -> endless))
            .build();

    var status = 0;
    try {
      status = client.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException hungUp) {
      status = 413;
    }

    assertEquals(413, status);
    assertTrue(endless.given < 64L << 20, () -> endless.given + " bytes");
  }

  private static final class Endless extends InputStream {
    private volatile long given;

    @Override
    public int read() {
      given++;
      return 'a';
    }

    @Override
    public int read(byte[] into, int from, int most) {
      given += most;
      return most;
    }
  }

  @Test
  void answersBeforeAnEndlessBodyEnds() throws Exception {
    try (var socket = new Socket("127.0.0.1", server.port())) {
      socket.setSoTimeout(10_000);
      var out = socket.getOutputStream();
      out.write(
          "POST /mirror/x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes());
      var chunk = ("10000\r\n" + "a".repeat(65_536) + "\r\n").getBytes();
      for (var n = 0; n < 20; n++) {
        out.write(chunk);
      }
      out.flush();

      var answer = new byte[12];
      assertEquals(12, socket.getInputStream().readNBytes(answer, 0, 12));
      assertEquals("HTTP/1.1 413", new String(answer, StandardCharsets.US_ASCII));
    }
  }
}
