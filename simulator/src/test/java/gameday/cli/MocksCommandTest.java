package gameday.cli;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mocks alone, as a program. */
class MocksCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration STARTS_WITHIN = Duration.ofSeconds(60);
  private static final Duration ENDS_WITHIN = Duration.ofSeconds(15);

  @TempDir Path folder;

  @Test
  void servesAPipelineAndAPersonUntilItIsEnded() throws Exception {
    try (PipelineStub pipeline = new PipelineStub();
        Child child =
            Child.start(
                folder,
                "mocks",
                Program.tiny(),
                "--port",
                "0",
                "--pipeline-url",
                pipeline.url(),
                "--admin",
                "--json",
                "--out",
                folder.toString())) {
      await().atMost(STARTS_WITHIN).until(() -> child.out().endsWith("}\n"));
      JsonNode printed = JSON.readTree(child.out());
      Map<String, String> known = environment(printed);

      JsonNode tested = slack(known, "auth.test", Map.of());
      assertTrue(tested.path("ok").asBoolean(), tested::toString);
      await().atMost(ENDS_WITHIN).until(() -> pipeline.heard("\"type\":\"url_verification\""));
      writeAsACsm(printed, known.get("SLACK_CHANNEL"));
      await().atMost(ENDS_WITHIN).until(() -> pipeline.heard("\"text\":\"on my way\""));

      child.signal("TERM");
      assertEquals(143, child.awaitEnd(ENDS_WITHIN), child.err());
      assertEquals("", child.err());
      assertRecorded(Path.of(printed.path("folder").asText()), known);
    }
  }

  private void writeAsACsm(JsonNode printed, String channel) throws Exception {
    String page = printed.path("page").asText();
    String token = page.substring(page.indexOf("#token=") + "#token=".length());
    String api = page.substring(0, page.indexOf('#')) + "api/";
    String state = send(api + "state", token, "");
    String csm = JSON.readTree(state).at("/slack/people/1/id").asText();
    send(
        api + "slack/message",
        token,
        JSON.writeValueAsString(Map.of("as", csm, "channel", channel, "text", "on my way")));
  }

  private static void assertRecorded(Path run, Map<String, String> known) throws IOException {
    String history = Files.readString(run.resolve("history.jsonl"));
    assertTrue(history.contains("\"kind\":\"pipeline-called\",\"on\":\"slack\""), history);
    assertTrue(history.contains("\"kind\":\"webhook-delivered\",\"from\":\"slack\""), history);
    assertTrue(history.contains("\"kind\":\"slack-posted\""), history);
    assertTrue(history.contains("\"kind\":\"run-ended\""), history);
    Path secrets = run.resolve("pipeline.env");
    assertTrue(
        Files.readAllLines(secrets).contains("SLACK_BOT_TOKEN=" + known.get("SLACK_BOT_TOKEN")));
    assertEquals(
        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)));
    assertFalse(history.contains(known.get("SLACK_BOT_TOKEN")), "a secret stands in the history");
    assertTrue(Files.exists(run.resolve("event.json")));
  }

  @Test
  void namesAPortThatIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());

      Program.Ran ran = mocks("--port", port);

      assertEquals(5, ran.code());
      assertEquals(1, ran.errLines().size(), ran::err);
      assertTrue(ran.err().contains("port " + port), ran::err);
    }
  }

  @Test
  void saysWhatIsWrongWithItsOptions() throws IOException {
    Path limits = Files.writeString(folder.resolve("limits"), "chat.shout = 3/min burst 1\n");
    String nowhere = folder.resolve("nowhere").toString();

    assertRefused("speed must be above 0 and at most 10000, was 0.0", "--speed", "0");
    assertRefused("--port must lie between 0 and 65535, was 70000", "--port", "70000");
    assertRefused("--stubs: " + nowhere, "--stubs", nowhere);
    assertRefused("limits:1: ", "--rate-limits", limits.toString());
    assertRefused("--pipeline-url must be an http or https URL", "--pipeline-url", "ftp://x");
    assertRefused("help-chat.provider", "--set", "help-chat.provider=icq");
  }

  private void assertRefused(String words, String... options) {
    Program.Ran ran = mocks(options);

    assertEquals(64, ran.code(), ran::err);
    assertTrue(ran.err().contains(words), ran::err);
  }

  private Program.Ran mocks(String... options) {
    List<String> words =
        new java.util.ArrayList<>(
            List.of("mocks", Program.tiny(), "--out", folder.resolve("runs").toString()));
    words.addAll(List.of(options));
    return Program.run(words.toArray(String[]::new));
  }

  private static Map<String, String> environment(JsonNode printed) {
    Map<String, String> known = new java.util.LinkedHashMap<>();
    printed
        .path("environment")
        .properties()
        .forEach(one -> known.put(one.getKey(), one.getValue().asText()));
    return known;
  }

  private static JsonNode slack(Map<String, String> known, String method, Map<String, String> body)
      throws Exception {
    return JSON.readTree(
        send(
            known.get("SLACK_API_URL") + method,
            known.get("SLACK_BOT_TOKEN"),
            JSON.writeValueAsString(body)));
  }

  /** A call with that bearer token; without a body it only reads. */
  private static String send(String url, String token, String body) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json; charset=utf-8");
    if (!body.isEmpty()) {
      request.POST(BodyPublishers.ofString(body));
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.ofString()).body();
    }
  }

  /** Answers Slack's challenge, and notes what it is told. */
  private static final class PipelineStub implements AutoCloseable {
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    PipelineStub() throws IOException {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/",
          exchange -> {
            String body =
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            told.add(body);
            byte[] answer =
                JSON.readTree(body).path("challenge").asText().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
          });
      server.start();
    }

    String url() {
      return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    boolean heard(String words) {
      return told.stream().anyMatch(body -> body.contains(words));
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }
}
