package gameday.mocks.http;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.mocks.faults.Delay;
import gameday.mocks.faults.Fault;
import gameday.mocks.faults.Faults;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultsOverHttpTest {
  /** What the echo answers to a body of 40 letters: 49 characters. */
  private static final String BODY = "a".repeat(40);

  private static final String WHOLE = "POST /x {} - " + BODY;

  private final Echo echo = new Echo("slack");
  private final RecordedCalls calls = new RecordedCalls();
  private final Faults faults = new Faults(1);
  private final MockServer server = MockServer.start(0, List.of(echo), faults, calls);
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void answersNothingDuringAnOutage() throws Exception {
    faults.begin("slack", new Fault.Outage());
    assertEquals(503, post("/x").statusCode());

    faults.end("slack", new Fault.Outage());
    assertEquals(201, post("/x").statusCode());
    assertEquals(1, echo.carriedOut.get());
    assertEquals(List.of("slack POST /x 503 outage", "slack POST /x 201 ok"), calls.lines);
  }

  @Test
  void answersErrorsWithoutCarryingOutTheCall() throws Exception {
    faults.begin("slack", new Fault.Errors(1, 500));

    assertEquals(500, post("/x").statusCode());

    assertEquals(0, echo.carriedOut.get());
    assertEquals(List.of("slack POST /x 500 errors"), calls.lines);
  }

  @Test
  void tellsWhenToComeAgainOrDoesNot() throws Exception {
    faults.begin("slack", new Fault.RateLimits(1, OptionalInt.of(7)));
    var told = post("/x");
    faults.end("slack", new Fault.RateLimits(1, OptionalInt.of(7)));
    faults.begin("slack", new Fault.RateLimits(1, OptionalInt.empty()));
    var untold = post("/x");

    assertEquals(429, told.statusCode());
    assertEquals(Optional.of("7"), told.headers().firstValue("Retry-After"));
    assertEquals(429, untold.statusCode());
    assertEquals(Optional.empty(), untold.headers().firstValue("Retry-After"));
    assertEquals(0, echo.carriedOut.get());
    assertEquals(
        List.of("slack POST /x 429 rate-limits 7s", "slack POST /x 429 rate-limits"), calls.lines);
  }

  @Test
  void saysAnErrorOfTheProductsOwnWithOrWithoutCarryingOutTheCall() throws Exception {
    faults.begin("slack", new Fault.ErrorWords(1, "fatal_error", 0));
    var refused = post("/x");
    assertEquals(0, echo.carriedOut.get());
    faults.end("slack", new Fault.ErrorWords(1, "fatal_error", 0));
    faults.begin("slack", new Fault.ErrorWords(1, "fatal_error", 1));
    var accepted = post("/x");

    assertEquals("{\"error\":\"fatal_error\"}", refused.body());
    assertEquals(refused.body(), accepted.body());
    assertEquals(1, echo.carriedOut.get());
    assertEquals("slack POST /x 500 error-words", calls.lines.getLast());
  }

  @Test
  void answersARevokedTokenUntilTheEnd() throws Exception {
    faults.begin("slack", new Fault.RevokedToken());
    var revoked = post("/x");
    faults.end("slack", new Fault.RevokedToken());

    assertEquals(401, revoked.statusCode());
    assertEquals(201, post("/x").statusCode());
    assertEquals(1, echo.carriedOut.get());
  }

  @Test
  void carriesOutACallWhoseAnswerIsLost() {
    faults.begin("slack", new Fault.LostAnswers(1));

    assertThrows(IOException.class, () -> post("/x"));

    assertTrue(echo.carriedOut.get() >= 1);
    assertEquals("slack POST /x 201 lost-answers", calls.lines.getFirst());
  }

  @Test
  void dropsALostCallBeforeItIsCarriedOut() {
    faults.begin("slack", new Fault.LostCalls(1));

    assertThrows(IOException.class, () -> post("/x"));

    assertEquals(0, echo.carriedOut.get());
    assertEquals("slack POST /x 0 lost-calls", calls.lines.getFirst());
  }

  @Test
  void answersATimeOutNever() {
    faults.begin("slack", new Fault.TimeOuts(1, 0));
    assertThrows(HttpTimeoutException.class, () -> post("/x"));
    assertEquals(0, echo.carriedOut.get());

    faults.end("slack", new Fault.TimeOuts(1, 0));
    faults.begin("slack", new Fault.TimeOuts(1, 1));
    assertThrows(HttpTimeoutException.class, () -> post("/x"));

    assertEquals(1, echo.carriedOut.get());
    assertEquals(List.of("slack POST /x 0 time-outs", "slack POST /x 201 time-outs"), calls.lines);
  }

  @Test
  void answersOthersWhileItHoldsMoreCallsThanItHasThreads() throws Exception {
    var forever = new Fault.TimeOuts(1, 0);
    faults.begin("slack", forever);
    var sockets = new ArrayList<Socket>();
    try {
      for (var n = 0; n < 200; n++) {
        sockets.add(sent());
      }
      await().until(() -> calls.lines.size() == 200);
      faults.end("slack", forever);

      assertEquals(201, post("/x").statusCode());
    } finally {
      for (var socket : sockets) {
        socket.close();
      }
    }
  }

  @Test
  void stopsAtOnceThoughItHoldsCalls() throws Exception {
    faults.begin("slack", new Fault.TimeOuts(1, 0));
    try (var held = sent()) {
      await().until(() -> calls.lines.size() == 1);

      server.close();

      held.setSoTimeout(10_000);
      assertEquals(-1, held.getInputStream().read());
    }
  }

  @Test
  void cutsAnAnswerThatLooksWhole() throws Exception {
    faults.begin("slack", new Fault.CutAnswers(1, 0));

    var answer = post("/x");

    assertEquals(201, answer.statusCode());
    assertTrue(WHOLE.startsWith(answer.body()) && answer.body().length() < WHOLE.length());
    assertFalse(answer.body().isEmpty());
    assertEquals(
        Optional.of("" + answer.body().length()), answer.headers().firstValue("Content-Length"));
    assertEquals(1, echo.carriedOut.get());
    assertEquals(List.of("slack POST /x 201 cut-answers"), calls.lines);
  }

  @Test
  void cutsAnAnswerShortOfTheLengthItPromised() throws Exception {
    faults.begin("slack", new Fault.CutAnswers(1, 1));

    String raw;
    try (var socket = sent()) {
      socket.setSoTimeout(10_000);
      raw = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    var end = raw.indexOf("\r\n\r\n");
    var body = raw.substring(end + 4);
    assertTrue(raw.substring(0, end).contains("Content-Length: " + WHOLE.length()), raw);
    assertTrue(WHOLE.startsWith(body) && body.length() < WHOLE.length(), raw);
    assertThrows(IOException.class, () -> post("/x"));
  }

  @Test
  void putsAPageInTheWay() throws Exception {
    faults.begin("slack", new Fault.ErrorPages(1, 502, 0));
    var failed = post("/x");
    assertEquals(0, echo.carriedOut.get());
    faults.end("slack", new Fault.ErrorPages(1, 502, 0));
    faults.begin("slack", new Fault.ErrorPages(1, 200, 1));
    var fine = post("/x");

    assertEquals(502, failed.statusCode());
    assertTrue(failed.body().contains("<title>502 Bad Gateway</title>"), failed.body());
    assertEquals(Optional.of("text/html"), failed.headers().firstValue("Content-Type"));
    assertEquals(200, fine.statusCode());
    assertTrue(fine.body().startsWith("<!DOCTYPE html>"), fine.body());
    assertEquals(1, echo.carriedOut.get());
    assertEquals(
        List.of("slack POST /x 502 error-pages", "slack POST /x 200 error-pages"), calls.lines);
  }

  @Test
  void answersLaterWhenSlow() throws Exception {
    faults.begin("slack", new Fault.Slow(new Delay.Fixed(Duration.ofMillis(300))));
    var started = System.nanoTime();

    assertEquals(201, post("/x").statusCode());

    assertTrue(System.nanoTime() - started >= TimeUnit.MILLISECONDS.toNanos(300));
  }

  @Test
  void leavesVisitorsAlone() throws Exception {
    faults.begin("slack", new Fault.Outage());

    assertEquals(201, post("/visitor").statusCode());
  }

  private HttpResponse<String> post(String path) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/slack" + path))
            .timeout(Duration.ofSeconds(1))
            .POST(BodyPublishers.ofString(BODY));
    return client.send(request.build(), BodyHandlers.ofString());
  }

  /** A connection on which the same request was sent, by hand. */
  private Socket sent() throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    var request =
        "POST /slack/x HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
            + BODY.length()
            + "\r\n\r\n"
            + BODY;
    socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
    return socket;
  }
}
