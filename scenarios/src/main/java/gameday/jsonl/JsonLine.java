package gameday.jsonl;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * One JSON object, read strictly: each field is asked for by name and kind, and {@link #end}
 * refuses those nobody asked for.
 *
 * <p>Every method that reads throws {@link BadLineException} if the field is missing or of another
 * kind.
 */
public final class JsonLine {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final String where;
  private final ObjectNode node;
  private final Set<String> asked = new HashSet<>();

  private JsonLine(String where, ObjectNode node) {
    this.where = where;
    this.node = node;
  }

  /**
   * Parses one line.
   *
   * @param where file and line, for messages, as in {@code script.jsonl:3}
   */
  public static JsonLine parse(String where, String text) {
    try {
      if (MAPPER.readTree(text) instanceof ObjectNode object) {
        return new JsonLine(where, object);
      }
      throw new BadLineException(where + ": expected one JSON object a line");
    } catch (JsonProcessingException bad) {
      throw new BadLineException(
          where + ": not a whole JSON object (" + bad.getOriginalMessage() + ")");
    }
  }

  /** Parses one line of a file that was read as bytes; they must be UTF-8. */
  public static JsonLine parse(String where, byte[] bytes, int from, int to) {
    try {
      return parse(
          where,
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes, from, to - from))
              .toString());
    } catch (CharacterCodingException bad) {
      throw new BadLineException(where + ": not a whole JSON object (its bytes are not UTF-8)");
    }
  }

  /** A new object to fill; fields keep the order in which they are put. */
  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** {@code object} as one line, without the line's end. */
  public static String write(ObjectNode object) {
    return object.toString();
  }

  /** A text. */
  public String text(String key) {
    return required(key, JsonNode::isTextual, "a string").textValue();
  }

  /** A text, if the field is there. */
  public Optional<String> optionalText(String key) {
    asked.add(key);
    return node.has(key) ? Optional.of(text(key)) : Optional.empty();
  }

  /** A whole number. */
  public long whole(String key) {
    return required(key, JsonNode::canConvertToExactIntegral, "a whole number").longValue();
  }

  /** A whole number of 32 bits. */
  public int integer(String key) {
    return required(key, JsonNode::isInt, "a whole number").intValue();
  }

  /** A number. */
  public double number(String key) {
    return required(key, JsonNode::isNumber, "a number").doubleValue();
  }

  /** True or false. */
  public boolean flag(String key) {
    return required(key, JsonNode::isBoolean, "true or false").booleanValue();
  }

  /** A duration in ISO form, such as {@code PT8M50S}; zero or more. */
  public Duration duration(String key) {
    String text = text(key);
    try {
      Duration duration = Duration.parse(text);
      if (!duration.isNegative()) {
        return duration;
      }
    } catch (DateTimeParseException notIso) {
      // Told below, like a negative one.
    }
    throw fault(key + " must be a duration such as \"PT8M50S\", was \"" + text + "\"");
  }

  /** One of {@code values}, each written as {@code word} has it. */
  public <E> E choice(String key, E[] values, Function<E, String> word) {
    String text = text(key);
    return Arrays.stream(values)
        .filter(value -> word.apply(value).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                fault(
                    key
                        + " must be one of "
                        + Arrays.stream(values).map(word).collect(Collectors.joining(", "))
                        + ", was \""
                        + text
                        + "\""));
  }

  /** A list of texts. */
  public List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (JsonNode item : required(key, JsonNode::isArray, "a list of strings")) {
      if (!item.isTextual()) {
        throw fault(key + " must hold strings only, holds " + item);
      }
      texts.add(item.textValue());
    }
    return texts;
  }

  /** An object inside this one; ask it for its {@link #end} too. */
  public JsonLine inner(String key) {
    return new JsonLine(
        where + ": " + key, (ObjectNode) required(key, JsonNode::isObject, "an object"));
  }

  /** An object inside this one, if it is there. */
  public Optional<JsonLine> optionalInner(String key) {
    asked.add(key);
    return node.has(key) ? Optional.of(inner(key)) : Optional.empty();
  }

  /** A list of objects. */
  public List<JsonLine> inners(String key) {
    List<JsonLine> inners = new ArrayList<>();
    for (JsonNode item : required(key, JsonNode::isArray, "a list of objects")) {
      if (!(item instanceof ObjectNode object)) {
        throw fault(key + " must hold objects only, holds " + item);
      }
      inners.add(new JsonLine(where + ": " + key, object));
    }
    return inners;
  }

  /** Refuses fields that nobody asked for. */
  public void end() {
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!asked.contains(name)) {
                throw fault("unknown field '" + name + "'");
              }
            });
  }

  /** A fault at this line, to throw. */
  public BadLineException fault(String what) {
    return new BadLineException(where + ": " + what);
  }

  private JsonNode required(String key, Predicate<JsonNode> kind, String expected) {
    asked.add(key);
    JsonNode value = node.get(key);
    if (value == null) {
      throw fault("missing '" + key + "', expected " + expected);
    }
    if (!kind.test(value)) {
      throw fault(key + " must be " + expected + ", was " + value);
    }
    return value;
  }
}
