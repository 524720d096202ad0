package gameday.mocks.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.mocks.faults.Faults;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MockServerTest {
  private final Echo echo = new Echo("echo");
  private final Echo other = new Echo("echo-two");
  private final RecordedCalls calls = new RecordedCalls();
  private final MockServer server = MockServer.start(0, List.of(echo, other), new Faults(1), calls);
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void handsACallToTheServiceWithItsPrefix() throws Exception {
    var answer = post("/echo/a%20b?x=1&x=%26&y", "hällo");

    assertEquals("POST /a%20b {x=[1, &], y=[]} me hällo", answer.body());
    assertEquals(201, answer.statusCode());
    assertEquals(List.of("echo POST /a%20b 201 ok"), calls.lines);
  }

  @Test
  void takesNoPrefixForAnother() throws Exception {
    post("/echo-two/x", "");

    assertEquals(1, other.carriedOut.get());
    assertEquals(0, echo.carriedOut.get());
  }

  @Test
  void answersUnknownPathsWith404AndRecordsNothing() throws Exception {
    assertEquals(404, post("/elsewhere", "").statusCode());
    assertEquals(List.of(), calls.lines);
  }

  @Test
  void letsNobodyAtTheServersOwnControls() throws Exception {
    assertEquals(401, post("/__admin/shutdown", "").statusCode());
    assertEquals(201, post("/echo/x", "").statusCode());
  }

  @Test
  void refusesABodyAboveTheLimitWithoutAskingTheService() throws Exception {
    assertEquals(413, post("/echo/x", "a".repeat(MockServer.BODY_LIMIT + 1)).statusCode());
    assertEquals(0, echo.carriedOut.get());
    assertEquals(201, post("/echo/x", "a".repeat(MockServer.BODY_LIMIT)).statusCode());
  }

  @Test
  void tellsTheHarnessAndNotTheCallerOfABug() throws Exception {
    var answer = post("/echo/crash", "");

    assertEquals(500, answer.statusCode());
    assertFalse(answer.body().contains("secret"), answer.body());
    assertEquals(List.of("echo POST /crash broke: secret detail"), calls.lines);
  }

  @Test
  void recordsNoCallsOfVisitors() throws Exception {
    assertEquals(201, post("/echo/visitor", "").statusCode());

    assertEquals(List.of(), calls.lines);
  }

  @Test
  void namesAPortThatIsTaken() {
    var taken =
        assertThrows(
            UncheckedIOException.class,
            () -> MockServer.start(server.port(), List.of(), new Faults(1), calls));

    assertTrue(taken.getMessage().startsWith("port " + server.port() + " of"), taken.getMessage());
  }

  @Test
  void listensOnLoopbackOnly() {
    assertEquals("http://127.0.0.1:" + server.port() + "/echo", server.url(echo).toString());
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .header("X-Who", "me")
            .POST(BodyPublishers.ofString(body));
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
