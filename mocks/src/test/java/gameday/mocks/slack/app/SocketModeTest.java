package gameday.mocks.slack.app;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.mocks.slack.limits.RateLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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
  void tellsOfAnEventAndTakesTheAcknowledgement() {
    var client = connect();
    var ts = stage.write("hällo");

    var envelope = client.next("events_api");
    assertTrue(envelope.path("envelope_id").asText().matches("[0-9a-f-]{36}"));
    assertFalse(envelope.path("accepts_response_payload").asBoolean(true));
    assertEquals(0, envelope.path("retry_attempt").asInt(-1));
    assertEquals("", envelope.path("retry_reason").asText("none"));
    var payload = envelope.path("payload");
    assertEquals("event_callback", payload.path("type").asText());
    assertEquals("hällo", payload.at("/event/text").asText());
    assertEquals(ts, payload.at("/event/ts").asText());
    client.ack(envelope);
    await().until(() -> stage.sender.pending() == 0);
    assertEquals(List.of("Ev 0 200"), stage.told);
    assertEquals(0, stage.alarms.set() - handshakeAlarms(1));
    assertTrue(stage.pipeline.bodies.isEmpty());
  }

  /** The alarm of a connection's handshake isn't cancelled: it finds it open. */
  private static int handshakeAlarms(int connections) {
    return connections;
  }

  @Test
  void triesAgainWhatIsNotAcknowledgedAndSaysWhy() {
    var client = connect();
    stage.write("x");
    var first = client.next("events_api");

    stage.alarms.pass(FOUR_SECONDS);
    var second = client.next("events_api");
    stage.alarms.pass(FOUR_SECONDS);
    client.next("events_api");
    stage.alarms.pass(FOUR_SECONDS);
    var last = client.next("events_api");
    stage.alarms.pass(FOUR_SECONDS);

    assertEquals(1, second.path("retry_attempt").asInt());
    assertEquals("timeout", second.path("retry_reason").asText());
    assertEquals(3, last.path("retry_attempt").asInt());
    assertEquals(first.at("/payload/event_id"), last.at("/payload/event_id"));
    assertNotEquals(first.path("envelope_id"), last.path("envelope_id"));
    await().until(() -> stage.sender.pending() == 0);
    assertEquals(List.of("Ev 0 0", "Ev 1 0", "Ev 2 0", "Ev 3 0"), stage.told);
  }

  @Test
  void takesNoAcknowledgementThatComesTooLate() {
    var client = connect();
    stage.write("x");
    var late = client.next("events_api");
    stage.alarms.pass(FOUR_SECONDS);
    var again = client.next("events_api");

    client.ack(late);
    client.ack(again);

    await().until(() -> stage.sender.pending() == 0);
    assertEquals(List.of("Ev 0 0", "Ev 1 200"), stage.told);
  }

  @Test
  void givesEachPayloadToOneConnectionInTurn() {
    var one = connect();
    var two = connect();
    for (var n = 0; n < 4; n++) {
      stage.write("" + n);
    }

    for (var client : List.of(one, two)) {
      client.ack(client.next("events_api"));
      client.ack(client.next("events_api"));
    }
    await().until(() -> stage.sender.pending() == 0);
    assertEquals(4, stage.told.size());
    assertTrue(one.isQuiet() && two.isQuiet());
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
  void triesOnAnotherConnectionWhenOneDies() {
    var dying = connect();
    stage.write("x");
    dying.next("events_api");
    var other = connect();

    dying.die();

    var again = other.next("events_api");
    assertEquals(1, again.path("retry_attempt").asInt());
    assertEquals("connection_failed", again.path("retry_reason").asText());
    other.ack(again);
    await().until(() -> stage.sender.pending() == 0);
    assertEquals(1, stage.app.sockets().connections());
  }

  @Test
  void failsWhatComesWhileAnAppThatUsesSocketsHasNoneOpen() {
    connect().die();
    await().until(() -> stage.app.sockets().connections() == 0);

    stage.write("x");

    await().until(() -> stage.told.size() == 4);
    assertEquals("Ev 3 0", stage.told.getLast());
    assertTrue(stage.pipeline.bodies.isEmpty());
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
  void isNotMovedByNonsense() {
    var client = connect();
    stage.write("x");
    var envelope = client.next("events_api");

    client.send("no json");
    client.send("[]");
    client.send("{\"envelope_id\":\"4711\"}");
    client.send("{\"envelope_id\":{\"a\":[1]}}");
    client.send("[".repeat(100_000));
    client.sendBinary(envelope.toString().getBytes());
    client.ping("still there");
    await().until(() -> client.pongs.size() == 1);
    assertTrue(stage.told.isEmpty());

    client.ack(envelope);
    await().until(() -> stage.sender.pending() == 0);
    assertEquals(List.of("Ev 0 200"), stage.told);
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
