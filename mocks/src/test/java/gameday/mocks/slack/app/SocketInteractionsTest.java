package gameday.mocks.slack.app;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an app that uses Socket Mode is told of interactions, by no SDK. */
class SocketInteractionsTest {
  private final AppStage stage = new AppStage();
  private final SlackInteractions people = stage.app.interactions();
  private final SocketClient client = stage.connect();

  @AfterEach
  void stop() {
    client.close();
    stage.close();
  }

  private CompletableFuture<Outcome> command() {
    return people.command(stage.ada, stage.channel, "/status", "x");
  }

  @Test
  void tellsOfACommandAndTakesAMessageWithTheAcknowledgement() {
    var outcome = command();

    var envelope = client.next("slash_commands");
    assertTrue(envelope.path("accepts_response_payload").asBoolean());
    assertFalse(envelope.has("retry_attempt"));
    assertEquals("/status", envelope.at("/payload/command").asText());
    assertEquals("x", envelope.at("/payload/text").asText());
    client.ack(envelope, "{\"text\":\"well\"}");
    assertEquals(new Outcome.Acknowledged(), AppStage.of(outcome));
    assertEquals("well", people.ephemerals(stage.ada).getFirst().text());
    assertEquals(List.of("Ix 0 200"), stage.told);
    assertTrue(stage.pipeline.bodies.isEmpty());
  }

  @Test
  void tellsOfAShortcut() {
    var outcome = people.shortcut(stage.ada, "open");

    var envelope = client.next("interactive");
    assertFalse(envelope.path("accepts_response_payload").asBoolean(true));
    assertEquals("shortcut", envelope.at("/payload/type").asText());
    // What Node's client acknowledges everything with.
    client.ack(envelope, "{}");
    assertEquals(new Outcome.Acknowledged(), AppStage.of(outcome));
  }

  @Test
  void givesUpAfterThreeSecondsAndTriesNoMore() {
    var outcome = command();
    var envelope = client.next("slash_commands");

    stage.alarms.pass(Duration.ofSeconds(4));

    assertEquals("operation_timeout", word(outcome));
    client.ack(envelope, "{\"text\":\"late\"}");
    client.ping("x");
    await().until(() -> client.pongs.size() == 1);
    assertTrue(people.ephemerals(stage.ada).isEmpty());
    assertTrue(client.isQuiet());
    assertEquals(List.of("Ix 0 0"), stage.told);
  }

  private static String word(CompletableFuture<Outcome> outcome) {
    return ((Outcome.Failed) AppStage.of(outcome)).word();
  }

  @Test
  void failsAtOnceWhenTheConnectionDies() {
    var outcome = command();
    client.next("slash_commands");

    client.die();

    assertEquals("dispatch_failed", word(outcome));
    await().until(() -> stage.app.sockets().connections() == 0);
    assertEquals("dispatch_failed", word(command()));
  }

  @Test
  void hasABoundForWhatIsUnderWay() {
    for (var n = 0; n < 1_000; n++) {
      command();
    }

    assertEquals("dispatch_failed", word(command()));
    assertEquals(List.of("Ix 0 0"), stage.told);
  }
}
