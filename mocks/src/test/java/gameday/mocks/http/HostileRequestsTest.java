package gameday.mocks.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.mocks.faults.Fault;
import gameday.mocks.faults.Faults;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that no decent client would send, written to the socket by hand. */
class HostileRequestsTest {
  @TempDir Path folder;

  private static final int PATIENCE_MILLIS = 10_000;

  private final Echo echo = new Echo("echo");
  private final Faults faults = new Faults(1);
  private final MockServer server = MockServer.start(0, List.of(echo), faults, new RecordedCalls());

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GARBAGE\r\n\r\n",
        "GET\r\n\r\n",
        "POST /echo/x HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
        "POST /echo/x HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n",
        "POST /echo/x HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
        "POST /echo/x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "POST /echo/x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: nonsense\r\n\r\n",
        "GET /echo/%zz HTTP/1.1\r\nHost: a\r\nBad Header\r\n\r\n",
        "GET /echo/\u0000 HTTP/1.1\r\nHost: a\r\n\r\n",
        "POST /echo/x HTTP/9.9\r\nHost: a\r\n\r\n",
        "GET /echo/x HTTP/1.1\r\nHost: a\r\n folded\r\n: empty\r\n\r\n"
      })
  void refusesWhatIsNoRequest(String request) throws IOException {
    var answer = send(request);

    assertRefused(answer);
    assertEquals(0, echo.carriedOut.get());
  }

  @Test
  void refusesAFloodOfHeaders() throws IOException {
    var flood = new StringBuilder("POST /echo/x HTTP/1.1\r\nHost: a\r\n");
    for (int i = 0; i < 2_000; i++) {
      flood.append("X-Flood-").append(i).append(": ").append("a".repeat(50)).append("\r\n");
    }

    assertTrue(send(flood + "\r\n").startsWith("HTTP/1.1 431 "));
    assertEquals(0, echo.carriedOut.get());
  }

  @Test
  void refusesAPathThatIsTooLong() throws IOException {
    assertTrue(
        send("GET /echo/" + "a".repeat(100_000) + " HTTP/1.1\r\nHost: a\r\n\r\n")
            .startsWith("HTTP/1.1 414 "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/__files/x", "//echo/x", "/echo%2fx",
        "/__admin/mappings", "/__admin/../echo", "/;/echo/x", "/.%00/", "/echo/../__admin/mappings"
      })
  void givesNothingAwayBehindOddPaths(String path) throws IOException {
    var answer = send("GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

    var own = path.startsWith("/echo/") && answer.startsWith("HTTP/1.1 201 ");
    if (!own) {
      assertRefused(answer);
    }
    assertFalse(answer.contains("root:"), answer);
    assertFalse(answer.contains("\"mappings\""), answer);
  }

  @Test
  void endsABodyThatIsTooLargeHoweverItIsSent() throws IOException {
    var announced = "POST /echo/x HTTP/1.1\r\nHost: a\r\nContent-Length: 2000000000\r\n\r\nabc";
    assertTrue(send(announced).startsWith("HTTP/1.1 413 "));
    assertTrue(send(chunked()).startsWith("HTTP/1.1 413 "));

    faults.begin("echo", new Fault.Errors(0, 500));
    assertTrue(send(announced).startsWith("HTTP/1.1 413 "));
    assertTrue(send(chunked()).startsWith("HTTP/1.1 413 "));
    assertEquals(0, echo.carriedOut.get());
  }

  @Test
  void survivesRandomBytes() throws IOException {
    var seed = 20_261_124L;
    System.out.println("random bytes by seed " + seed);
    var chance = new Random(seed);
    for (int i = 0; i < 200; i++) {
      var bytes = new byte[1 + chance.nextInt(400)];
      chance.nextBytes(bytes);
      sendBytes(bytes);
    }

    assertTrue(
        send("GET /echo/x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            .startsWith("HTTP/1.1 201 "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Type: application/x-www-form-urlencoded\r\n|text=%zz&a=%",
        "Content-Type: application/x-www-form-urlencoded\r\n|text=\u00ff\u00fe%c3",
        "Content-Type: multipart/form-data; boundary=x\r\n|--x\r\nbroken",
        "Content-Type: multipart/form-data\r\n|no boundary",
        "Content-Type: \u0001/;;;\r\n|x",
        "Content-Encoding: gzip\r\n|not gzip at all",
        "Content-Type: application/json\r\n|{\"a\":"
      })
  void handsOnOrRefusesAnyBodyWhetherAFaultIsOnOrNot(String request) throws IOException {
    var parts = request.split("\\|", 2);
    var whole =
        "POST /echo/x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
            + parts[0]
            + "Content-Length: "
            + parts[1].length()
            + "\r\n\r\n"
            + parts[1];

    assertHandedOnOrRefused(send(whole));
    faults.begin("echo", new Fault.Errors(0, 500));
    assertHandedOnOrRefused(send(whole));
    try (var withStubs = MockServer.start(stubbed(), List.of(echo), faults, new RecordedCalls())) {
      assertHandedOnOrRefused(sendBytes(withStubs.port(), bytes(whole)));
    }
  }

  private ServerSettings stubbed() throws IOException {
    Files.createDirectories(folder.resolve("mappings"));
    return new ServerSettings(ServerSettings.LOOPBACK, 0, Optional.of(folder));
  }

  @Test
  void givesServicesTheSameBytesWhetherAFaultIsOnOrNot() throws IOException {
    var whole =
        "POST /echo/x HTTP/1.1\r\nHost: a\r\nConnection: close\r\nX-Who: application/json\r\n"
            + "Content-Type: application/json\r\nContent-Length: 5\r\n\r\nhello";

    var usual = send(whole);
    faults.begin("echo", new Fault.Errors(0, 500));

    assertTrue(usual.endsWith("POST /x {} application/json hello"), usual);
    assertEquals(body(usual), body(send(whole)));
  }

  private static String body(String answer) {
    return answer.substring(answer.indexOf("\r\n\r\n"));
  }

  private static void assertHandedOnOrRefused(String answer) {
    assertTrue(answer.matches("(?s)HTTP/1.1 (201|4\\d\\d) .*"), answer);
    assertFalse(answer.contains("\tat "), answer);
  }

  private static String chunked() {
    var chunk = "10000\r\n" + "a".repeat(0x10000) + "\r\n";
    return "POST /echo/x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
        + chunk.repeat(18)
        + "0\r\n\r\n";
  }

  private static void assertRefused(String answer) {
    assertTrue(answer.matches("(?s)HTTP/1.1 [45]\\d\\d .*"), answer);
    assertFalse(answer.startsWith("HTTP/1.1 500 "), answer);
    assertFalse(answer.contains("\tat "), answer);
    assertFalse(answer.contains("Jetty"), answer);
  }

  private String send(String request) throws IOException {
    return sendBytes(bytes(request));
  }

  private static byte[] bytes(String request) {
    return request.getBytes(StandardCharsets.ISO_8859_1);
  }

  private String sendBytes(byte[] request) throws IOException {
    return sendBytes(server.port(), request);
  }

  /** What comes back until the server closes or says nothing more. */
  private static String sendBytes(int port, byte[] request) throws IOException {
    try (var socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      try {
        socket.getOutputStream().write(request);
        socket.shutdownOutput();
      } catch (IOException closedEarly) {
        // The answer may be there although not all was read.
      }
      try {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      } catch (IOException reset) {
        return "";
      }
    }
  }
}
