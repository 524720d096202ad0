package gameday.mocks.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Requests in the shapes that Python's SDK, curl and careless clients give them. */
class WireTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int MOST_CALLS = 200;

  private final Stage stage = new Stage();
  private final Names names = new Names(stage.facts());
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    http.close();
    stage.close();
  }

  @TestFactory
  Stream<DynamicTest> answersAsSlackWould() {
    return CallList.read().wire().stream()
        .map(json -> DynamicTest.dynamicTest(CallList.name(json), () -> run(json)));
  }

  private void run(JsonNode json) throws IOException, InterruptedException {
    try {
      stage.people.act(json.path("before"), names);
      var response = response(json);
      assertEquals(json.path("status").asInt(200), response.statusCode(), response::body);
      var answer = read(response.body());
      if (json.has("error")) {
        var word = answer.isTextual() ? answer : answer.path("error");
        assertEquals(json.get("error"), word, response::body);
      }
      json.path("expect")
          .properties()
          .forEach(
              e ->
                  Expectation.problem(answer, e.getKey(), names.in(e.getValue()))
                      .ifPresent(why -> fail(why)));
      json.path("keep")
          .properties()
          .forEach(e -> names.keep(e.getKey(), Expectation.at(answer, e.getValue().asText())));
    } catch (RuntimeException | AssertionError trouble) {
      throw new AssertionError(CallList.name(json) + ": " + trouble.getMessage(), trouble);
    }
  }

  /** With {@code until} the first that has the status expected. */
  private HttpResponse<String> response(JsonNode json) throws IOException, InterruptedException {
    var response = http.send(request(json), BodyHandlers.ofString());
    var more = json.path("until").asBoolean() ? MOST_CALLS : 0;
    while (more-- > 0 && response.statusCode() != json.path("status").asInt()) {
      response = http.send(request(json), BodyHandlers.ofString());
    }
    return response;
  }

  private HttpRequest request(JsonNode json) {
    var url =
        json.has("url")
            ? names.in(json.path("url").asText())
            : stage.slackApiUrl() + names.in(json.path("call").asText());
    var body = names.in(json.path("body").asText());
    var request =
        HttpRequest.newBuilder(URI.create(url))
            .method(
                json.path("verb").asText("POST"),
                body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (json.has("type")) {
      request.header("Content-Type", json.path("type").asText());
    }
    if (json.path("bearer").asBoolean(true)) {
      request.header("Authorization", "Bearer " + stage.fact("bot_token"));
    }
    return request.build();
  }

  /** JSON, or text where it is none. */
  private static JsonNode read(String body) {
    try {
      return MAPPER.readTree(body);
    } catch (JsonProcessingException text) {
      return new TextNode(body);
    }
  }
}
