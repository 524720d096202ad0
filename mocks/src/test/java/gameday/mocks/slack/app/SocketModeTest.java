package gameday.mocks.slack.app;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.mocks.slack.limits.RateLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Connections: how they come, and how they end. */
class SocketModeTest {
  private static final Duration FOUR_SECONDS = Duration.ofSeconds(4);

  private final AppStage stage = new AppStage();
  private final List<SocketClient> clients = new ArrayList<>();

  @AfterEach
  void stop() {
    clients.forEach(SocketClient::close);
    stage.close();
  }

  private SocketClient connect() {
    var client = stage.connect();
    clients.add(client);
    return client;
  }

  @Test
  void givesAnAddressForTheAppTokenOnly() {
    var opened = stage.call(stage.credentials.appToken(), "apps.connections.open", "");

    assertTrue(opened.path("ok").asBoolean());
    var url = opened.path("url").asText();
    assertTrue(
        url.matches("ws://127\\.0\\.0\\.1:\\d+/link/\\?ticket=[0-9a-f]{32}&app_id=A\\w{10}"), url);
    assertEquals("not_allowed_token_type", error(stage.credentials.botToken()));
    assertEquals("invalid_auth", error("xapp-other"));
    assertEquals("not_authed", error(""));
    assertEquals(
        "not_allowed_token_type",
        stage.call(stage.credentials.appToken(), "chat.postMessage", "{}").path("error").asText());
  }

  @Test
  void limitsHowOftenConnectionsAreAskedFor() {
    var limits = RateLimits.published(1, stage.alarms::nanos);
    try (var limited = new AppStage(RequestUrls.STANDARD, limits)) {
      for (var n = 0; n < 50; n++) {
        limited.link();
      }

      var refused = limited.call(limited.credentials.appToken(), "apps.connections.open", "");

      assertEquals("ratelimited", refused.path("error").asText());
    }
  }

  private String error(String token) {
    return stage.call(token, "apps.connections.open", "").path("error").asText();
  }

  @Test
  void greetsEachConnection() {
    connect();
    var second = SocketClient.connect(stage.link());
    clients.add(second);

    var hello = second.next("hello");
    assertEquals(2, hello.path("num_connections").asInt());
    assertEquals(stage.workspace.appId(), hello.at("/connection_info/app_id").asText());
    assertEquals("applink-gameday", hello.at("/debug_info/host").asText());
    assertTrue(hello.at("/debug_info/build_number").isInt());
    assertTrue(hello.at("/debug_info/approximate_connection_time").isInt());
    assertEquals(2, stage.app.sockets().connections());
  }

  @Test
  void takesATicketOnceAndForAMinute() {
    var used = stage.link();
    clients.add(SocketClient.connect(used));
    var old = stage.link();
    stage.alarms.pass(Duration.ofSeconds(61));

    assertThrows(CompletionException.class, () -> SocketClient.connect(used));
    assertThrows(CompletionException.class, () -> SocketClient.connect(old));
    assertThrows(CompletionException.class, () -> SocketClient.connect(used.resolve("/other")));
  }

  @Test
  void refusesTheEleventhConnection() {
    for (var n = 0; n < 10; n++) {
      connect();
    }

    var eleventh = SocketClient.connect(stage.link());
    clients.add(eleventh);

    assertEquals("too_many_websockets", eleventh.next("disconnect").path("reason").asText());
    assertEquals(1000, eleventh.closed.join());
    assertEquals(10, stage.app.sockets().connections());
  }

  @Test
  void asksConnectionsToComeAnewAndEndsThemLater() {
    var old = connect();
    stage.write("before");
    var before = old.next("events_api");

    stage.app.sockets().refresh();
    assertEquals("refresh_requested", old.next("disconnect").path("reason").asText());
    assertEquals(0, stage.app.sockets().connections());
    var fresh = connect();
    stage.write("after");
    old.ack(before);
    fresh.ack(fresh.next("events_api"));

    await().until(() -> stage.sender.pending() == 0);
    assertEquals(List.of("Ev 0 200", "Ev 0 200"), stage.told);
    assertFalse(old.closed.isDone());
    stage.alarms.pass(Duration.ofSeconds(10));
    assertEquals(1000, old.closed.join());
  }

  @Test
  void warnsTenSecondsBefore() {
    var client = connect();

    stage.app.sockets().warn();

    assertEquals("warning", client.next("disconnect").path("reason").asText());
    assertEquals(1, stage.app.sockets().connections());
    stage.alarms.pass(Duration.ofSeconds(10));
    assertEquals("refresh_requested", client.next("disconnect").path("reason").asText());
  }

  @Test
  void goesBackToHttpWhenSocketModeIsTurnedOff() {
    var client = connect();

    stage.app.sockets().turnOff();
    stage.write("by http");

    assertEquals("link_disabled", client.next("disconnect").path("reason").asText());
    assertEquals(1000, client.closed.join());
    assertEquals("access_denied", error(stage.credentials.appToken()));
    await().until(() -> stage.pipeline.bodies.size() == 1);
    stage.app.sockets().turnOn();
    assertTrue(stage.link().toString().startsWith("ws://"));
  }

  @Test
  void answersPingsWithTheirOwnPayload() {
    var client = connect();

    client.ping("Ping from client (1)");

    await().until(() -> client.pongs.equals(List.of("Ping from client (1)")));
  }

  @Test
  void endsAConnectionThatSendsTooMuch() {
    var client = connect();

    client.send("x".repeat(SocketServer.LARGEST_MESSAGE + 1));

    assertEquals(1009, client.closed.join());
    await().until(() -> stage.app.sockets().connections() == 0);
    var other = connect();
    stage.write("x");
    other.ack(other.next("events_api"));
    await().until(() -> stage.sender.pending() == 0);
  }

  @Test
  void verifiesNoUrlOfAnAppThatUsesSockets() {
    stage.pipeline.status = 404;
    assertFalse(stage.app.verify(stage.pipeline.base()).holds());

    connect();

    assertTrue(stage.app.verify(stage.pipeline.base()).holds());
  }
}
