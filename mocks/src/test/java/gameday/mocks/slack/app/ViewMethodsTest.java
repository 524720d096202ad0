package gameday.mocks.slack.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the app may do with views. */
class ViewMethodsTest {
  private static final String VIEW =
      """
      {"type":"modal","callback_id":"issue","private_metadata":"i-7",
       "title":{"type":"plain_text","text":"Issue"},
       "submit":{"type":"plain_text","text":"Send"},
       "blocks":[
        {"type":"input","block_id":"what","label":{"type":"plain_text","text":"What?"},
         "element":{"type":"plain_text_input","action_id":"text","initial_value":"old"}},
        {"type":"input","optional":true,"block_id":"who",
         "label":{"type":"plain_text","text":"Who?"},
         "element":{"type":"static_select","action_id":"tier","options":[
          {"text":{"type":"plain_text","text":"CSM"},"value":"csm"}]}}]}
      """;

  private final AppStage stage = new AppStage();
  private final SlackInteractions people = stage.app.interactions();

  @AfterEach
  void stop() {
    stage.close();
  }

  private String trigger() {
    AppStage.of(people.shortcut(stage.ada, "open"));
    return stage.interaction().path("trigger_id").asText();
  }

  private ObjectNode show(String method, String trigger, String view) {
    return stage.call(method, "{\"trigger_id\":\"%s\",\"view\":%s}".formatted(trigger, view));
  }

  private ObjectNode open() {
    var opened = show("views.open", trigger(), VIEW);
    assertTrue(opened.path("ok").asBoolean(), opened.toString());
    return (ObjectNode) opened.path("view");
  }

  @Test
  void showsAViewToWhomTheTriggerIsFor() {
    var view = open();

    assertTrue(view.path("id").asText().matches("V\\w{10}"));
    assertEquals(stage.workspace.teamId(), view.path("team_id").asText());
    assertEquals("modal", view.path("type").asText());
    assertEquals("issue", view.path("callback_id").asText());
    assertEquals("i-7", view.path("private_metadata").asText());
    assertEquals("", view.path("external_id").asText("none"));
    assertEquals(view.path("id"), view.path("root_view_id"));
    assertTrue(view.path("previous_view_id").isNull());
    assertTrue(view.path("hash").asText().matches("1700000000\\.[0-9a-f]{8}"));
    assertEquals(stage.workspace.appId(), view.path("app_id").asText());
    assertTrue(view.path("bot_id").asText().startsWith("B"));
    assertEquals("Send", view.at("/submit/text").asText());
    assertTrue(view.get("close").isNull());
    assertEquals("old", view.at("/state/values/what/text/value").asText());
    assertTrue(view.at("/state/values/who/tier/selected_option").isNull());
    assertEquals(List.of(view), people.openViews(stage.ada));
    assertTrue(people.openViews(stage.workspace.botUserId()).isEmpty());
  }

  @Test
  void takesAViewAsTextToo() {
    var escaped = stage.call("api.test", "{}").textNode(VIEW).toString();

    assertTrue(show("views.open", trigger(), escaped).path("ok").asBoolean());
  }

  @Test
  void takesATriggerOnceAndForThreeSeconds() {
    var once = trigger();
    var late = trigger();
    show("views.open", once, VIEW);

    assertEquals("exchanged_trigger_id", error(show("views.open", once, VIEW)));
    assertEquals("invalid_trigger_id", error(show("views.open", "1.2.3", VIEW)));
    stage.alarms.pass(Duration.ofMillis(3_001));
    assertEquals("expired_trigger_id", error(show("views.open", late, VIEW)));
  }

  private static String error(JsonNode reply) {
    return reply.path("error").asText();
  }

  @Test
  void keepsATriggerThatAViewWasTooBadFor() {
    var trigger = trigger();
    show("views.open", trigger, "{\"type\":\"modal\"}");

    assertTrue(show("views.open", trigger, VIEW).path("ok").asBoolean());
  }

