package gameday.mocks.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.slack.blocks.BlockKit;
import java.util.Optional;

/**
 * What a call wants a message to hold, as far as it was given.
 *
 * @param text empty if neither text nor markdown was given
 * @param blocks empty if not given; an empty array if there shall be none
 * @param attachments the same
 * @param metadata the same, an empty object if there shall be none
 */
record Content(
    Optional<String> text,
    Optional<JsonNode> blocks,
    Optional<JsonNode> attachments,
    Optional<JsonNode> metadata) {
  private static final int LONGEST_MARKDOWN = 12_000;
  private static final int LONGEST_METADATA = 16_384;
  private static final int MOST_ATTACHMENTS = 100;

  static Content of(Arguments arguments) {
    return new Content(
        arguments.text("text").or(() -> arguments.text("markdown_text")),
        arguments.json("blocks"),
        arguments.json("attachments"),
        arguments.json("metadata"));
  }

  /**
   * What Slack replies to content that it doesn't take.
   *
   * @param change of a message that is there, so that empty metadata takes them away
   */
  Optional<ObjectNode> refusal(Arguments arguments, boolean change) {
    return blocksRefusal()
        .or(() -> word(arguments, change).map(Reply::error))
        .or(() -> isNothing() ? Optional.of(Reply.error("no_text")) : Optional.empty());
  }

  private Optional<ObjectNode> blocksRefusal() {
    if (blocks.isEmpty()) {
      return Optional.empty();
    }
    if (!blocks.get().isArray()) {
      return Optional.of(Reply.error("invalid_blocks_format"));
    }
    var complaints = BlockKit.complaints(blocks.get());
    if (!complaints.isEmpty()) {
      var reply = Reply.error("invalid_blocks", complaints);
      complaints.forEach(reply.putArray("errors")::add);
      return Optional.of(reply);
    }
    return BlockKit.areTooLong(blocks.get())
        ? Optional.of(Reply.error("msg_blocks_too_long"))
        : Optional.empty();
  }

  private Optional<String> word(Arguments arguments, boolean change) {
    if (attachments.filter(given -> !areAttachments(given)).isPresent()) {
      return Optional.of("invalid_attachments");
    }
    if (attachments.filter(given -> given.size() > MOST_ATTACHMENTS).isPresent()) {
      return Optional.of("too_many_attachments");
    }
    var markdown = arguments.text("markdown_text");
    if (markdown.isPresent() && (arguments.text("text").isPresent() || blocks.isPresent())) {
      return Optional.of("markdown_text_conflict");
    }
    if (markdown.filter(given -> given.length() > LONGEST_MARKDOWN).isPresent()) {
      return Optional.of("msg_too_long");
    }
    return metadata.filter(given -> !change || !given.isEmpty()).flatMap(Content::metadataWord);
  }

  private static boolean areAttachments(JsonNode given) {
    return given.isArray() && given.valueStream().allMatch(JsonNode::isObject);
  }

  private static Optional<String> metadataWord(JsonNode given) {
    var isMetadata = given.path("event_type").isTextual() && given.path("event_payload").isObject();
    if (!isMetadata) {
      return Optional.of("invalid_metadata_format");
    }
    return given.toString().length() > LONGEST_METADATA
        ? Optional.of("metadata_too_large")
        : Optional.empty();
  }

  private boolean isNothing() {
    return text.filter(given -> !given.isBlank()).isEmpty()
        && blocks.filter(given -> !given.isEmpty()).isEmpty()
        && attachments.filter(given -> !given.isEmpty()).isEmpty();
  }

  /** For a new message; {@code place} makes the ids that Slack gives to blocks. */
  Draft.Extras extras(Optional<String> clientMessageId, String place) {
    if (clientMessageId.isEmpty()
        && blocks.isEmpty()
        && attachments.isEmpty()
        && metadata.isEmpty()) {
      return Draft.Extras.NONE;
    }
    return new Draft.Extras(clientMessageId, written(metadata), blocks(place), attachments(place));
  }

  /** For a message that has some already: what isn't given stays. */
  Draft.Extras extras(Draft.Extras before, String place) {
    return new Draft.Extras(
        before.clientMessageId(),
        metadata.isPresent() ? written(metadata) : before.metadata(),
        blocks.isPresent() ? blocks(place) : before.blocks(),
        attachments.isPresent() ? attachments(place) : before.attachments());
  }

  private Optional<String> blocks(String place) {
    return written(blocks.map(given -> BlockIds.filled(given, place)));
  }

  private Optional<String> attachments(String place) {
    return written(
        attachments.map(
            given -> {
              var filled = BlockIds.inAttachments(given, place);
              for (var n = 0; n < filled.size(); n++) {
                if (filled.get(n) instanceof ObjectNode attachment) {
                  complete(attachment, n + 1);
                }
              }
              return filled;
            }));
  }

  private static void complete(ObjectNode attachment, int number) {
    if (!attachment.has("id")) {
      attachment.put("id", number);
    }
    if (!attachment.has("fallback")) {
      var text = attachment.path("text").asText();
      attachment.put("fallback", text.isEmpty() ? "[no preview available]" : text);
    }
  }

  private static Optional<String> written(Optional<JsonNode> json) {
    return json.filter(given -> !given.isEmpty()).map(JsonNode::toString);
  }
}
