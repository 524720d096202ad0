package gameday.mocks.faults;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Faults as a JSON object of the words a scenario uses, such as {@code {"kind":"errors",
 * "share":"20%","status":503}}. A scenario's {@code on}, {@code from} and {@code to} are not part
 * of it: whoever begins and ends a fault says what it hits, and when.
 */
public final class FaultText {
  /** The words of Slack's that {@code error-words} can say; what they mean is tried again. */
  public static final List<String> ERROR_WORDS =
      List.of("fatal_error", "internal_error", "request_timeout", "service_unavailable");

  private static final int LONGEST = 2_000;
  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(8).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private FaultText() {}

  /** All kinds there are. */
  public static List<String> kinds() {
    return List.copyOf(FaultKinds.READING.keySet());
  }

  /**
   * The fault that {@code json} describes; what is left out has a scenario's default.
   *
   * @throws IllegalArgumentException naming everything that is wrong, and what to write
   */
  public static Fault read(String json) {
    var given = texts(json);
    var kind = given.remove("kind");
    if (kind == null || !FaultKinds.READING.containsKey(kind)) {
      throw new IllegalArgumentException(
          "kind must be one of "
              + String.join(", ", FaultKinds.READING.keySet())
              + (kind == null ? "" : ", was '" + FaultSettings.shown(kind) + "'"));
    }
    var settings = new FaultSettings(given);
    var fault = FaultKinds.READING.get(kind).apply(settings);
    var wrong = settings.wrong(kind);
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", wrong));
    }
    return fault;
  }

  /** The JSON that {@link #read} takes for {@code fault}. */
  public static String write(Fault fault) {
    return JSON.valueToTree(FaultKinds.write(fault)).toString();
  }

  private static Map<String, String> texts(String json) {
    if (json.length() > LONGEST) {
      throw new IllegalArgumentException(
          "a fault must be a JSON object of " + LONGEST + " characters at most");
    }
    JsonNode object;
    try {
      object = JSON.readTree(json);
    } catch (JsonProcessingException notJson) {
      object = JSON.missingNode();
    }
    if (!object.isObject()) {
      throw new IllegalArgumentException(
          "a fault must be a JSON object; write e.g. {\"kind\":\"errors\",\"share\":\"20%\"}");
    }
    Map<String, String> texts = new LinkedHashMap<>();
    object.properties().forEach(setting -> texts.put(setting.getKey(), text(setting)));
    return texts;
  }

  private static String text(Map.Entry<String, JsonNode> setting) {
    if (!setting.getValue().isValueNode() || setting.getValue().isNull()) {
      throw new IllegalArgumentException(
          FaultSettings.shown(setting.getKey()) + " must be a text or a number");
    }
    return setting.getValue().asText();
  }
}
