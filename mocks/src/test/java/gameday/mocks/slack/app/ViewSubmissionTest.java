package gameday.mocks.slack.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people do in views, and what the app makes of it. */
class ViewSubmissionTest {
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
  void submitsWhatAPersonFilledIn() {
    var id = open().path("id").asText();

    var outcome =
        AppStage.of(
            people.submit(
                stage.ada, id, Map.of("text", List.of("no sound"), "tier", List.of("csm"))));

    assertEquals(new Outcome.Acknowledged(), outcome);
    var payload = stage.interaction();
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

    var payload = stage.interaction();
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
    var press = stage.interaction();
    AppStage.of(people.chooseInView(stage.ada, id, "tier", List.of("csm")));
    var choice = stage.interaction();

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
