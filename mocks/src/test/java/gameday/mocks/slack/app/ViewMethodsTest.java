package gameday.mocks.slack.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.http.FormData;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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
    return lastPayload().path("trigger_id").asText();
  }

  private JsonNode lastPayload() {
    return AppStage.read(FormData.parse(stage.pipeline.bodies.getLast()).get("payload").getFirst());
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

  @Test
  void submitsWhatAPersonFilledIn() {
    var id = open().path("id").asText();

    var outcome =
        AppStage.of(
            people.submit(
                stage.ada, id, Map.of("text", List.of("no sound"), "tier", List.of("csm"))));

    assertEquals(new Outcome.Acknowledged(), outcome);
    var payload = lastPayload();
    assertEquals("view_submission", payload.path("type").asText());
    assertEquals(stage.ada, payload.at("/user/id").asText());
    assertEquals(id, payload.at("/view/id").asText());
    assertEquals("i-7", payload.at("/view/private_metadata").asText());
    assertEquals("issue", payload.at("/view/callback_id").asText());
    assertEquals("no sound", payload.at("/view/state/values/what/text/value").asText());
    assertEquals("plain_text_input", payload.at("/view/state/values/what/text/type").asText());
    assertEquals("csm", payload.at("/view/state/values/who/tier/selected_option/value").asText());
    assertTrue(payload.has("trigger_id"));
    assertTrue(people.openViews(stage.ada).isEmpty());
  }

  @Test
  void letsNobodySubmitWhatIsNotFilledIn() {
    var id =
        show("views.open", trigger(), VIEW.replace("\"initial_value\":\"old\"", "\"x\":1"))
            .at("/view/id")
            .asText();

    assertThrows(IllegalArgumentException.class, () -> people.submit(stage.ada, id, Map.of()));
    assertThrows(
        IllegalArgumentException.class,
        () -> people.submit(stage.ada, id, Map.of("other", List.of("x"))));
    assertEquals(1, people.openViews(stage.ada).size());
  }

  private void answerJson(String json) {
    stage.pipeline.answerHeaders.put("Content-Type", "application/json");
    stage.pipeline.answer = body -> json;
  }

  @Test
  void keepsAViewOpenInWhichTheAppFindsErrors() {
    var id = open().path("id").asText();
    answerJson("{\"response_action\":\"errors\",\"errors\":{\"what\":\"too short\"}}");

    var outcome = AppStage.of(people.submit(stage.ada, id, Map.of("text", List.of("x"))));

    assertEquals(new Outcome.Rejected(Map.of("what", "too short")), outcome);
    var view = people.openViews(stage.ada).getFirst();
    assertEquals("x", view.at("/state/values/what/text/value").asText());
  }

  @Test
  void updatesPushesAndClearsAsTheAppSays() {
    var id = open().path("id").asText();
    answerJson(
        "{\"response_action\":\"update\",\"view\":"
            + VIEW.replace("\"Issue\"", "\"Updated\"")
            + "}");
    assertEquals(new Outcome.Acknowledged(), AppStage.of(people.submit(stage.ada, id, Map.of())));
    assertEquals("Updated", people.openViews(stage.ada).getFirst().at("/title/text").asText());

    answerJson("{\"response_action\":\"push\",\"view\":" + VIEW + "}");
    assertEquals(new Outcome.Acknowledged(), AppStage.of(people.submit(stage.ada, id, Map.of())));
    var stack = people.openViews(stage.ada);
    assertEquals(2, stack.size());
    assertEquals(id, stack.getLast().path("previous_view_id").asText());

    answerJson("{\"response_action\":\"clear\"}");
    var top = stack.getLast().path("id").asText();
    assertEquals(new Outcome.Acknowledged(), AppStage.of(people.submit(stage.ada, top, Map.of())));
    assertTrue(people.openViews(stage.ada).isEmpty());
  }

  @Test
  void showsTheViewBelowOnceTheTopOneIsDone() {
    var root = open();
    var top = show("views.push", trigger(), VIEW).at("/view/id").asText();

    AppStage.of(people.submit(stage.ada, top, Map.of()));

    assertEquals(List.of(root), people.openViews(stage.ada));
  }

  @Test
  void hasTroubleConnectingWhenTheAcknowledgementMakesNoSense() {
    var id = open().path("id").asText();
    var trouble =
        new Outcome.Failed("dispatch_failed", "We had some trouble connecting. Try again?");
    for (var nonsense :
        List.of(
            "{\"ok\":true}",
            "[]",
            "{\"response_action\":\"errors\",\"errors\":{}}",
            "{\"response_action\":\"update\",\"view\":{\"type\":\"modal\"}}",
            "{\"response_action\":\"push\"}",
            "{\"response_action\":\"explode\"}")) {
      answerJson(nonsense);
      assertEquals(trouble, AppStage.of(people.submit(stage.ada, id, Map.of())), nonsense);
    }
    stage.pipeline.status = 500;
    assertEquals(trouble, AppStage.of(people.submit(stage.ada, id, Map.of())));

    assertEquals(1, people.openViews(stage.ada).size());
  }

  @Test
  void tellsThatAViewWasClosedIfTheAppAskedToKnow() {
    var quiet = open().path("id").asText();
    var told = stage.pipeline.bodies.size();
    AppStage.of(people.close(stage.ada, quiet));
    assertEquals(told, stage.pipeline.bodies.size());

    var loud = ((ObjectNode) AppStage.read(VIEW)).put("notify_on_close", true);
    show("views.open", trigger(), loud.toString());
    var clearing = loud.put("clear_on_close", true).toString();
    var top = show("views.push", trigger(), clearing).at("/view/id").asText();
    AppStage.of(people.close(stage.ada, top));

    var payload = lastPayload();
    assertEquals("view_closed", payload.path("type").asText());
    assertEquals(top, payload.at("/view/id").asText());
    assertTrue(payload.path("is_cleared").asBoolean());
    assertTrue(people.openViews(stage.ada).isEmpty());
  }

  @Test
  void tellsOfWhatIsDoneInAView() {
    var blocks =
        """
        [{"type":"actions","block_id":"b","elements":[
          {"type":"button","action_id":"more","text":{"type":"plain_text","text":"More"}},
          {"type":"static_select","action_id":"tier","options":[
           {"text":{"type":"plain_text","text":"CSM"},"value":"csm"}]}]}]
        """;
    var view = (ObjectNode) AppStage.read(VIEW);
    view.set("blocks", AppStage.read(blocks));
    var id = show("views.open", trigger(), view.toString()).at("/view/id").asText();

    AppStage.of(people.pressInView(stage.ada, id, "more"));
    var press = lastPayload();
    AppStage.of(people.chooseInView(stage.ada, id, "tier", List.of("csm")));
    var choice = lastPayload();

    assertEquals("view", press.at("/container/type").asText());
    assertEquals(id, press.at("/container/view_id").asText());
    assertEquals("more", press.at("/actions/0/action_id").asText());
    assertEquals(id, press.at("/view/id").asText());
    assertEquals("csm", choice.at("/actions/0/selected_option/value").asText());
    assertEquals("csm", choice.at("/view/state/values/b/tier/selected_option/value").asText());
    assertEquals(
        "csm",
        people
            .openViews(stage.ada)
            .getFirst()
            .at("/state/values/b/tier/selected_option/value")
            .asText());
  }
}
