package gameday.mocks.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The list, as Slack's Java SDK sees it. */
class JavaSdkTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** More than the largest burst that is let through. */
  private static final int MOST_CALLS = 200;

  private final Stage stage = new Stage();
  private final Names names = new Names(stage.facts());
  private final JavaSdk sdk = new JavaSdk(stage.slackApiUrl());

  @AfterEach
  void stop() {
    sdk.close();
    stage.close();
  }

  @TestFactory
  Stream<DynamicTest> seesWhatSlackWouldShow() {
    return CallList.read().steps().stream()
        .map(step -> DynamicTest.dynamicTest(step.name(), () -> run(step)));
  }

  private void run(Step step) {
    try {
      play(step);
    } catch (IOException | RuntimeException | AssertionError trouble) {
      throw new AssertionError(step.name() + ": " + trouble.getMessage(), trouble);
    }
  }

  private void play(Step step) throws IOException {
    stage.people.act(step.json().path("before"), names);
    try {
      check(step, answer(step));
    } finally {
      stage.people.act(step.json().path("after"), names);
    }
  }

  private void check(Step step, JsonNode answer) {
    step.expect()
        .forEach(
            (path, expected) ->
                Expectation.problem(answer, path, names.in(expected)).ifPresent(why -> fail(why)));
    step.keep().forEach((name, path) -> names.keep(name, Expectation.at(answer, path)));
  }

  private JsonNode answer(Step step) throws IOException {
    if (step.people().isPresent()) {
      return stage.people.act(names.in(step.people().get()));
    }
    if (step.isRefused()) {
      return refusal(step);
    }
    var answer = step.pages() > 0 ? pages(step) : body(step, names.in(step.args()));
    if (step.error().isPresent()) {
      assertEquals(step.error().get(), answer.path("error").asText(), answer::toString);
    } else {
      assertTrue(step.pages() > 0 || answer.path("ok").asBoolean(), answer::toString);
    }
    return answer;
  }

  private JsonNode body(Step step, JsonNode args) throws IOException {
    var answer = once(step, args);
    answer.refusal().ifPresent(refusal -> fail("refused: " + refusal + " " + answer.body()));
    return answer.body();
  }

  private JavaSdk.Answer once(Step step, JsonNode args) throws IOException {
    var token = step.token().map(names::in).orElse(stage.fact("bot_token"));
    if (step.isUpload()) {
      return sdk.upload(token, args);
    }
    var method = step.call().orElseThrow();
    return step.isUntyped() ? sdk.callUntyped(token, method, args) : sdk.call(token, method, args);
  }

  /** All pages, as {@code pages}. */
  private JsonNode pages(Step step) throws IOException {
    var args = ((ObjectNode) names.in(step.args())).deepCopy();
    var all = MAPPER.createObjectNode();
    var pages = all.putArray("pages");
    String cursor;
    do {
      var page = body(step, args);
      assertTrue(page.path("ok").asBoolean(), page::toString);
      pages.add(page);
      cursor = page.at("/response_metadata/next_cursor").asText();
      args.put("cursor", cursor);
    } while (!cursor.isEmpty() && pages.size() <= step.pages());
    assertEquals(step.pages(), pages.size());
    return all;
  }

  /** Calls until the rate limit is met: this SDK leaves it to its user to wait. */
  private JsonNode refusal(Step step) throws IOException {
    for (var n = 0; n < MOST_CALLS; n++) {
      var answer = once(step, names.in(step.args()));
      if (answer.refusal().isPresent()) {
        assertEquals(step.error().orElseThrow(), answer.body().path("error").asText());
        return answer.refusal().get();
      }
    }
    return fail("never refused");
  }
}
