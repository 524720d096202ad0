package gameday.mocks.chat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads the JSON of requests, which may be anything, and makes the JSON of answers. */
public final class RequestJson {
  private static final int MAX_DEPTH = 64;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final ObjectMapper OWN = new JsonMapper();

  private RequestJson() {}

  /**
   * The object that {@code body} holds; empty if it is no JSON object, is nested deeper than 64
   * levels, names a field twice, or holds text that is not valid Unicode.
   */
  public static Optional<ObjectNode> read(byte[] body) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      return read(text).filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast);
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** Any JSON value; empty under the same conditions as {@link #read(byte[])}. */
  public static Optional<JsonNode> read(String text) {
    try {
      JsonNode node = MAPPER.readTree(text);
      return Optional.of(node).filter(it -> !it.isMissingNode() && isUnicode(it));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** The text under {@code name}, if it is one. */
  public static Optional<String> text(JsonNode object, String name) {
    return Optional.ofNullable(object.get(name)).filter(JsonNode::isTextual).map(JsonNode::asText);
  }

  /** Whether {@code name} is absent, null or a text. */
  public static boolean isTextOrAbsent(JsonNode object, String name) {
    JsonNode value = object.get(name);
    return value == null || value.isNull() || value.isTextual();
  }

  /** A new object to fill. */
  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** {@code value} as tree. */
  public static JsonNode tree(Object value) {
    return MAPPER.valueToTree(value);
  }

  /** {@code node} as maps, lists, texts, numbers and booleans. */
  public static Object plain(JsonNode node) {
    return MAPPER.convertValue(node, Object.class);
  }

  /** The object that this program wrote as {@code bytes}; nothing is checked. */
  public static ObjectNode own(byte[] bytes) {
    try {
      return (ObjectNode) OWN.readTree(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("no JSON of ours", e);
    }
  }

  /** {@code node} as UTF-8 bytes. */
  public static byte[] bytes(JsonNode node) {
    return node.toString().getBytes(StandardCharsets.UTF_8);
  }

  // A lone surrogate can be written as an escape; it could never be sent on as UTF-8.
  private static boolean isUnicode(JsonNode node) {
    if (node.isTextual()) {
      return isUnicode(node.asText());
    }
    if (node.isObject() && !node.propertyStream().allMatch(field -> isUnicode(field.getKey()))) {
      return false;
    }
    for (JsonNode child : node) {
      if (!isUnicode(child)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isUnicode(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }
}
