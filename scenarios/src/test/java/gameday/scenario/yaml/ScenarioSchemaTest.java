package gameday.scenario.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ScenarioSchemaTest {
  private static final Path FILE = Path.of("scenario.schema.json");

  @Test
  void theSchemaOnFileIsTheOneOfTheCode() throws IOException {
    String schema = ScenarioSchema.json();
    if ("update".equals(System.getProperty("golden"))) {
      Files.writeString(FILE, schema);
    }

    assertEquals(Files.readString(FILE), schema, "run the build with -Dgolden=update and look");
  }
}
