package gameday.mocks.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A call's arguments, however the SDK wrote them; {@link CallReader} reads them. */
public final class Arguments {
  private final ObjectNode json;
  private final Map<String, String> fields;

  /**
   * @param json the body, if it is JSON; counts before {@code fields}
   * @param fields of a form and of the query
   */
  Arguments(ObjectNode json, Map<String, String> fields) {
    this.json = json;
    this.fields = fields;
  }

  /** Those of a message that came as one JSON object, by another way than the Web API. */
  static Arguments of(JsonNode message) {
    return new Arguments(
        message instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode(),
        Map.of());
  }

  /** Whether it was given at all, be it empty or null. */
  public boolean has(String name) {
    return json.has(name) || fields.containsKey(name);
  }

  /** What was given at all. */
  Set<String> names() {
    var names = new LinkedHashSet<>(fields.keySet());
    json.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** The first of the names that wasn't given at all. */
  Optional<String> missing(String... names) {
    for (var name : names) {
      if (!has(name)) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  /** A text; absent, null and empty are the same to Slack. */
  public Optional<String> text(String name) {
    var value = json.get(name);
    var text = value == null ? fields.get(name) : written(value);
    return text == null || text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private static String written(JsonNode value) {
    if (value.isNull()) {
      return "";
    }
    return value.isValueNode() ? value.asText() : value.toString();
  }

  /** A yes or no, in any SDK's spelling. */
  public boolean flag(String name) {
    return text(name).filter(value -> value.equals("1") || value.equals("true")).isPresent();
  }

  /** A list, with commas or as a JSON array. */
  List<String> list(String name) {
    var value = json.get(name);
    if (value != null && value.isArray()) {
      return value.valueStream().map(JsonNode::asText).toList();
    }
    return text(name).map(text -> List.of(text.strip().split("\\s*,\\s*"))).orElse(List.of());
  }

  /** An object or array, as JSON or as text that holds JSON; a missing node if unreadable. */
  public Optional<JsonNode> json(String name) {
    var value = json.get(name);
    return value != null && value.isContainerNode()
        ? Optional.of(value)
        : text(name).map(Arguments::parsed);
  }

  private static JsonNode parsed(String text) {
    try {
      var value = SlackJson.MAPPER.readTree(text);
      return UnpairedSurrogates.areIn(value) ? MissingNode.getInstance() : value;
    } catch (JsonProcessingException unreadable) {
      return MissingNode.getInstance();
    }
  }
}
