package gameday.scenario.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import gameday.jsonl.JsonLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** A section nobody has written: records which settings are asked for as a JSON Schema. */
final class SchemaFields implements Fields {
  private final ObjectNode schema = JsonLine.object();
  private final ObjectNode properties;

  private SchemaFields(String doc) {
    schema.put("description", doc).put("type", "object").put("additionalProperties", false);
    properties = schema.putObject("properties");
  }

  static ObjectNode schema(String doc, Function<Fields, ?> reading) {
    SchemaFields fields = new SchemaFields(doc);
    reading.apply(fields);
    return fields.schema;
  }

  @Override
  public <T> T get(Setting<T> setting) {
    property(setting);
    if (setting.standard().isEmpty()) {
      ArrayNode required =
          schema.has("required") ? (ArrayNode) schema.get("required") : schema.putArray("required");
      required.add(setting.key());
    }
    return setting.standard().map(setting.kind()::read).orElseGet(setting.kind()::standIn);
  }

  @Override
  public <T> Optional<T> find(Setting<T> setting) {
    property(setting);
    return Optional.empty();
  }

  private void property(Setting<?> setting) {
    properties.set(setting.key(), described(setting));
  }

  private static ObjectNode described(Setting<?> setting) {
    ObjectNode kind = setting.kind().schema();
    ObjectNode property = JsonLine.object().put("description", setting.doc());
    property.setAll(kind.deepCopy());
    setting.standard().ifPresent(text -> property.set("default", value(kind, text)));
    property.putArray("examples").add(value(kind, setting.kind().example()));
    return property;
  }

  /** The text as the schema's type has it: numbers are not quoted. */
  private static JsonNode value(ObjectNode kind, String text) {
    return switch (kind.path("type").asText()) {
      case "integer" -> LongNode.valueOf(Long.parseLong(text));
      case "number" -> DecimalNode.valueOf(new BigDecimal(text));
      default -> TextNode.valueOf(text);
    };
  }

  @Override
  public <T> T section(String key, String doc, Function<Fields, T> reading) {
    SchemaFields inner = new SchemaFields(doc);
    T read = reading.apply(inner);
    properties.set(key, inner.schema);
    return read;
  }

  @Override
  public <T> Optional<T> findSection(String key, String doc, Function<Fields, T> reading) {
    return Optional.of(section(key, doc, reading));
  }

  @Override
  public <T> Optional<List<T>> findSections(String key, String doc, Function<Fields, T> reading) {
    SchemaFields inner = new SchemaFields(doc);
    T read = reading.apply(inner);
    ObjectNode list = properties.putObject(key).put("description", doc).put("type", "array");
    list.set("items", inner.schema);
    return Optional.of(List.of(read));
  }

  @Override
  public <T> List<T> values(Setting<T> setting) {
    ObjectNode list =
        properties.putObject(setting.key()).put("description", setting.doc()).put("type", "array");
    ObjectNode item = setting.kind().schema().deepCopy();
    item.putArray("examples").add(setting.kind().example());
    list.set("items", item);
    return List.of();
  }

  @Override
  public <T> Optional<Map<String, T>> findTable(Setting<T> setting) {
    ObjectNode table =
        properties.putObject(setting.key()).put("description", setting.doc()).put("type", "object");
    table.set("additionalProperties", setting.kind().schema().deepCopy());
    return Optional.empty();
  }

  @Override
  public void check(boolean holds, String key, Supplier<String> message) {
    // Nothing is written yet, so nothing can be wrong with it.
  }
}
