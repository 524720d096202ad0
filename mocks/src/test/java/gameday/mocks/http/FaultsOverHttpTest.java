package gameday.mocks.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.mocks.faults.Fault;
import gameday.mocks.faults.Faults;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultsOverHttpTest {
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
    faults.begin("slack", new Fault.Errors(1, 429));

    var answer = post("/x");

    assertEquals(429, answer.statusCode());
    assertEquals("1", answer.headers().firstValue("Retry-After").orElseThrow());
    assertEquals(0, echo.carriedOut.get());
    assertEquals(List.of("slack POST /x 429 errors"), calls.lines);
  }

  @Test
  void carriesOutACallWhoseAnswerIsLost() {
    faults.begin("slack", new Fault.LostAnswers(1));

    assertThrows(IOException.class, () -> post("/x"));

    assertTrue(echo.carriedOut.get() >= 1);
    assertEquals("slack POST /x 201 lost-answer", calls.lines.getFirst());
  }

  @Test
  void answersLaterWhenSlow() throws Exception {
    faults.begin("slack", new Fault.Slow(chance -> TimeUnit.MILLISECONDS.toNanos(300)));
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
            .POST(BodyPublishers.ofString(""));
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
