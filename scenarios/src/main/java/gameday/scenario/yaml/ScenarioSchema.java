package gameday.scenario.yaml;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.jsonl.JsonLine;

/** The JSON Schema of scenario files, for editors; made by the same code that reads them. */
public final class ScenarioSchema {
  private ScenarioSchema() {}

  /** The schema as text, draft 2020-12. */
  public static String json() {
    ObjectNode schema =
        JsonLine.object()
            .put("$schema", "https://json-schema.org/draft/2020-12/schema")
            .put("title", "Gameday scenario");
    schema.setAll(
        SchemaFields.schema(ScenarioReading.ABOUT, new ScenarioReading("scenario")::read));
    // By default it is the file's name, which the schema doesn't know.
    ((ObjectNode) schema.at("/properties/name")).remove("default");
    return schema.toPrettyString() + "\n";
  }
}