  @Test
  void saysWhatIsWrongWithAView() {
    assertEquals("[ERROR] missing required field: view", message(stage.call("views.open", "{}")));
    assertEquals(
        "[ERROR] missing required field: trigger_id",
        message(stage.call("views.open", "{\"view\":" + VIEW + "}")));
    assertEquals(
        "[ERROR] must provide an object [json-pointer:/view]",
        message(stage.call("views.open", "{\"view\":\"{\"}")));
    assertWrong("[ERROR] missing required field: type [json-pointer:/view]", "type", "null");
    assertWrong("[ERROR] unsupported type: home [json-pointer:/view/type]", "type", "\"home\"");
    assertWrong("[ERROR] missing required field: title [json-pointer:/view]", "title", "null");
    assertWrong(
        "[ERROR] must be less than 25 characters [json-pointer:/view/title/text]",
        "title",
        "{\"type\":\"plain_text\",\"text\":\"" + "x".repeat(25) + "\"}");
    assertWrong(
        "[ERROR] must provide an object of type plain_text [json-pointer:/view/title]",
        "title",
        "{\"type\":\"mrkdwn\",\"text\":\"x\"}");
    assertWrong(
        "[ERROR] must be more than 0 characters [json-pointer:/view/submit/text]",
        "submit",
        "{\"type\":\"plain_text\",\"text\":\"\"}");
    assertWrong("[ERROR] missing required field: blocks [json-pointer:/view]", "blocks", "null");
    assertWrong("[ERROR] must provide an array [json-pointer:/view/blocks]", "blocks", "{}");
    assertWrong(
        "[ERROR] no more than 100 items allowed [json-pointer:/view/blocks]",
        "blocks",
        "[" + "{},".repeat(100) + "{}]");
    assertWrong(
        "[ERROR] must define `submit` to use an `input` block in modals"
            + " [json-pointer:/view/blocks/0/input]",
        "submit",
        "null");
    assertWrong(
        "[ERROR] must be less than 3001 characters [json-pointer:/view/private_metadata]",
        "private_metadata",
        "\"" + "x".repeat(3_001) + "\"");
    assertTrue(people.openViews(stage.ada).isEmpty());
  }

  /** That the view with another value in a field, or without it, is refused for that reason. */
  private void assertWrong(String message, String field, String value) {
    var view = (ObjectNode) AppStage.read(VIEW);
    view.set(field, AppStage.read(value));
    if (view.path(field).isNull()) {
      view.remove(field);
    }
    assertEquals(message, message(show("views.open", "1.2.3", view.toString())));
  }

  private static String message(JsonNode reply) {
    assertEquals("invalid_arguments", error(reply), reply.toString());
    return reply.at("/response_metadata/messages/0").asText();
  }

  @Test
  void refusesAViewThatIsTooLargeOrHasAnIdThatIsTaken() {
    var large = (ObjectNode) AppStage.read(VIEW);
    large.put("filling", "x".repeat(250 << 10));
    assertEquals("view_too_large", error(show("views.open", "1.2.3", large.toString())));

    var named = ((ObjectNode) AppStage.read(VIEW)).put("external_id", "mine").toString();
    show("views.open", trigger(), named);
    assertEquals("duplicate_external_id", error(show("views.open", trigger(), named)));
    assertTrue(
        stage
            .call("views.update", "{\"external_id\":\"mine\",\"view\":" + named + "}")
            .path("ok")
            .asBoolean());
  }

  @Test
  void pushesUpToThreeViewsHigh() {
    assertEquals("not_found", error(show("views.push", trigger(), VIEW)));
    var root = open();
    var second = show("views.push", trigger(), VIEW).path("view");
    var third = show("views.push", trigger(), VIEW).path("view");

    assertEquals("push_limit_reached", error(show("views.push", trigger(), VIEW)));
    assertEquals(root.path("id"), third.path("root_view_id"));
    assertEquals(second.path("id"), third.path("previous_view_id"));
    assertEquals(List.of(root, second, third), people.openViews(stage.ada));
  }

  @Test
  void opensAViewInThePlaceOfAllThatWereOpen() {
    open();
    show("views.push", trigger(), VIEW);

    var fresh = open();

    assertEquals(List.of(fresh), people.openViews(stage.ada));
  }

  @Test
  void updatesAViewUnlessItHasChangedMeanwhile() {
    var view = open();
    var id = view.path("id").asText();
    var other = VIEW.replace("\"Issue\"", "\"Other\"");

    var updated = update(id, view.path("hash").asText(), other).path("view");
    assertEquals("Other", updated.at("/title/text").asText());
    assertEquals(id, updated.path("id").asText());
    assertNotEquals(view.path("hash"), updated.path("hash"));
    assertEquals(List.of(updated), people.openViews(stage.ada));

    assertEquals("hash_conflict", error(update(id, view.path("hash").asText(), VIEW)));
    assertEquals("not_found", error(update("V0", "", VIEW)));
    assertEquals(
        "[ERROR] missing required field: view_id",
        message(stage.call("views.update", "{\"view\":" + VIEW + "}")));
    assertEquals(
        "[ERROR] missing required field: view",
        message(stage.call("views.update", "{\"view_id\":\"" + id + "\"}")));
  }

  private ObjectNode update(String id, String hash, String view) {
    return stage.call(
        "views.update",
        "{\"view_id\":\"%s\",\"hash\":\"%s\",\"view\":%s}".formatted(id, hash, view));
  }
}
