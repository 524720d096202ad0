package gameday.mocks.slack.app;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ResponseUrlsTest {
  private static final String BLOCKS =
      """
      [{"type":"actions","elements":[{"type":"button","action_id":"take",
        "text":{"type":"plain_text","text":"Take it"}}]}]
      """;

  private final AppStage stage = new AppStage();

  @AfterEach
  void stop() {
    stage.close();
  }

  /** That of a button in this message. */
  private String ofButton(String ts) {
    AppStage.of(stage.app.interactions().press(stage.ada, stage.channel, ts, "take"));
    return stage.interaction().path("response_url").asText();
  }

  private String postButton() {
    var before = stage.pipeline.bodies.size();
    var ts = stage.postBlocks(BLOCKS);
    await().until(() -> stage.pipeline.bodies.size() == before + 1);
    return ts;
  }

  private String ofCommand() {
    AppStage.of(stage.app.interactions().command(stage.ada, stage.channel, "/status", ""));
    return stage.command().get("response_url").getFirst();
  }

  private static void assertOk(HttpResponse<String> answer) {
    assertEquals(200, answer.statusCode(), answer.body());
    assertEquals("ok", answer.body());
  }

  private static void assertRefused(int status, String word, HttpResponse<String> answer) {
    assertEquals(status, answer.statusCode());
    assertEquals("{\"ok\":false,\"error\":\"" + word + "\"}", answer.body());
  }

  @Test
  void showsAMessageToThePersonOnlyUnlessToldOtherwise() {
    var url = ofCommand();

    assertOk(stage.postJson(url, "{\"text\":\"for you\"}"));
    assertOk(stage.postJson(url, "{\"text\":\"too\",\"response_type\":\"ephemeral\"}"));
    assertOk(stage.postJson(url, "{\"text\":\"for all\",\"response_type\":\"in_channel\"}"));

    assertEquals(2, stage.app.interactions().ephemerals(stage.ada).size());
    assertEquals(1, stage.history().size());
    assertEquals("for all", stage.history().at("/0/text").asText());
    assertEquals("bot_message", stage.history().at("/0/subtype").asText());
  }

  @Test
  void postsIntoAThread() {
    var parent = stage.write("p");
    var url = ofCommand();

    assertOk(
        stage.postJson(
            url,
            "{\"text\":\"r\",\"response_type\":\"in_channel\",\"thread_ts\":\"" + parent + "\"}"));

    assertEquals(1, stage.history().at("/0/reply_count").asInt());
    assertRefused(
        400,
        "thread_not_found",
        stage.postJson(
            url, "{\"text\":\"r\",\"response_type\":\"in_channel\",\"thread_ts\":\"1.1\"}"));
  }

  @Test
  void replacesTheMessageThatWasActedOn() {
    var ts = postButton();
    var url = ofButton(ts);

    assertOk(stage.postJson(url, "{\"replace_original\":true,\"text\":\"taken\",\"blocks\":[]}"));

    var message = stage.history().path(0);
    assertEquals("taken", message.path("text").asText());
    assertEquals(ts, message.path("ts").asText());
    assertTrue(message.has("edited"));
    assertFalse(message.has("blocks"));
    assertEquals(1, stage.history().size());
  }

  @Test
  void deletesTheMessageThatWasActedOn() {
    var url = ofButton(postButton());
    var told = stage.pipeline.bodies.size();

    assertOk(stage.postJson(url, "{\"delete_original\":true}"));

    assertEquals(0, stage.history().size());
    await().until(() -> stage.pipeline.bodies.size() == told + 1);
    var event = AppStage.read(stage.pipeline.bodies.getLast()).path("event");
    assertEquals("message_deleted", event.path("subtype").asText());
    assertEquals("look", event.at("/previous_message/text").asText());
    assertRefused(400, "message_not_found", stage.postJson(url, "{\"delete_original\":\"true\"}"));
  }

  @Test
  void replacesAndDeletesAnEphemeralMessage() {
    stage.postJson(ofCommand(), "{\"text\":\"x\",\"blocks\":" + BLOCKS + "}");
    var people = stage.app.interactions();
    var seen = people.ephemerals(stage.ada).getFirst();
    var url = ofButton(seen.ts());

    assertOk(stage.postJson(url, "{\"replace_original\":true,\"text\":\"y\"}"));
    assertEquals("y", people.ephemerals(stage.ada).getFirst().text());
    assertEquals(seen.ts(), people.ephemerals(stage.ada).getFirst().ts());

    assertOk(stage.postJson(url, "{\"delete_original\":true}"));
    assertTrue(people.ephemerals(stage.ada).isEmpty());
  }

  @Test
  void postsAnewWhereThereIsNothingToReplace() {
    assertOk(stage.postJson(ofCommand(), "{\"replace_original\":true,\"text\":\"x\"}"));

    assertEquals(1, stage.app.interactions().ephemerals(stage.ada).size());
    assertRefused(
        400, "message_not_found", stage.postJson(ofCommand(), "{\"delete_original\":true}"));
  }

  @Test
  void isGoodForFiveUses() {
    var url = ofCommand();
    assertRefused(400, "no_text", stage.postJson(url, "{}"));
    assertRefused(400, "invalid_payload", stage.postJson(url, "text"));
    for (var n = 0; n < 5; n++) {
      assertOk(stage.postJson(url, "{\"text\":\"" + n + "\"}"));
    }

    assertRefused(404, "used_url", stage.postJson(url, "{\"text\":\"6\"}"));
    assertEquals(5, stage.app.interactions().ephemerals(stage.ada).size());
  }

  @Test
  void isGoodForHalfAnHour() {
    var url = ofCommand();
    stage.alarms.pass(Duration.ofMinutes(30));
    assertOk(stage.postJson(url, "{\"text\":\"in time\"}"));

    stage.alarms.pass(Duration.ofSeconds(1));

    assertRefused(404, "expired_url", stage.postJson(url, "{\"text\":\"late\"}"));
    assertRefused(404, "expired_url", stage.postJson(url + "0", "{\"text\":\"guessed\"}"));
  }
}
