package gameday.mocks.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import gameday.mocks.http.Call;
import gameday.mocks.http.FormData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A call's arguments, however the SDK wrote them: query, form (some send a field twice: the first
 * counts), or JSON (some send an empty body under a JSON content type).
 *
 * @param values by name
 * @param problem Slack's error word if the body can't be read
 */
public record Arguments(Map<String, JsonNode> values, Optional<String> problem) {

  static Arguments of(Call call) {
    var values = new LinkedHashMap<String, JsonNode>();
    var type = call.header("content-type").orElse("").toLowerCase(Locale.ROOT);
    var problem = Optional.<String>empty();
    if (type.startsWith("application/json")) {
      problem = readJson(call.body(), values);
    } else if (type.startsWith("application/x-www-form-urlencoded")) {
      addFirsts(FormData.parse(new String(call.body(), StandardCharsets.UTF_8)), values);
    } else if (call.body().length > 0) {
      problem = Optional.of("invalid_form_data");
    }
    addFirsts(call.query(), values);
    return new Arguments(values, problem);
  }

  /** Those of a message that came as one JSON object, by another way than the Web API. */
  static Arguments of(JsonNode object) {
    var values = new LinkedHashMap<String, JsonNode>();
    object.properties().forEach(field -> values.put(field.getKey(), field.getValue()));
    return new Arguments(values, Optional.empty());
  }

  private static Optional<String> readJson(byte[] body, Map<String, JsonNode> values) {
    if (body.length == 0) {
      return Optional.empty();
    }
    try {
      var json = SlackJson.MAPPER.readTree(body);
      if (!json.isObject()) {
        return Optional.of("json_not_object");
      }
      json.properties().forEach(field -> values.put(field.getKey(), field.getValue()));
      return Optional.empty();
    } catch (IOException unreadable) {
      return Optional.of("invalid_json");
    }
  }

  private static void addFirsts(Map<String, List<String>> fields, Map<String, JsonNode> values) {
    fields.forEach((name, given) -> values.putIfAbsent(name, new TextNode(given.getFirst())));
  }

  /** A text; absent, null and empty are the same to Slack. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name))
        .filter(value -> !value.isNull())
        .map(value -> value.isValueNode() ? value.asText() : value.toString())
        .filter(value -> !value.isEmpty());
  }

  /** A yes or no, in any SDK's spelling. */
  public boolean flag(String name) {
    return text(name).filter(value -> value.equals("1") || value.equals("true")).isPresent();
  }

  /** An object or array, as JSON or as text that holds JSON; a missing node if unreadable. */
  public Optional<JsonNode> json(String name) {
    return text(name).map(Arguments::parsed);
  }

  private static JsonNode parsed(String json) {
    try {
      return SlackJson.MAPPER.readTree(json);
    } catch (JsonProcessingException unreadable) {
      return MissingNode.getInstance();
    }
  }
}
