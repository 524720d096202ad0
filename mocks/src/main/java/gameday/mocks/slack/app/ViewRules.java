package gameday.mocks.slack.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What Slack demands of a view that an app wants shown as a modal. */
final class ViewRules {
  private static final int LARGEST = 250 << 10;
  private static final int LONGEST_TITLE = 24;
  private static final int LONGEST_METADATA = 3_000;
  private static final int LONGEST_ID = 255;
  private static final int MOST_BLOCKS = 100;

  private ViewRules() {}

  /** Whether it is larger than 250 KB. */
  static boolean isTooLarge(JsonNode view) {
    return view.toString().getBytes(StandardCharsets.UTF_8).length > LARGEST;
  }

  /** What is wrong, each with a pointer to where; empty if nothing is. */
  static List<String> problems(JsonNode view) {
    if (!view.isObject()) {
      return List.of("must provide an object [json-pointer:/view]");
    }
    var problems = new ArrayList<String>();
    var type = view.path("type");
    if (type.isMissingNode()) {
      problems.add("missing required field: type [json-pointer:/view]");
    } else if (!type.asText().equals("modal")) {
      problems.add("unsupported type: " + type.asText() + " [json-pointer:/view/type]");
    }
    for (var field : List.of("title", "submit", "close")) {
      label(view, field, problems);
    }
    limit(view, "private_metadata", LONGEST_METADATA, problems);
    limit(view, "callback_id", LONGEST_ID, problems);
    limit(view, "external_id", LONGEST_ID, problems);
    blocks(view, problems);
    return problems;
  }

  private static void label(JsonNode view, String field, List<String> problems) {
    var label = view.path(field);
    if (label.isMissingNode() || label.isNull()) {
      if (field.equals("title")) {
        problems.add("missing required field: title [json-pointer:/view]");
      }
      return;
    }
    var pointer = " [json-pointer:/view/" + field;
    if (!label.path("type").asText().equals("plain_text")) {
      problems.add("must provide an object of type plain_text" + pointer + "]");
    } else if (label.path("text").asText().isEmpty()) {
      problems.add("must be more than 0 characters" + pointer + "/text]");
    } else if (label.path("text").asText().length() > LONGEST_TITLE) {
      problems.add("must be less than " + (LONGEST_TITLE + 1) + " characters" + pointer + "/text]");
    }
  }

  private static void limit(JsonNode view, String field, int most, List<String> problems) {
    if (view.path(field).asText().length() > most) {
      problems.add(
          "must be less than " + (most + 1) + " characters [json-pointer:/view/" + field + "]");
    }
  }

  private static void blocks(JsonNode view, List<String> problems) {
    var blocks = view.path("blocks");
    if (blocks.isMissingNode()) {
      problems.add("missing required field: blocks [json-pointer:/view]");
      return;
    }
    if (!blocks.isArray()) {
      problems.add("must provide an array [json-pointer:/view/blocks]");
      return;
    }
    if (blocks.size() > MOST_BLOCKS) {
      problems.add("no more than 100 items allowed [json-pointer:/view/blocks]");
      return;
    }
    for (var n = 0; n < blocks.size(); n++) {
      block(view, blocks.get(n), "/view/blocks/" + n, problems);
    }
  }

  private static void block(JsonNode view, JsonNode block, String at, List<String> problems) {
    var type = block.path("type").asText();
    if (type.isEmpty()) {
      problems.add("missing required field: type [json-pointer:" + at + "]");
    } else if (type.equals("input") && !view.hasNonNull("submit")) {
      problems.add(
          "must define `submit` to use an `input` block in modals [json-pointer:" + at + "/input]");
    } else if (type.equals("input") && !block.path("element").isObject()) {
      problems.add("missing required field: element [json-pointer:" + at + "]");
    }
  }
}
