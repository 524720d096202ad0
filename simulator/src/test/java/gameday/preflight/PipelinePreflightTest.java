package gameday.preflight;

import static gameday.preflight.CheckName.PIPELINE;
import static gameday.preflight.CheckName.PIPELINE_WEBHOOK;
import static gameday.preflight.CheckName.SLACK_EVENTS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import gameday.preflight.PreflightReport.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PipelinePreflightTest {
  @Test
  void aPipelineThatIsReadyAndRefusesStrangersIsFine() throws Exception {
    try (MockedEvent event = new MockedEvent();
        Stub pipeline = new Stub(event.environment.get("SLACK_SIGNING_SECRET"))) {
      PreflightReport report = looking(event, pipeline.url());

      assertEquals(List.of(), MockedEvent.problems(report));
      assertEquals(Outcome.READY, report.outcome(true));
      // Health, readiness, three paths, and the challenge; the token is not asked for here.
      assertEquals(6, report.lookedAt());
    }
  }

  @Test
  void aPipelineThatTakesWhatIsNotSignedIsToldPathByPath() throws Exception {
    try (MockedEvent event = new MockedEvent();
        Stub pipeline = new Stub(event.environment.get("SLACK_SIGNING_SECRET"))) {
      pipeline.answers.put("/webhooks/help-chat", 200);
      pipeline.answers.put("/webhooks/mod-chat", 500);
      pipeline.answers.put("/ready", 503);

      assertEquals(
          List.of(
              "missing pipeline /ready: answered HTTP 503",
              "missing pipeline-webhook /webhooks/help-chat: what was not signed was taken",
              "unknown pipeline-webhook /webhooks/mod-chat: answered HTTP 500"),
          MockedEvent.problems(looking(event, pipeline.url())));
    }
  }

  @Test
  void aPipelineWithoutReadinessIsFineAndOneWithoutEventsMayHaveASocket() throws Exception {
    try (MockedEvent event = new MockedEvent();
        Stub pipeline = new Stub(event.environment.get("SLACK_SIGNING_SECRET"))) {
      pipeline.answers.put("/ready", 404);
      pipeline.answers.put("/slack/events", 404);
      PreflightSettings settings =
          event
              .settings()
              .looking(EnumSet.of(PIPELINE, PIPELINE_WEBHOOK))
              .at(URI.create(pipeline.url()));

      assertEquals(
          List.of("warning pipeline-webhook /slack/events: not there"),
          MockedEvent.problems(Preflight.run(settings)));
    }
  }

  @Test
  void aPipelineWithAnotherSecretDoesNotMeetTheChallenge() throws Exception {
    try (MockedEvent event = new MockedEvent();
        Stub pipeline = new Stub("another")) {
      assertEquals(
          List.of(
              "missing slack-events /slack/events: a challenge signed with SLACK_SIGNING_SECRET got"
                  + " HTTP 401"),
          MockedEvent.problems(looking(event, pipeline.url())));
    }
  }

  @Test
  void aPipelineThatIsNotThereIsMissing() throws Exception {
    try (MockedEvent event = new MockedEvent()) {
      assertEquals(
          List.of(
              "missing pipeline /health: can't be reached: nobody answers there",
              "unknown slack-events /slack/events: can't be reached: nobody answers there"),
          MockedEvent.problems(looking(event, "http://127.0.0.1:9")));
    }
  }

  private static PreflightReport looking(MockedEvent event, String url)
      throws InterruptedException {
    return Preflight.run(
        event
            .settings()
            .looking(EnumSet.of(SLACK_EVENTS, PIPELINE, PIPELINE_WEBHOOK))
            .at(URI.create(url)));
  }

  /** Refuses everything but a signed challenge, unless told what to answer. */
  private static final class Stub implements AutoCloseable {
    private final HttpServer server;
    private final SlackSeal seal;
    private final Map<String, Integer> answers = new HashMap<>();

    Stub(String secret) throws IOException {
      seal = new SlackSeal(secret);
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", this::answer);
      server.start();
    }

    String url() {
      return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
      try (exchange) {
        String path = exchange.getRequestURI().getPath();
        byte[] body = exchange.getRequestBody().readAllBytes();
        boolean open = path.equals("/health") || path.equals("/ready");
        int status = answers.getOrDefault(path, open || isSlacks(exchange, body) ? 200 : 401);
        byte[] answer = "gameday-preflight".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, answer.length);
        exchange.getResponseBody().write(answer);
      }
    }

    private boolean isSlacks(HttpExchange exchange, byte[] body) {
      String time = exchange.getRequestHeaders().getFirst("X-Slack-Request-Timestamp");
      String signature = exchange.getRequestHeaders().getFirst("X-Slack-Signature");
      return time != null
          && Math.abs(Instant.now().getEpochSecond() - Long.parseLong(time)) < 300
          && seal.sign(time, body).equals(signature);
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }
}
