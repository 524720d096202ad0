package gameday.mocks.slack.app;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import gameday.mocks.slack.RunningSlack;
import gameday.mocks.slack.SlackSignature;
import gameday.mocks.slack.limits.RateLimits;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the app is told by HTTP of what people do. */
class SlackInteractionsTest {
  private static final String BLOCKS =
      """
      [{"type":"actions","block_id":"b1","elements":[
         {"type":"button","action_id":"take","text":{"type":"plain_text","text":"Take it"},
          "value":"i-7","style":"primary"},
         {"type":"static_select","action_id":"tier","options":[
          {"text":{"type":"plain_text","text":"CSM"},"value":"csm"},
          {"text":{"type":"plain_text","text":"Tech"},"value":"tech"}]}]},
       {"type":"section","text":{"type":"mrkdwn","text":"hm"},"accessory":
         {"type":"users_select","placeholder":{"type":"plain_text","text":"Who?"}}}]
      """;
  private static final Outcome ACKNOWLEDGED = new Outcome.Acknowledged();

  private final AppStage stage = new AppStage();
  private final SlackInteractions people = stage.app.interactions();

  @AfterEach
  void stop() {
    stage.close();
  }

  /** The bot's message; its own event is the first thing the pipeline gets. */
  private String postBlocks() {
    var ts = stage.postBlocks(BLOCKS);
    await().until(() -> stage.pipeline.bodies.size() == 1);
    return ts;
  }

  @Test
  void tellsOfAButtonInSlacksShape() {
    var ts = postBlocks();

    assertEquals(ACKNOWLEDGED, AppStage.of(people.press(stage.ada, stage.channel, ts, "take")));

    var payload = stage.interaction();
    assertEquals("block_actions", payload.path("type").asText());
    assertEquals(stage.workspace.teamId(), payload.at("/team/id").asText());
    assertEquals("acme", payload.at("/team/domain").asText());
    assertEquals(stage.ada, payload.at("/user/id").asText());
    assertEquals("ada.lovelace", payload.at("/user/username").asText());
    assertEquals("ada.lovelace", payload.at("/user/name").asText());
    assertEquals(stage.workspace.appId(), payload.path("api_app_id").asText());
    assertTrue(payload.get("enterprise").isNull());
    assertFalse(payload.path("is_enterprise_install").asBoolean(true));
    assertEquals("message", payload.at("/container/type").asText());
    assertEquals(ts, payload.at("/container/message_ts").asText());
    assertEquals(stage.channel, payload.at("/container/channel_id").asText());
    assertFalse(payload.at("/container/is_ephemeral").asBoolean(true));
    assertEquals("event-summit", payload.at("/channel/name").asText());
    assertEquals(ts, payload.at("/message/ts").asText());
    assertEquals("take", payload.at("/message/blocks/0/elements/0/action_id").asText());
    assertTrue(payload.path("trigger_id").asText().matches("\\d+\\.\\d+\\.[0-9a-f]{32}"));
    assertTrue(
        payload
            .path("response_url")
            .asText()
            .matches("http://127\\.0\\.0\\.1:\\d+/slack/actions/T\\w+/\\d+/[0-9a-f]{32}"));
    var action = payload.at("/actions/0");
    assertEquals("button", action.path("type").asText());
    assertEquals("take", action.path("action_id").asText());
    assertEquals("b1", action.path("block_id").asText());
    assertEquals("i-7", action.path("value").asText());
    assertEquals("primary", action.path("style").asText());
    assertEquals("Take it", action.at("/text/text").asText());
    assertTrue(action.path("action_ts").asText().matches("\\d{10}\\.\\d{6}"));
    assertTrue(payload.at("/state/values/b1/tier/selected_option").isNull());
  }

