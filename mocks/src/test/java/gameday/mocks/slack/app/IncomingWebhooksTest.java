package gameday.mocks.slack.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.slack.api.webhook.Payload;
import gameday.mocks.slack.limits.RateLimits;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IncomingWebhooksTest {
  private final AppStage stage = new AppStage();
  private final String url = stage.app.incomingWebhook(stage.channel).toString();

  @AfterEach
  void stop() {
    stage.close();
  }

  private static void assertAnswer(int status, String word, HttpResponse<String> answer) {
    assertEquals(word, answer.body());
    assertEquals(status, answer.statusCode());
  }

  @Test
  void givesEachChannelAUrlOfItsOwnAndKeepsIt() {
    var other = stage.workspace.createChannel("other");

    assertTrue(
        url.matches("http://127\\.0\\.0\\.1:\\d+/slack/services/T\\w{10}/B\\w{10}/[0-9a-f]{32}"),
        url);
    assertEquals(url, stage.app.incomingWebhook(stage.channel).toString());
    assertFalse(url.equals(stage.app.incomingWebhook(other).toString()));
    assertThrows(IllegalArgumentException.class, () -> stage.app.incomingWebhook("C1"));
  }

  @Test
  void postsAsTheApp() {
    var body =
        "{\"text\":\"up\",\"blocks\":[{\"type\":\"divider\"}],\"attachments\":[{\"text\":\"a\"}]}";

    var answer = stage.postJson(url, body);

    assertAnswer(200, "ok", answer);
    assertEquals("text/html", answer.headers().firstValue("content-type").orElseThrow());
    var message = stage.history().path(0);
    assertEquals("up", message.path("text").asText());
    assertEquals("bot_message", message.path("subtype").asText());
    assertTrue(message.path("bot_id").asText().startsWith("B"));
    assertFalse(message.has("user"));
    assertEquals("divider", message.at("/blocks/0/type").asText());
    assertEquals("a", message.at("/attachments/0/text").asText());
  }

  @Test
  void takesAFormToo() {
    var payload = URLEncoder.encode("{\"text\":\"ü & more\"}", StandardCharsets.UTF_8);

    var answer = stage.post(url, "application/x-www-form-urlencoded", "payload=" + payload);

    assertAnswer(200, "ok", answer);
    assertEquals("ü & more", stage.history().at("/0/text").asText());
  }

  @Test
  void postsIntoAThread() {
    var parent = stage.write("p");

    stage.postJson(url, "{\"text\":\"r\",\"thread_ts\":\"" + parent + "\"}");

    assertEquals(1, stage.history().at("/0/reply_count").asInt());
    assertAnswer(
        400, "thread_not_found", stage.postJson(url, "{\"text\":\"r\",\"thread_ts\":\"1.1\"}"));
  }

  @Test
  void saysWhatIsWrongWithAMessage() {
    assertAnswer(400, "invalid_payload", stage.postJson(url, "{"));
    assertAnswer(400, "invalid_payload", stage.postJson(url, "[]"));
    assertAnswer(400, "invalid_payload", stage.postJson(url, ""));
    assertAnswer(400, "invalid_payload", stage.postJson(url, "[".repeat(10_000)));
    assertAnswer(
        400, "invalid_payload", stage.post(url, "application/x-www-form-urlencoded", "text=x"));
    assertAnswer(400, "no_text", stage.postJson(url, "{}"));
    assertAnswer(
        400, "invalid_blocks_format", stage.postJson(url, "{\"text\":\"x\",\"blocks\":7}"));
    var many = "{},".repeat(100) + "{}";
    assertAnswer(
        400, "too_many_attachments", stage.postJson(url, "{\"attachments\":[" + many + "]}"));
    assertEquals(0, stage.history().size());
  }

  @Test
  void saysWhatIsWrongWithAUrl() {
    var parts = url.split("/");
    var id = parts[parts.length - 2];
    var message = "{\"text\":\"x\"}";

    assertAnswer(403, "invalid_token", stage.postJson(url + "0", message));
    assertAnswer(404, "no_service", stage.postJson(url.replace(id, "B0"), message));
    assertAnswer(
        404, "no_team", stage.postJson(url.replace(stage.workspace.teamId(), "T0"), message));
    assertAnswer(404, "no_team", stage.postJson(url + "/more", message));
    assertEquals(0, stage.history().size());
  }

  @Test
  void limitsHowOftenAChannelIsWrittenInto() {
    var nanos = new ManualAlarms();
    var limits = RateLimits.published(1, nanos::nanos);
    try (var limited = new AppStage(RequestUrls.STANDARD, limits)) {
      var hook = limited.app.incomingWebhook(limited.channel).toString();
      for (var n = 0; n < 10; n++) {
        assertAnswer(200, "ok", limited.postJson(hook, "{\"text\":\"x\"}"));
      }

      var refused = limited.postJson(hook, "{\"text\":\"x\"}");

      assertAnswer(429, "{\"retry_after\":1,\"ok\":false,\"error\":\"rate_limited\"}", refused);
      assertEquals("1", refused.headers().firstValue("retry-after").orElseThrow());
      nanos.pass(Duration.ofSeconds(1));
      assertAnswer(200, "ok", limited.postJson(hook, "{\"text\":\"x\"}"));
    }
  }

  @Test
  void takesWhatSlacksOwnClientSends() throws Exception {
    var sent = stage.sdk().send(url, Payload.builder().text("hello").build());

    assertEquals(200, sent.getCode());
    assertEquals("ok", sent.getBody());
    assertEquals("hello", stage.history().at("/0/text").asText());
  }
}
