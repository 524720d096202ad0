package gameday.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import gameday.docs.Pages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.yaml.snakeyaml.Yaml;

/** The contract as an OpenAPI document, and what it says of requests and answers. */
public final class OpenApi {
  private static final String HERE = "https://gameday.example/pipeline-openapi.json";
  private static final String OFFICIAL = "https://spec.openapis.org/oas/3.1/schema-base/2022-10-07";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode document;
  private final JsonSchemaFactory schemas;
  private final Map<String, JsonSchema> known = new ConcurrentHashMap<>();
  private final SchemaValidatorsConfig strict =
      SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

  /** A signed example of a request. */
  public record Example(
      String path, String name, String secret, Map<String, String> headers, String body) {}

  private OpenApi(JsonNode document) {
    this.document = document;
    this.schemas =
        JsonSchemaFactory.getInstance(
            VersionFlag.V202012,
            builder ->
                builder
                    .schemaMappers(
                        mappers ->
                            mappers.mapPrefix(
                                "https://spec.openapis.org/", "classpath:spec.openapis.org/"))
                    .schemaLoaders(loaders -> loaders.schemas(Map.of(HERE, document.toString()))));
  }

  /** The one that stands beside the documentation. */
  public static OpenApi published() {
    return new OpenApi(tree());
  }

  /** The same, changed; to see that a departure is found. */
  static OpenApi departing(java.util.function.Consumer<ObjectNode> change) {
    ObjectNode document = (ObjectNode) tree();
    change.accept(document);
    return new OpenApi(document);
  }

  private static JsonNode tree() {
    String text = Pages.text(Pages.ROOT.resolve("docs").resolve("pipeline-openapi.yaml"));
    Object loaded = new Yaml().load(text);
    return JSON.valueToTree(loaded);
  }

  /** What the official description of OpenAPI 3.1 has against it. */
  List<String> faultsOfTheDocument() {
    return faults(schemas.getSchema(SchemaLocation.of(OFFICIAL), strict), document);
  }

  /** A node of the document. */
  JsonNode at(String pointer) {
    return document.at(pointer);
  }

  Set<String> paths() {
    Set<String> paths = new TreeSet<>();
    document.path("paths").fieldNames().forEachRemaining(paths::add);
    return paths;
  }

  /** What a component has against a value. */
  List<String> faults(String component, JsonNode value) {
    return faultsAt("/components/schemas/" + component, value);
  }

  /** What the schema at a pointer has against a value. */
  List<String> faultsAt(String pointer, JsonNode value) {
    return faults(
        known.computeIfAbsent(
            pointer, at -> schemas.getSchema(SchemaLocation.of(HERE + "#" + at), strict)),
        value);
  }

  private static List<String> faults(JsonSchema schema, JsonNode value) {
    return schema.validate(value).stream().map(ValidationMessage::getMessage).sorted().toList();
  }

  /** All examples of requests, which are signed. */
  public List<Example> examples() {
    List<Example> examples = new ArrayList<>();
    for (String path : paths()) {
      for (JsonNode content : document.path("paths").path(path).at("/post/requestBody/content")) {
        content
            .path("examples")
            .properties()
            .forEach(one -> examples.add(example(path, one.getKey(), one.getValue())));
      }
    }
    return examples;
  }

  private static Example example(String path, String name, JsonNode node) {
    JsonNode signed = node.path("x-signed");
    return new Example(
        path,
        name,
        signed.path("secret").asText(),
        JSON.convertValue(
            signed.path("headers"),
            JSON.getTypeFactory().constructMapType(Map.class, String.class, String.class)),
        signed.path("body").asText());
  }
}