  @Test
  void signsInteractionsLikeEvents() {
    AppStage.of(people.shortcut(stage.ada, "open"));

    var headers = stage.pipeline.headers.getFirst();
    assertEquals("application/x-www-form-urlencoded", headers.get("content-type"));
    assertEquals("" + RunningSlack.NOW_SECONDS, headers.get("x-slack-request-timestamp"));
    assertEquals(
        SlackSignature.of(
            stage.credentials.signingSecret(),
            RunningSlack.NOW_SECONDS,
            stage.pipeline.bodies.getFirst().getBytes(StandardCharsets.UTF_8)),
        headers.get("x-slack-signature"));
    assertEquals(List.of("Ix 0 200"), stage.told);
  }

  @Test
  void tellsOfAChoiceAndOfTheStateAfterIt() {
    var ts = postBlocks();

    AppStage.of(people.choose(stage.ada, stage.channel, ts, "tier", List.of("tech")));

    var payload = stage.interaction();
    assertEquals("tech", payload.at("/actions/0/selected_option/value").asText());
    assertEquals("Tech", payload.at("/actions/0/selected_option/text/text").asText());
    assertEquals("tech", payload.at("/state/values/b1/tier/selected_option/value").asText());
  }

  @Test
  void namesWhatTheAppLeftUnnamedAlikeWhereverItShows() {
    var ts = postBlocks();
    var section = stage.history().at("/0/blocks/1");
    var block = section.path("block_id").asText();
    var element = section.at("/accessory/action_id").asText();

    AppStage.of(people.choose(stage.ada, stage.channel, ts, element, List.of(stage.ada)));

    assertEquals(5, block.length());
    var action = stage.interaction().at("/actions/0");
    assertEquals(block, action.path("block_id").asText());
    assertEquals(element, action.path("action_id").asText());
    assertEquals(stage.ada, action.path("selected_user").asText());
  }

  @Test
  void findsElementsInAttachmentsAndInThreads() {
    var parent = stage.write("p");
    var attachments = "[{\"color\":\"#f00\",\"blocks\":%s}]".formatted(BLOCKS);
    var posted =
        stage.call(
            "chat.postMessage",
            "{\"channel\":\"%s\",\"text\":\"x\",\"thread_ts\":\"%s\",\"attachments\":%s}"
                .formatted(stage.channel, parent, attachments));
    await().until(() -> stage.pipeline.bodies.size() == 2);

    AppStage.of(people.press(stage.ada, stage.channel, posted.path("ts").asText(), "take"));

    assertEquals(parent, stage.interaction().at("/container/thread_ts").asText());
  }

  @Test
  void letsNobodyDoWhatNobodyCould() {
    var ts = postBlocks();

    refused(() -> people.press(stage.ada, stage.channel, ts, "other"));
    refused(() -> people.press(stage.ada, stage.channel, "1.1", "take"));
    refused(() -> people.press(stage.ada, "C1", ts, "take"));
    refused(() -> people.press("U1", stage.channel, ts, "take"));
    refused(() -> people.press(stage.workspace.botUserId(), stage.channel, ts, "take"));
    refused(() -> people.press(stage.ada, stage.channel, ts, "tier"));
    refused(() -> people.choose(stage.ada, stage.channel, ts, "take", List.of("i-7")));
    refused(() -> people.choose(stage.ada, stage.channel, ts, "tier", List.of("none")));
    refused(() -> people.choose(stage.ada, stage.channel, ts, "tier", List.of()));
    refused(() -> people.shortcut("U1", "open"));
    refused(() -> people.messageShortcut(stage.ada, stage.channel, "1.1", "open"));
    refused(() -> people.command(stage.ada, stage.channel, "status", ""));
    refused(() -> people.command(stage.ada, "C1", "/status", ""));
    refused(() -> people.submit(stage.ada, "V1", Map.of()));
    refused(() -> people.close(stage.ada, "V1"));
    assertEquals(1, stage.pipeline.bodies.size());
  }

  private static void refused(Runnable verb) {
    assertThrows(IllegalArgumentException.class, verb::run);
  }

