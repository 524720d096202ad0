package gameday.mocks.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an answer must hold. A value is expected as it stands; an object says more: {@code {"is":
 * "string"}}, {@code {"matches": "^B"}}, {@code {"size": 3}}, {@code {"absent": true}}.
 */
final class Expectation {
  private Expectation() {}

  /** What is wrong with {@code answer} at {@code path}; empty if nothing is. */
  static Optional<String> problem(JsonNode answer, String path, JsonNode expected) {
    var found = at(answer, path);
    return holds(found, expected)
        ? Optional.empty()
        : Optional.of("%s must be %s, was %s in %s".formatted(path, expected, found, answer));
  }

  /** By names and numbers with dots between; {@code *} is each of an array; empty is all. */
  static JsonNode at(JsonNode json, String path) {
    if (path.isEmpty()) {
      return json;
    }
    var dot = path.indexOf('.');
    var first = dot < 0 ? path : path.substring(0, dot);
    var rest = dot < 0 ? "" : path.substring(dot + 1);
    if (first.equals("*")) {
      var each = JsonNodeFactory.instance.arrayNode();
      json.forEach(item -> add(each, at(item, rest)));
      return each;
    }
    return at(json.isArray() ? json.path(Integer.parseInt(first)) : json.path(first), rest);
  }

  private static void add(ArrayNode all, JsonNode item) {
    if (!item.isMissingNode()) {
      all.add(item);
    }
  }

  private static boolean holds(JsonNode found, JsonNode expected) {
    if (!expected.isObject()) {
      return same(found, expected);
    }
    return expected.propertyStream().allMatch(rule -> holds(found, rule.getKey(), rule.getValue()));
  }

  private static boolean holds(JsonNode found, String rule, JsonNode value) {
    return switch (rule) {
      case "is" -> found.getNodeType().name().equalsIgnoreCase(value.asText());
      case "matches" ->
          found.isTextual() && Pattern.compile(value.asText()).matcher(found.asText()).find();
      case "size" -> found.isContainerNode() && found.size() == value.asInt();
      case "length" -> found.isTextual() && found.asText().length() == value.asInt();
      case "absent" -> found.isMissingNode() == value.asBoolean();
      default -> throw new IllegalArgumentException("there is no rule " + rule);
    };
  }

  private static boolean same(JsonNode found, JsonNode expected) {
    return found.isNumber() && expected.isNumber()
        ? found.decimalValue().compareTo(expected.decimalValue()) == 0
        : found.equals(expected);
  }
}
