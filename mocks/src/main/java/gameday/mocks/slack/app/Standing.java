package gameday.mocks.slack.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.slack.BlockIds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An element where it stands.
 *
 * @param block the block around it
 * @param element with its {@code action_id}
 */
record Standing(JsonNode block, ObjectNode element) {

  /** All that stand in a message's or view's blocks, and in the blocks of its attachments. */
  static List<Standing> in(JsonNode surface) {
    var found = new ArrayList<Standing>();
    addAll(surface.path("blocks"), found);
    surface.path("attachments").forEach(attachment -> addAll(attachment.path("blocks"), found));
    return found;
  }

  /**
   * The one with that {@code action_id}.
   *
   * @throws IllegalArgumentException if none has it
   */
  static Standing find(JsonNode surface, String actionId) {
    return in(surface).stream()
        .filter(standing -> standing.actionId().equals(actionId))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no element " + actionId));
  }

  /**
   * What stands in the elements that keep something.
   *
   * @param given states by {@code action_id}; the others are as the app set them
   */
  static ObjectNode state(List<Standing> all, Map<String, ObjectNode> given) {
    var state = JsonNodeFactory.instance.objectNode();
    var values = state.putObject("values");
    for (var standing : all) {
      if (Elements.keepsState(standing.element)) {
        var now = given.get(standing.actionId());
        values
            .withObjectProperty(standing.blockId())
            .set(standing.actionId(), now == null ? Elements.untouched(standing.element) : now);
      }
    }
    return state;
  }

  private static void addAll(JsonNode blocks, List<Standing> found) {
    for (var block : blocks) {
      BlockIds.elements(block).forEach(element -> found.add(new Standing(block, element)));
    }
  }

  String actionId() {
    return element.path("action_id").asText();
  }

  String blockId() {
    return block.path("block_id").asText();
  }

  /** What is told of a press. */
  ObjectNode pressed() {
    if (!element.path("type").asText().equals("button")) {
      throw new IllegalArgumentException(actionId() + " is no button");
    }
    var action = acted(JsonNodeFactory.instance.objectNode().put("type", "button"));
    for (var field : List.of("text", "value", "style")) {
      if (element.has(field)) {
        action.set(field, element.get(field));
      }
    }
    return action;
  }

  /** What is told of a choice, given the state of the element after it. */
  ObjectNode acted(ObjectNode state) {
    return state.deepCopy().put("action_id", actionId()).put("block_id", blockId());
  }

  /** Whether a view can't be submitted without it. */
  boolean isRequired() {
    return block.path("type").asText().equals("input") && !block.path("optional").asBoolean();
  }
}
