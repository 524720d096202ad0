package gameday.mocks.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Slack names the blocks and the interactive elements that an app leaves unnamed. */
public final class BlockIds {
  private static final int LENGTH = 5;

  private BlockIds() {}

  /**
   * The blocks, each with a {@code block_id}, and each element in them with an {@code action_id}.
   *
   * @param seed what they stand in; the same seed gives the same names
   */
  public static JsonNode filled(JsonNode blocks, String seed) {
    if (!blocks.isArray()) {
      return blocks;
    }
    ArrayNode filled = blocks.deepCopy();
    for (var n = 0; n < filled.size(); n++) {
      if (filled.get(n) instanceof ObjectNode block) {
        nameAll(block, seed + " " + n);
      }
    }
    return filled;
  }

  /** The attachments, with such names in the blocks that stand in them. */
  public static JsonNode inAttachments(JsonNode attachments, String seed) {
    if (!attachments.isArray()) {
      return attachments;
    }
    ArrayNode filled = attachments.deepCopy();
    for (var n = 0; n < filled.size(); n++) {
      if (filled.get(n) instanceof ObjectNode attachment && attachment.has("blocks")) {
        attachment.set("blocks", filled(attachment.get("blocks"), seed + " attachment " + n));
      }
    }
    return filled;
  }

  /** What a person can press, choose or fill in, in a block. */
  public static List<ObjectNode> elements(JsonNode block) {
    var found = new ArrayList<ObjectNode>();
    switch (block.path("type").asText()) {
      case "actions" -> block.path("elements").forEach(element -> add(element, found));
      case "section" -> add(block.path("accessory"), found);
      case "input" -> add(block.path("element"), found);
      default -> {
        // The others hold nothing a person can act on.
      }
    }
    return found;
  }

  private static void nameAll(ObjectNode block, String seed) {
    name(block, "block_id", seed);
    var elements = elements(block);
    for (var n = 0; n < elements.size(); n++) {
      name(elements.get(n), "action_id", seed + " " + n);
    }
  }

  private static void add(JsonNode element, List<ObjectNode> found) {
    // An image is the one accessory that nobody can act on.
    if (element instanceof ObjectNode object && !object.path("type").asText().equals("image")) {
      found.add(object);
    }
  }

  private static void name(ObjectNode node, String field, String seed) {
    if (node.path(field).asText().isEmpty()) {
      node.put(field, Ids.hex(field + " " + seed).substring(0, LENGTH));
    }
  }
}
