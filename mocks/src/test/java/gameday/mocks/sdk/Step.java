package gameday.mocks.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One step of the list, as the file has it; CONTRIBUTING says what each field is.
 *
 * @param name a sentence, unlike any other step's
 * @param json all of it
 */
record Step(String name, JsonNode json) {
  /** All that a step may have; anything else is a slip of the pen. */
  private static final Set<String> FIELDS =
      Set.of(
          "name", "call", "upload", "people", "args", "before", "after", "expect", "keep", "error",
          "token", "pages", "refused", "untyped");

  Step {
    json.fieldNames()
        .forEachRemaining(
            field -> {
              if (!FIELDS.contains(field)) {
                throw new IllegalArgumentException(name + ": there is no field " + field);
              }
            });
  }

  /** The Web API method that is called, if it is a call. */
  Optional<String> call() {
    return text("call");
  }

  /** Whether the SDK's own helper uploads a file. */
  boolean isUpload() {
    return json.path("upload").asBoolean();
  }

  /** What people do, if it is not the SDK's turn; its result is the step's answer. */
  Optional<JsonNode> people() {
    return Optional.ofNullable(json.get("people"));
  }

  /** The arguments. */
  JsonNode args() {
    return json.has("args") ? json.get("args") : JsonNodeFactory.instance.objectNode();
  }

  /** What the answer must hold, by path. */
  Map<String, JsonNode> expect() {
    var expected = new LinkedHashMap<String, JsonNode>();
    json.path("expect").properties().forEach(e -> expected.put(e.getKey(), e.getValue()));
    return expected;
  }

  /** Parts of the answer that later steps use, path by name. */
  Map<String, String> keep() {
    var kept = new LinkedHashMap<String, String>();
    json.path("keep").properties().forEach(e -> kept.put(e.getKey(), e.getValue().asText()));
    return kept;
  }

  /** Slack's word for why the call fails; empty if it succeeds. */
  Optional<String> error() {
    return text("error");
  }

  /** The token instead of the bot's. */
  Optional<String> token() {
    return text("token");
  }

  /** How many pages there are to go through; 0 for a plain call. */
  int pages() {
    return json.path("pages").asInt();
  }

  /** Whether to call again and again until the rate limit is met. */
  boolean isRefused() {
    return json.path("refused").asBoolean();
  }

  /** Whether the arguments don't fit the SDK's types, which is where it matters that they don't. */
  boolean isUntyped() {
    return json.path("untyped").asBoolean();
  }

  private Optional<String> text(String field) {
    return Optional.ofNullable(json.get(field)).map(JsonNode::asText);
  }
}
