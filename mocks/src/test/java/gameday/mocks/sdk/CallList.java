package gameday.mocks.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The list that all SDKs run.
 *
 * @param steps in order; later ones use what earlier ones kept
 * @param wire requests that no SDK here sends, in the shapes other clients give them
 * @param flows between Slack and an app made with Bolt
 */
record CallList(List<Step> steps, List<JsonNode> wire, List<Flow> flows) {
  /** Where it is, for programs in other languages. */
  static final Path FILE = Path.of("src/test/resources/gameday/mocks/sdk/calls.json");

  /**
   * @param name a sentence
   * @param over {@code http}, {@code socket} or both
   */
  record Flow(String name, List<String> over) {}

  static CallList read() {
    JsonNode json;
    try {
      json = new ObjectMapper().readTree(FILE.toFile());
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
    return new CallList(
        json.path("steps").valueStream().map(each -> new Step(name(each), each)).toList(),
        json.path("wire").valueStream().toList(),
        json.path("flows").valueStream().map(CallList::flow).toList());
  }

  static String name(JsonNode json) {
    return json.path("name").asText();
  }

  private static Flow flow(JsonNode json) {
    return new Flow(name(json), json.path("over").valueStream().map(JsonNode::asText).toList());
  }
}
