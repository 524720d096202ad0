package gameday.mocks.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What steps kept for later ones, put in for {@code ${name}} and {@code ${name*3}} (thrice); {@code
 * {"times": 3, "of": 1}} is {@code [1, 1, 1]}.
 */
final class Names {
  private static final Pattern USE = Pattern.compile("\\$\\{(?<name>[^*}]+)(\\*(?<times>\\d+))?}");

  private final Map<String, String> values = new HashMap<>();

  Names(Map<String, String> facts) {
    values.putAll(facts);
  }

  void keep(String name, JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      throw new AssertionError("there is nothing to keep as " + name);
    }
    values.put(name, value.asText());
  }

  /** The same with all names put in. */
  JsonNode in(JsonNode json) {
    return switch (json.getNodeType()) {
      case STRING -> new TextNode(in(json.asText()));
      case ARRAY -> {
        var array = JsonNodeFactory.instance.arrayNode();
        json.forEach(each -> array.add(in(each)));
        yield array;
      }
      case OBJECT -> json.has("times") ? times(json) : object(json);
      case BINARY, BOOLEAN, MISSING, NULL, NUMBER, POJO -> json;
    };
  }

  private JsonNode object(JsonNode json) {
    var object = JsonNodeFactory.instance.objectNode();
    json.properties().forEach(field -> object.set(field.getKey(), in(field.getValue())));
    return object;
  }

  private JsonNode times(JsonNode json) {
    var array = JsonNodeFactory.instance.arrayNode();
    for (var n = 0; n < json.path("times").asInt(); n++) {
      array.add(in(json.path("of")));
    }
    return array;
  }

  String in(String text) {
    return USE.matcher(text)
        .replaceAll(use -> Matcher.quoteReplacement(value(use.group("name"), use.group("times"))));
  }

  private String value(String name, String times) {
    // A name of one letter that nobody kept stands for itself, to make long texts of.
    var value = name.length() == 1 ? values.getOrDefault(name, name) : values.get(name);
    if (value == null) {
      throw new AssertionError("no earlier step has kept " + name);
    }
    return times == null ? value : value.repeat(Integer.parseInt(times));
  }
}
