package gameday.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.live.OpenStage;
import gameday.mocks.MockSettings;
import gameday.scenario.Scenario;
import gameday.scenario.yaml.Catalog;
import gameday.scenario.yaml.Loaded;
import gameday.script.Script;
import gameday.script.ScriptDraw;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The event file and the environment as the schemas have them, against those of real scenarios. */
class EventFileSchemaTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final OpenApi CONTRACT = OpenApi.published();

  @TempDir Path folder;

  static Stream<String> scenarios() {
    return Catalog.list().stream().map(Catalog.Listed::name);
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void fitTheirSchemasInEveryScenarioOfTheCatalogue(String name) throws Exception {
    Scenario scenario =
        switch (Catalog.load(name, List.of())) {
          case Loaded.Good good -> good.scenario();
          case Loaded.Faulty faulty -> throw new AssertionError(faulty.faults());
        };
    Script script = ScriptDraw.draw(scenario);
    Map<String, String> environment;
    try (OpenStage stage =
        OpenStage.open(scenario, script, MockSettings.standard().port(0), folder)) {
      environment = new HashMap<>(stage.environment());
    }
    environment.put(PipelineVariable.PORT.name(), "9000");
    String event = Files.readString(Path.of(environment.get("GAMEDAY_EVENT")));

    assertEquals(List.of(), CONTRACT.faults("EventFile", JSON.readTree(event)));
    assertEquals(List.of(), CONTRACT.faults("Environment", JSON.valueToTree(environment)));
  }

  @Test
  void showAnExampleThatCanBeRead() throws Exception {
    String example = example().toString();

    EventFile.fromJson(example);
    assertEquals(List.of(), CONTRACT.faults("EventFile", JSON.readTree(example)));
  }

  static Stream<Consumer<ObjectNode>> faults() {
    return Stream.of(
        file -> file.remove("event"),
        file -> file.remove("process"),
        file -> file.remove("mention"),
        file -> file.put("mention", "@here"),
        file -> file.withObject("/event").put("name", " "),
        file -> file.withObject("/event").remove("channel"),
        file -> ((ObjectNode) file.at("/sessions/0")).remove("title"),
        file -> file.withObject("/process").put("profile", "new"),
        file -> file.withObject("/process").put("way", "by-pigeon"),
        file -> file.withObject("/process").remove("route"),
        file -> file.withObject("/process").put("untakenSeconds", "600"),
        file -> file.withObject("/process").put("remindSeconds", 0),
        file -> file.withObject("/process").put("callAgainSeconds", -1),
        file -> ((ObjectNode) file.at("/staff/0")).put("role", "chatbot"),
        file -> ((ObjectNode) file.at("/staff/0")).remove("id"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void refuseWhatTheReaderRefuses(Consumer<ObjectNode> fault) throws IOException {
    ObjectNode file = example();
    fault.accept(file);

    assertThrows(InvalidEventFile.class, () -> EventFile.fromJson(file.toString()));
    assertFalse(CONTRACT.faults("EventFile", file).isEmpty(), file::toString);
  }

  private static ObjectNode example() {
    return CONTRACT.at("/components/schemas/EventFile/examples/0").deepCopy();
  }
}
