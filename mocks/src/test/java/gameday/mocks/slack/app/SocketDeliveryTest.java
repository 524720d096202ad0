package gameday.mocks.slack.app;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What goes through connections, and what becomes of what doesn't. */
class SocketDeliveryTest {
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
}
