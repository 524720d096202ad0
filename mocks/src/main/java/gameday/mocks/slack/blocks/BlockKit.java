package gameday.mocks.slack.blocks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/** Judges a message's blocks as Slack does. */
public final class BlockKit {
  private static final int MOST_BLOCKS = 50;
  private static final int LONGEST_ID = 255;
  private static final int LONGEST_SECTION = 3_000;
  private static final int LONGEST_FIELD = 2_000;
  private static final int MOST_FIELDS = 10;
  private static final int LONGEST_HEADER = 150;
  private static final int LONGEST_MARKDOWN = 12_000;
  private static final int MOST_ACTIONS = 25;
  private static final int MOST_IN_CONTEXT = 10;

  /**
   * Unpublished. In public reports one markdown block may have 13,297 characters, and with a
   * divider beside it 125 fewer: so a block counts 125 beside its text.
   */
  private static final int LONGEST = 13_297 + 125;

  private static final int LENGTH_OF_A_BLOCK = 125;

  /** Its fields aren't looked into. */
  private static final Set<String> ANYTHING = Set.of("*");

  /** The fields of each type beside {@code type} and {@code block_id}. */
  private static final Map<String, Set<String>> TYPES =
      Map.ofEntries(
          Map.entry("section", Set.of("text", "fields", "accessory", "expand")),
          Map.entry("header", Set.of("text", "level")),
          Map.entry("divider", Set.of()),
          Map.entry("actions", Set.of("elements")),
          Map.entry("context", Set.of("elements")),
          Map.entry("image", Set.of("image_url", "slack_file", "alt_text", "title")),
          Map.entry("markdown", Set.of("text")),
          Map.entry("rich_text", Set.of("elements")),
          Map.entry("context_actions", ANYTHING),
          Map.entry("file", ANYTHING),
          Map.entry("input", ANYTHING),
          Map.entry("table", ANYTHING),
          Map.entry("video", ANYTHING));

  private final Complaints complaints = new Complaints();

  private BlockKit() {}

  /**
   * What is wrong with them, each with a JSON pointer that starts with {@code /blocks}; empty if
   * nothing is.
   *
   * @param blocks an array
   */
  public static List<String> complaints(JsonNode blocks) {
    var judge = new BlockKit();
    if (blocks.size() > MOST_BLOCKS) {
      judge.complaints.add("no more than " + MOST_BLOCKS + " items allowed", "/blocks");
    } else {
      for (var n = 0; n < blocks.size(); n++) {
        judge.block(blocks.get(n), "/blocks/" + n);
      }
    }
    return judge.complaints.found();
  }

  /** Whether all of them together are too long for one message. */
  public static boolean areTooLong(JsonNode blocks) {
    return textLength(blocks) + (long) LENGTH_OF_A_BLOCK * blocks.size() > LONGEST;
  }

  /** Gives a {@code block_id} to those without one, as Slack does. */
  public static void nameAll(JsonNode blocks, IntFunction<String> nameOf) {
    for (var n = 0; n < blocks.size(); n++) {
      if (blocks.get(n) instanceof ObjectNode block && !block.has("block_id")) {
        block.put("block_id", nameOf.apply(n));
      }
    }
  }

  private static long textLength(JsonNode node) {
    var length = 0L;
    for (var child : node) {
      length += textLength(child);
    }
    return length + node.path("text").asText().length();
  }

  private void block(JsonNode block, String at) {
    if (!block.isObject()) {
      complaints.add("must be an object", at);
      return;
    }
    var type = block.path("type").asText();
    if (type.isEmpty()) {
      complaints.missing("type", at);
      return;
    }
    var fields = TYPES.get(type);
    if (fields == null) {
      complaints.unsupported(type, at);
      return;
    }
    if (block.has("block_id")) {
      TextObject.string(block.path("block_id"), at + "/block_id", LONGEST_ID, complaints);
    }
    switch (type) {
      case "section" -> section(block, at);
      case "header" -> text(block, at, TextObject.PLAIN, LONGEST_HEADER);
      case "markdown" -> required(block, "text", at, LONGEST_MARKDOWN);
      case "actions" -> elements(block, at, MOST_ACTIONS);
      case "context" -> context(block, at);
      case "image" -> image(block, at);
      case "rich_text" -> elements(block, at, Integer.MAX_VALUE);
      default -> {}
    }
    superfluous(block, fields, at);
  }

  private void superfluous(JsonNode block, Set<String> fields, String at) {
    if (fields == ANYTHING) {
      return;
    }
    for (var field : block.properties()) {
      var name = field.getKey();
      if (!name.equals("type") && !name.equals("block_id") && !fields.contains(name)) {
        complaints.superfluous(name, at);
      }
    }
  }

  private void section(JsonNode section, String at) {
    var fields = section.path("fields");
    if (section.has("text")) {
      text(section, at, TextObject.ANY, LONGEST_SECTION);
    } else if (fields.isEmpty()) {
      complaints.missing("text", at);
    }
    if (fields.size() > MOST_FIELDS) {
      complaints.add("no more than " + MOST_FIELDS + " items allowed", at + "/fields");
      return;
    }
    for (var n = 0; n < fields.size(); n++) {
      TextObject.judge(
          fields.get(n), at + "/fields/" + n, TextObject.ANY, LONGEST_FIELD, complaints);
    }
    if (section.has("accessory")) {
      Element.judge(section.path("accessory"), at + "/accessory", complaints);
    }
  }

  private void text(JsonNode block, String at, Set<String> types, int longest) {
    if (block.has("text")) {
      TextObject.judge(block.path("text"), at + "/text", types, longest, complaints);
    } else {
      complaints.missing("text", at);
    }
  }

  private void required(JsonNode block, String field, String at, int longest) {
    if (block.has(field)) {
      TextObject.string(block.path(field), at + "/" + field, longest, complaints);
    } else {
      complaints.missing(field, at);
    }
  }

  private void image(JsonNode image, String at) {
    required(image, "alt_text", at, LONGEST_FIELD);
    if (!image.has("slack_file")) {
      required(image, "image_url", at, LONGEST_SECTION);
    }
  }

  private void elements(JsonNode block, String at, int most) {
    if (hasElements(block, at, most)) {
      var elements = block.path("elements");
      for (var n = 0; n < elements.size(); n++) {
        Element.judge(elements.get(n), at + "/elements/" + n, complaints);
      }
    }
  }

  private void context(JsonNode context, String at) {
    if (!hasElements(context, at, MOST_IN_CONTEXT)) {
      return;
    }
    var elements = context.path("elements");
    for (var n = 0; n < elements.size(); n++) {
      var element = elements.get(n);
      var where = at + "/elements/" + n;
      if (element.path("type").asText().equals("image")) {
        image(element, where);
      } else {
        TextObject.judge(element, where, TextObject.ANY, LONGEST_SECTION, complaints);
      }
    }
  }

  private boolean hasElements(JsonNode block, String at, int most) {
    var elements = block.path("elements");
    if (elements.isMissingNode()) {
      complaints.missing("elements", at);
    } else if (!elements.isArray()) {
      complaints.add("must be an array", at + "/elements");
    } else if (elements.isEmpty()) {
      complaints.add("must have at least 1 items", at + "/elements");
    } else if (elements.size() > most) {
      complaints.add("no more than " + most + " items allowed", at + "/elements");
    } else {
      return true;
    }
    return false;
  }
}
