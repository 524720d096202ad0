package gameday.mocks.slack.app;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.mocks.faults.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a person sees come of how the app answers by HTTP. */
class InteractionAnswersTest {
  private static final Outcome ACKNOWLEDGED = new Outcome.Acknowledged();

  private final AppStage stage = new AppStage();
  private final SlackInteractions people = stage.app.interactions();

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void showsACommandsAnswerToWhomItIsFor() {
    stage.pipeline.answer = body -> "all is *well*";

    assertEquals(
        ACKNOWLEDGED, AppStage.of(people.command(stage.ada, stage.channel, "/status", "")));

    var seen = people.ephemerals(stage.ada).getFirst();
    assertEquals("all is *well*", seen.text());
    assertEquals(stage.channel, seen.channelId());
    assertEquals(0, stage.history().size());
    assertTrue(people.ephemerals(stage.workspace.botUserId()).isEmpty());
  }

  @Test
  void showsACommandsAnswerToAllIfItSaysSo() {
    answerJson("{\"response_type\":\"in_channel\",\"text\":\"for all\"}");

    AppStage.of(people.command(stage.ada, stage.channel, "/status", ""));

    var message = stage.history().path(0);
    assertEquals("for all", message.path("text").asText());
    assertEquals("bot_message", message.path("subtype").asText());
    assertEquals(stage.workspace.appId(), message.path("app_id").asText());
    assertFalse(message.has("user"));
    assertTrue(people.ephemerals(stage.ada).isEmpty());
  }

  private void answerJson(String json) {
    stage.pipeline.answerHeaders.put("Content-Type", "application/json; charset=utf-8");
    stage.pipeline.answer = body -> json;
  }

  @Test
  void showsNothingForACommandThatIsJustAcknowledged() {
    for (var nothing : List.of("", "{}", "{\"response_type\":\"in_channel\"}")) {
      answerJson(nothing);
      assertEquals(
          ACKNOWLEDGED, AppStage.of(people.command(stage.ada, stage.channel, "/status", "")));
    }

    assertEquals(0, stage.history().size());
    assertTrue(people.ephemerals(stage.ada).isEmpty());
  }

  @Test
  void saysWhyACommandFailed() {
    stage.pipeline.status = 500;
    assertEquals(
        new Outcome.Failed("dispatch_failed", "/status failed with the error \"dispatch_failed\""),
        AppStage.of(people.command(stage.ada, stage.channel, "/status", "")));

    stage.pipeline.status = 200;
    for (var bad : List.of("[1]", "{\"text\":\"x\",\"blocks\":7}", "{\"text\":\"\"}")) {
      answerJson(bad);
      assertEquals(
          "dispatch_failed", word(people.command(stage.ada, stage.channel, "/status", "")));
    }
    assertEquals(List.of("Ix 0 500", "Ix 0 200", "Ix 0 200", "Ix 0 200"), stage.told);
  }

  private static String word(java.util.concurrent.CompletableFuture<Outcome> outcome) {
    return ((Outcome.Failed) AppStage.of(outcome)).word();
  }

  @Test
  void saysThatACommandTookTooLong() {
    var latch = new CountDownLatch(1);
    stage.pipeline.answer =
        body -> {
          try {
            latch.await();
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
          return "too late";
        };
    var outcome = people.command(stage.ada, stage.channel, "/status", "");
    await().until(() -> stage.pipeline.bodies.size() == 1);

    stage.alarms.pass(Duration.ofMillis(3_001));

    assertEquals(
        new Outcome.Failed(
            "operation_timeout", "/status failed with the error \"operation_timeout\""),
        AppStage.of(outcome));
    latch.countDown();
    assertEquals(List.of("Ix 0 0"), stage.told);
    assertTrue(people.ephemerals(stage.ada).isEmpty());
  }

  @Test
  void neverTriesAnInteractionTwice() {
    stage.pipeline.status = 500;

    assertEquals(
        new Outcome.Failed("dispatch_failed", "Something went wrong: this app didn't respond."),
        AppStage.of(people.shortcut(stage.ada, "open")));

    assertEquals(1, stage.pipeline.bodies.size());
  }

  @Test
  void readsNoAnswerThatIsTooLarge() {
    stage.pipeline.answer = body -> "x".repeat(BoundedBody.LARGEST + 1);

    assertEquals("dispatch_failed", word(people.command(stage.ada, stage.channel, "/status", "")));

    assertEquals(1, stage.pipeline.bodies.size());
    stage.pipeline.answer = body -> "x".repeat(BoundedBody.LARGEST);
    AppStage.of(people.command(stage.ada, stage.channel, "/status", ""));
    assertEquals(40_000, people.ephemerals(stage.ada).getFirst().text().length());
  }

  @Test
  void letsGoOfAnAnswerThatNeverEnds() throws IOException {
    try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      stage.connect(URI.create("http://127.0.0.1:" + server.getLocalPort()));
      var outcome = people.shortcut(stage.ada, "open");
      try (var socket = server.accept()) {
        socket.setSoTimeout(20_000);
        var begun = "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nab";
        socket.getOutputStream().write(begun.getBytes(StandardCharsets.UTF_8));

        stage.alarms.pass(Duration.ofSeconds(4));

        assertEquals(
            new Outcome.Failed(
                "operation_timeout",
                "Operation timed out. Apps need to respond within three seconds."),
            AppStage.of(outcome));
        assertEnds(socket);
      }
    }
  }

  private static void assertEnds(Socket socket) throws IOException {
    try {
      socket.getInputStream().readAllBytes();
    } catch (SocketException reset) {
      assertTrue(reset.getMessage().contains("reset"), reset.getMessage());
    }
  }

  @Test
  void failsAtOnceWhileThereIsNoPipeline() {
    stage.pipeline.close();

    assertEquals("dispatch_failed", word(people.shortcut(stage.ada, "open")));
    assertEquals(List.of("Ix 0 0"), stage.told);
  }

  @Test
  void sendsNothingDuringAnOutage() {
    stage.faults.begin("slack", new Fault.Outage());

    var out = new Outcome.SlackIsOut();
    assertEquals(out, AppStage.of(people.shortcut(stage.ada, "open")));
    assertEquals(out, AppStage.of(people.submit(stage.ada, "V1", Map.of())));
    assertEquals(out, AppStage.of(people.close(stage.ada, "V1")));
    assertEquals(out, AppStage.of(people.chooseInView(stage.ada, "V1", "a", List.of())));

    assertTrue(stage.pipeline.bodies.isEmpty());
  }
}
