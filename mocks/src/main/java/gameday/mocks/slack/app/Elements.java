package gameday.mocks.slack.app;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What people do to Block Kit's elements, in the fields Slack tells it in. */
final class Elements {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final Map<String, Shape> SHAPES =
      Map.ofEntries(
          entry("plain_text_input", new Shape("value", "initial_value", Kind.TEXT)),
          entry("email_text_input", new Shape("value", "initial_value", Kind.TEXT)),
          entry("url_text_input", new Shape("value", "initial_value", Kind.TEXT)),
          entry("number_input", new Shape("value", "initial_value", Kind.TEXT)),
          entry("static_select", new Shape("selected_option", "initial_option", Kind.OPTION)),
          entry("radio_buttons", new Shape("selected_option", "initial_option", Kind.OPTION)),
          entry("overflow", new Shape("selected_option", "", Kind.OPTION)),
          entry("external_select", new Shape("selected_option", "initial_option", Kind.ANY_OPTION)),
          entry(
              "multi_static_select",
              new Shape("selected_options", "initial_options", Kind.OPTIONS)),
          entry("checkboxes", new Shape("selected_options", "initial_options", Kind.OPTIONS)),
          entry("users_select", new Shape("selected_user", "initial_user", Kind.TEXT)),
          entry(
              "conversations_select",
              new Shape("selected_conversation", "initial_conversation", Kind.TEXT)),
          entry("channels_select", new Shape("selected_channel", "initial_channel", Kind.TEXT)),
          entry("multi_users_select", new Shape("selected_users", "initial_users", Kind.TEXTS)),
          entry(
              "multi_conversations_select",
              new Shape("selected_conversations", "initial_conversations", Kind.TEXTS)),
          entry(
              "multi_channels_select",
              new Shape("selected_channels", "initial_channels", Kind.TEXTS)),
          entry("datepicker", new Shape("selected_date", "initial_date", Kind.TEXT)),
          entry("timepicker", new Shape("selected_time", "initial_time", Kind.TEXT)),
          entry(
              "datetimepicker", new Shape("selected_date_time", "initial_date_time", Kind.NUMBER)));

  private Elements() {}

  /** Whether an element keeps what was chosen in it, as a button doesn't. */
  static boolean keepsState(JsonNode element) {
    return SHAPES.containsKey(type(element)) && !type(element).equals("overflow");
  }

  /** The state of an element nobody has touched. */
  static ObjectNode untouched(JsonNode element) {
    var shape = shape(element);
    var state = JSON.objectNode().put("type", type(element));
    var initial = element.path(shape.initial());
    if (!initial.isMissingNode()) {
      state.set(shape.field(), initial);
    } else if (shape.kind().many) {
      state.putArray(shape.field());
    } else {
      state.putNull(shape.field());
    }
    return state;
  }

  /**
   * The state of an element after somebody chose or typed.
   *
   * @param values options by their values, ids, or text
   * @throws IllegalArgumentException if nobody can do that to such an element
   */
  static ObjectNode chosen(JsonNode element, List<String> values) {
    var shape = shape(element);
    if (!shape.kind().many && values.size() != 1) {
      throw new IllegalArgumentException(named(element) + " takes one value, not " + values);
    }
    var state = JSON.objectNode().put("type", type(element));
    if (shape.kind().many) {
      var all = state.putArray(shape.field());
      values.forEach(value -> all.add(value(element, shape.kind(), value)));
    } else {
      state.set(shape.field(), value(element, shape.kind(), values.getFirst()));
    }
    return state;
  }

  /** Whether a state, as told by the two above, holds nothing. */
  static boolean isEmpty(JsonNode element, ObjectNode state) {
    var value = state.path(shape(element).field());
    return value.isNull() || value.isContainerNode() && value.isEmpty();
  }

  private static JsonNode value(JsonNode element, Kind kind, String value) {
    return switch (kind) {
      case TEXT, TEXTS -> new TextNode(value);
      case NUMBER -> JSON.numberNode(Long.parseLong(value));
      case OPTION, OPTIONS -> option(element, value);
      case ANY_OPTION -> anyOption(value);
    };
  }

  private static JsonNode option(JsonNode element, String value) {
    return options(element).stream()
        .filter(option -> option.path("value").asText().equals(value))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(named(element) + " has no option " + value));
  }

  private static List<JsonNode> options(JsonNode element) {
    var options = new ArrayList<JsonNode>();
    element.path("options").forEach(options::add);
    element.path("option_groups").forEach(group -> group.path("options").forEach(options::add));
    return options;
  }

  private static ObjectNode anyOption(String value) {
    var option = JSON.objectNode();
    option.putObject("text").put("type", "plain_text").put("text", value).put("emoji", true);
    return option.put("value", value);
  }

  private static Shape shape(JsonNode element) {
    var shape = SHAPES.get(type(element));
    if (shape == null) {
      throw new IllegalArgumentException("nobody can choose in " + named(element));
    }
    return shape;
  }

  private static String named(JsonNode element) {
    return type(element) + " " + element.path("action_id").asText();
  }

  private static String type(JsonNode element) {
    return element.path("type").asText();
  }

  /** Where an element's value is told, and where the app may set it beforehand. */
  private record Shape(String field, String initial, Kind kind) {}

  private enum Kind {
    TEXT(false),
    NUMBER(false),
    OPTION(false),
    ANY_OPTION(false),
    TEXTS(true),
    OPTIONS(true);

    private final boolean many;

    Kind(boolean many) {
      this.many = many;
    }
  }
}
