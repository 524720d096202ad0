package gameday.scenario.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.process.Audience;
import gameday.process.Chat;
import gameday.process.Tier;
import gameday.scenario.Scenario;
import gameday.script.Script;
import gameday.script.ScriptDraw;
import gameday.script.ScriptedQuestion;
import gameday.script.jsonl.ScriptFile;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogTest {
  static List<String> names() {
    return Catalog.list().stream().map(Catalog.Listed::name).toList();
  }

  @Test
  void listsWhatShips() {
    assertEquals(
        List.of("fault-storm", "keynote-rush", "rough-day", "slack-outage", "smoke"), names());
    assertEquals("Doors, then the keynote, with 5,000 attendees", Catalog.list().get(1).title());
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyScenarioIsReadWithoutFaults(String name) {
    Scenario scenario = load(name);

    assertEquals(name, scenario.name());
    assertTrue(scenario.objectives().size() >= 3, "objectives say what good looks like");
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyScenarioReadsBackFromItsEffectiveText(String name) {
    Scenario scenario = load(name);

    String text = EffectiveYaml.write(scenario);

    assertEquals(scenario, good(ScenarioFile.read("other.yaml", text)).scenario(), text);
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyScenarioIsDrawnTwiceToTheSameBytesAndReadsBack(String name) throws IOException {
    Script script = ScriptDraw.draw(load(name));

    String first = written(script);
    String second = written(ScriptDraw.draw(load(name)));

    assertEquals(first, second);
    assertEquals(
        new ScriptFile.Read.Readable(script), ScriptFile.read("s", new StringReader(first)));
  }

  @Test
  void smokeAsksEnoughOfEverybody() {
    List<ScriptedQuestion> questions = ScriptDraw.draw(load("smoke")).questions();

    assertTrue(questions.size() >= 200 && questions.size() <= 260, "was " + questions.size());
    assertTrue(count(questions, Tier.TECH_SUPPORT) >= 5);
    for (Tier tier : Tier.values()) {
      assertTrue(count(questions, tier) > 0, tier + " answers something");
    }
    assertEquals(
        Arrays.stream(Audience.values()).collect(Collectors.toSet()),
        questions.stream()
            .map(question -> question.asker().audience())
            .collect(Collectors.toSet()));
    assertEquals(
        Arrays.stream(Chat.values()).collect(Collectors.toSet()),
        questions.stream().map(ScriptedQuestion::chat).collect(Collectors.toSet()));
  }

  @Test
  void theRoughDayHasEveryKindOfFault() {
    Set<String> kinds =
        load("rough-day").faults().stream()
            .map(fault -> fault.kind().word())
            .collect(Collectors.toSet());

    assertEquals(
        Arrays.stream(FaultWord.values()).map(FaultWord::word).collect(Collectors.toSet()), kinds);
  }

  private static long count(List<ScriptedQuestion> questions, Tier truth) {
    return questions.stream().filter(question -> question.truth() == truth).count();
  }

  @Test
  void suggestsTheScenarioThatWasMeant() {
    Loaded loaded = Catalog.load("keynote-rash", List.of());

    assertEquals(
        "keynote-rash: no such scenario in the catalogue, and no such file; did you mean"
            + " 'keynote-rush'?",
        assertInstanceOf(Loaded.Faulty.class, loaded).faults().getFirst().toString());
  }

  @Test
  void loadsByPathWithOverrides(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("my-day.yaml");
    Files.writeString(file, Catalog.text("smoke").orElseThrow());

    Loaded loaded = Catalog.load(file.toString(), List.of("staff.csm.people=3", "seed=9"));

    Scenario scenario = good(loaded).scenario();
    assertEquals("my-day", scenario.name());
    assertEquals(3, scenario.staff().csm().people());
    assertEquals(9, scenario.seed());
  }

  private static Scenario load(String name) {
    return good(Catalog.load(name, List.of())).scenario();
  }

  private static Loaded.Good good(Loaded loaded) {
    return assertInstanceOf(Loaded.Good.class, loaded, loaded::toString);
  }

  private static String written(Script script) throws IOException {
    StringWriter out = new StringWriter();
    ScriptFile.write(script, out);
    return out.toString();
  }
}
