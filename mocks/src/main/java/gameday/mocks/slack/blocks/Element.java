package gameday.mocks.slack.blocks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** What may stand in a block: buttons, menus, inputs, and the parts of rich text. */
final class Element {
  private static final int LONGEST_LABEL = 75;

  private static final Set<String> TYPES =
      Set.of(
          "button",
          "channels_select",
          "checkboxes",
          "conversations_select",
          "datepicker",
          "datetimepicker",
          "external_select",
          "feedback_buttons",
          "icon_button",
          "image",
          "multi_channels_select",
          "multi_conversations_select",
          "multi_external_select",
          "multi_static_select",
          "multi_users_select",
          "overflow",
          "radio_buttons",
          "rich_text_list",
          "rich_text_preformatted",
          "rich_text_quote",
          "rich_text_section",
          "static_select",
          "timepicker",
          "users_select",
          "workflow_button");

  private static final int LONGEST_ID = 255;
  private static final int LONGEST_VALUE = 2_000;
  private static final int LONGEST_URL = 3_000;

  private Element() {}

  static void judge(JsonNode element, String at, Complaints complaints) {
    if (!element.isObject()) {
      complaints.add("must be an object", at);
      return;
    }
    var type = element.path("type").asText();
    if (type.isEmpty()) {
      complaints.missing("type", at);
    } else if (!TYPES.contains(type)) {
      complaints.unsupported(type, at);
    } else if (type.equals("button")) {
      button(element, at, complaints);
    }
  }

  private static void button(JsonNode button, String at, Complaints complaints) {
    if (button.has("text")) {
      TextObject.judge(
          button.path("text"), at + "/text", TextObject.PLAIN, LONGEST_LABEL, complaints);
    } else {
      complaints.missing("text", at);
    }
    string(button, "action_id", at, LONGEST_ID, complaints);
    string(button, "value", at, LONGEST_VALUE, complaints);
    string(button, "url", at, LONGEST_URL, complaints);
  }

  private static void string(
      JsonNode element, String field, String at, int longest, Complaints complaints) {
    if (element.has(field)) {
      TextObject.string(element.path(field), at + "/" + field, longest, complaints);
    }
  }
}
