package gameday.pipeline.server;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusRoutesTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir private Path dir;

  private static String why(OneServer world, String check) throws Exception {
    return world.json("/ready").path("checks").path(check).path("why").asText();
  }

  @Test
  void isReadyOnceEverythingWasFoundFine() throws Exception {
    try (OneServer world = new OneServer(dir).start()) {
      await().atMost(LONG).until(() -> world.get("/ready").statusCode() == 200);

      JsonNode told = world.json("/ready");
      JsonNode checks = told.path("checks");

      assertEquals("ready", told.path("status").asText());
      assertEquals(
          List.of("database", "help-chat", "queue", "slack-channel", "slack-token"),
          checks.propertyStream().map(check -> check.getKey()).toList());
      for (JsonNode check : checks) {
        assertEquals("fine", check.path("state").asText());
        assertFalse(Instant.parse(check.path("since").asText()).isAfter(Instant.now()));
      }
    }
  }

  @Test
  void aWrongTokenKeepsItFromBeingReadyUntilItIsPutRight() throws Exception {
    try (OneServer world = new OneServer(dir)) {
      world.outside.isTokenKnown = false;
      world.start();

      String reason = "Slack does not take SLACK_BOT_TOKEN: invalid_auth";
      await().atMost(LONG).until(() -> why(world, "slack-token").equals(reason));
      int notReady = world.get("/ready").statusCode();
      int alive = world.get("/health").statusCode();
      world.outside.isTokenKnown = true;

      await().atMost(LONG).until(() -> world.get("/ready").statusCode() == 200);
      assertEquals(503, notReady);
      assertEquals(200, alive);
    }
  }

  @Test
  void saysWhatTheBotLacks() throws Exception {
    try (OneServer world = new OneServer(dir)) {
      world.outside.isMember = false;
      world.outside.scopes = "chat:write,files:write,groups:read";
      world.start();

      String member = "C1: the bot is no member; invite it there";
      String scopes = "the bot lacks the scopes channels:history or groups:history, reactions:read";
      await().atMost(LONG).until(() -> why(world, "slack-channel").equals(member));
      await().atMost(LONG).until(() -> why(world, "slack-token").equals(scopes));
    }
  }

  @Test
  void runsWithoutModChatAndSaysSo() throws Exception {
    try (OneServer world = new OneServer(dir).start()) {
      Sender sender = world.sender();

      int answered = sender.unsigned("/webhooks/mod-chat", "{}".getBytes());

      assertEquals(404, answered);
      assertEquals("{\"status\":\"up\",\"without\":[\"mod-chat\"]}", world.get("/health").body());
    }
  }

  @Test
  void withModChatNothingIsLeftOut() throws Exception {
    try (OneServer world = new OneServer(dir)) {
      world.environment.put("MOD_CHAT_URL", world.outside.url());
      world.environment.put("MOD_CHAT_TOKEN", "token");
      world.environment.put("MOD_CHAT_WEBHOOK_SECRET", Sender.SECRET);
      world.start();

      assertEquals(401, world.sender().unsigned("/webhooks/mod-chat", "{}".getBytes()));
      assertEquals("{\"status\":\"up\"}", world.get("/health").body());
    }
  }

  @Test
  void whoAsksWhetherItIsReadyHearsOfTheEndWhileItStillTakesWebhooks() throws Exception {
    try (OneServer world = new OneServer(dir).start()) {
      await().atMost(LONG).until(() -> world.get("/ready").statusCode() == 200);

      CompletableFuture<Void> stopping =
          CompletableFuture.runAsync(
              () -> {
                try {
                  world.server().stop();
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
              });

      await()
          .pollInterval(Duration.ofMillis(10))
          .until(() -> world.get("/ready").statusCode() == 503);
      assertEquals("draining", world.json("/ready").path("status").asText());
      assertEquals(200, world.sender().chatwoot(Sender.question(7)));
      stopping.get(20, TimeUnit.SECONDS);
      assertTrue(stopping.isDone());
    }
  }
}
