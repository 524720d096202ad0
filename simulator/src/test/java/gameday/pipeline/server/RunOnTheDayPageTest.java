package gameday.pipeline.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gameday.contract.EnvironmentFile;
import gameday.contract.PipelineEnvironment;
import gameday.contract.PipelineVariable;
import gameday.docs.Pages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** What docs/run-on-the-day.md shows is what the pipeline needs. */
class RunOnTheDayPageTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static String block(String language, String with) {
    return Pages.blocks(Pages.ROOT.resolve("docs/run-on-the-day.md")).stream()
        .filter(block -> block.language().equals(language))
        .map(block -> String.join("\n", block.lines()))
        .filter(text -> text.contains(with))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> words(JsonNode list) {
    return list.valueStream().map(JsonNode::asText).toList();
  }

  @Test
  void theManifestGrantsEveryScopeThatIsLookedForAndOrdersEveryEventThatIsRead() {
    JsonNode manifest = JSON.valueToTree(new Yaml().load(block("yml", "oauth_config")));

    List<String> scopes = words(manifest.at("/oauth_config/scopes/bot"));
    for (Set<String> oneOf : SlackProbes.SCOPES) {
      assertTrue(oneOf.stream().allMatch(scopes::contains), oneOf + " of " + scopes);
    }
    assertEquals(
        List.of("message.channels", "message.groups", "reaction_added"),
        words(manifest.at("/settings/event_subscriptions/bot_events")));
    assertTrue(manifest.at("/settings/socket_mode_enabled").asBoolean());
  }

  @Test
  void theFileOfVariablesIsUnderstoodAndHasAllThatIsNeeded(@TempDir Path dir) throws Exception {
    Path file = Files.writeString(dir.resolve("a.env"), block("", "PORT=3000"));

    PipelineEnvironment told = PipelineEnvironment.of(Map.of(), List.of(file));

    Set<String> names =
        EnvironmentFile.read(file).entries().stream()
            .map(entry -> entry.name().replaceFirst("_FILE$", ""))
            .collect(Collectors.toSet());
    for (PipelineVariable variable : PipelineVariable.values()) {
      assertTrue(!variable.isNeeded() || names.contains(variable.name()), variable.name());
    }
    assertTrue(
        told.faults().stream().allMatch(fault -> fault.endsWith("can't be read (no such file)")),
        told.faults()::toString);
    assertEquals(List.of(), told.warnings().stream().filter(it -> it.contains("knows")).toList());
  }

  @Test
  void theLineOfTheLogIsJson() throws Exception {
    assertEquals("delivered", JSON.readTree(block("json", "time")).path("event").asText());
  }
}