  @Test
  void tellsOfShortcuts() {
    var ts = stage.write("no sound");
    await().until(() -> stage.pipeline.bodies.size() == 1);

    AppStage.of(people.shortcut(stage.ada, "open"));
    var global = stage.interaction();
    AppStage.of(people.messageShortcut(stage.ada, stage.channel, ts, "escalate"));
    var onMessage = stage.interaction();

    assertEquals("shortcut", global.path("type").asText());
    assertEquals("open", global.path("callback_id").asText());
    assertEquals(stage.ada, global.at("/user/id").asText());
    assertTrue(global.has("trigger_id") && global.has("action_ts") && !global.has("channel"));
    assertEquals("message_action", onMessage.path("type").asText());
    assertEquals("escalate", onMessage.path("callback_id").asText());
    assertEquals(ts, onMessage.path("message_ts").asText());
    assertEquals("no sound", onMessage.at("/message/text").asText());
    assertEquals(stage.channel, onMessage.at("/channel/id").asText());
    assertTrue(onMessage.path("response_url").asText().contains("/slack/app/"));
  }

  @Test
  void tellsOfACommandAsAForm() {
    AppStage.of(people.command(stage.ada, stage.channel, "/status", "all & more"));

    var form = stage.command();
    assertEquals(
        List.of(
            "token",
            "team_id",
            "team_domain",
            "channel_id",
            "channel_name",
            "user_id",
            "user_name",
            "command",
            "text",
            "api_app_id",
            "is_enterprise_install",
            "response_url",
            "trigger_id"),
        List.copyOf(form.keySet()));
    assertEquals(List.of("/status"), form.get("command"));
    assertEquals(List.of("all & more"), form.get("text"));
    assertEquals(List.of("event-summit"), form.get("channel_name"));
    assertEquals(List.of("ada.lovelace"), form.get("user_name"));
    assertEquals(List.of("false"), form.get("is_enterprise_install"));
    assertTrue(form.get("response_url").getFirst().contains("/slack/commands/"));
  }

  @Test
  void pressesInAnEphemeralMessageAndSaysSo() {
    stage.call(
        "chat.postEphemeral",
        "{\"channel\":\"%s\",\"user\":\"%s\",\"text\":\"x\",\"blocks\":%s}"
            .formatted(stage.channel, stage.ada, BLOCKS));
    var seen = people.ephemerals(stage.ada).getFirst();

    AppStage.of(people.press(stage.ada, stage.channel, seen.ts(), "take"));

    var payload = stage.interaction();
    assertTrue(payload.at("/container/is_ephemeral").asBoolean());
    assertFalse(payload.has("message"));
    var eve = stage.workspace.addPerson("Eve", "eve@example.com");
    refused(() -> people.press(eve, stage.channel, seen.ts(), "take"));
  }

  @Test
  void keepsTheNewestHundredEphemeralMessagesOfAPerson() {
    for (var n = 0; n < 101; n++) {
      stage.call(
          "chat.postEphemeral",
          "{\"channel\":\"%s\",\"user\":\"%s\",\"text\":\"%d\"}"
              .formatted(stage.channel, stage.ada, n));
    }

    var seen = people.ephemerals(stage.ada);
    assertEquals(100, seen.size());
    assertEquals("1", seen.getFirst().text());
    assertEquals("100", seen.getLast().text());
  }

  @Test
  void sendsEachThingToItsOwnPath() {
    var urls = new RequestUrls("/events", "/interactive", "/commands");
    try (var other = new AppStage(urls, RateLimits.off())) {
      other.workspace.post(other.ada, other.channel, "x", Optional.empty());
      AppStage.of(other.app.interactions().shortcut(other.ada, "open"));
      AppStage.of(other.app.interactions().command(other.ada, other.channel, "/status", ""));
      other.pipeline.answer = body -> challenge(body);

      assertTrue(other.app.verify(other.pipeline.base()).holds());
      await().until(() -> other.pipeline.paths.size() == 4);
      assertEquals(
          List.of("/commands", "/events", "/events", "/interactive"),
          other.pipeline.paths.stream().sorted().toList());
    }
  }

  private static String challenge(String body) {
    JsonNode asked = AppStage.read(body);
    return asked.path("challenge").asText();
  }
}
