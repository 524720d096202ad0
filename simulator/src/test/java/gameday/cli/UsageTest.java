package gameday.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gameday.cli.Program.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
  @TempDir Path folder;

  @Test
  void saysAllFiveMistakesOfAFileAtOnceEachWithPlaceAndRemedy() {
    Ran ran = Program.run("validate", Program.file("five-mistakes.yaml"));

    assertEquals(64, ran.code());
    assertEquals("", ran.out());
    List<String> lines = ran.errLines();
    assertEquals(
        List.of("2:8", "7:3", "11:13", "13:16", "14:15"),
        lines.stream()
            .map(line -> line.replaceFirst("^gameday: five-mistakes\\.yaml:(\\d+:\\d+): .*", "$1"))
            .toList());
    assertTrue(
        lines.stream().allMatch(l -> l.contains("write e.g. '") || l.contains("did you mean '")),
        ran::err);
  }

  @Test
  void findsNothingWrongWithAGoodFile() {
    Ran ran = Program.run("validate", Program.tiny());

    assertEquals(0, ran.code(), ran::err);
    assertEquals("tiny is valid: 6 questions with seed 7, 0 objectives, 0 faults\n", ran.out());
  }

  @Test
  void warnsWhereNobodyOfATeamCanWork() {
    Ran ran =
        Program.run("validate", Program.tiny(), "--set", "staff.csm={people: 3, no-shows: 3}");

    assertEquals(0, ran.code(), ran::err);
    assertTrue(
        ran.out()
            .endsWith(
                "warning: tiny: the CSMs can't work: none of 3 CSMs has accepted the Slack"
                    + " invitation; escalations wait\n"),
        ran::out);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "runn smoke|gameday run",
        "run smok|did you mean 'smoke'?",
        "run smoke --sed 3|--seed",
        "run smoke --dry-run --set staff.client-tem.agents=3|did you mean 'client-team'?",
        "run smoke --dry-run --gate first-respons<3s|did you mean 'first-response'?",
        "run smoke --dry-run --speed abc|'abc' is not a double",
        "run smoke --dry-run --speed 0|--speed must be above 0",
        "run smoke --dry-run --port 99999|--port must lie between 1 and 65535",
        "run smoke --dry-run --pipeline-url localhost|write e.g. http://127.0.0.1:8080",
        "run smoke --dry-run --pipeline-url localhost:8080|write e.g. http://127.0.0.1:8080",
        "run smoke --dry-run --pipeline \"a|is not closed",
        "run|Missing required parameter"
      })
  void namesWhatIsWrongWithACommandAndWhatWasPerhapsMeant(String command, String said) {
    Ran ran = Program.run(command.split(" "));

    assertEquals(64, ran.code(), ran::err);
    assertTrue(ran.err().startsWith("gameday: "), ran::err);
    assertTrue(ran.err().contains(said), ran::err);
    assertEquals("", ran.out());
  }

  @Test
  void takesTheSeedFromTheEnvironmentUnlessItIsGiven() {
    Map<String, String> environment = Map.of("GAMEDAY_SEED", "31");

    Ran fromEnvironment = Program.run(environment, "run", Program.tiny(), "--dry-run");
    Ran given = Program.run(environment, "run", Program.tiny(), "--dry-run", "--seed", "4");

    assertEquals("seed 31", fromEnvironment.out().lines().findFirst().orElseThrow());
    assertEquals("seed 4", given.out().lines().findFirst().orElseThrow());
  }

  @Test
  void refusesASeedOfTheEnvironmentThatIsNone() {
    Ran ran = Program.run(Map.of("GAMEDAY_SEED", "x"), "run", Program.tiny(), "--dry-run");

    assertEquals(64, ran.code());
    assertTrue(ran.err().contains("'x'"), ran::err);
  }

  @Test
  void writesNothingOnADryRunAndSaysTheSeedFirst() throws Exception {
    Path runs = folder.resolve("runs");

    Ran ran = Program.run("run", Program.tiny(), "--dry-run", "--out", runs.toString());

    assertEquals(0, ran.code(), ran::err);
    assertEquals("seed 7", ran.out().lines().findFirst().orElseThrow());
    assertTrue(ran.out().contains("6 questions over 2 min at speed 120"), ran::out);
    try (Stream<Path> inside = Files.list(folder)) {
      assertEquals(List.of(), inside.toList());
    }
  }

  @Test
  void saysInOneLineThatRunFoldersCannotBeWritten() throws Exception {
    Path file = Files.writeString(folder.resolve("occupied"), "a file");

    Ran ran = Program.run("run", Program.tiny(), "-q", "--out", file.toString());

    assertEquals(64, ran.code());
    assertEquals(1, ran.errLines().size(), ran::err);
    assertTrue(ran.err().contains(file.toString()), ran::err);
    assertTrue(ran.err().contains("choose another folder with --out"), ran::err);
  }

  @Test
  void listsEveryScenarioOfTheCatalogue() {
    Ran ran = Program.run("scenarios");

    assertEquals(0, ran.code());
    assertTrue(ran.out().lines().anyMatch(l -> l.matches("smoke +\\S.*")), ran::out);
    assertTrue(ran.out().lines().anyMatch(l -> l.matches("keynote-rush +\\S.*")), ran::out);
  }

  @Test
  void printsASchemaThatKnowsTheSettings() throws Exception {
    Ran ran = Program.run("schema");

    assertEquals(0, ran.code());
    JsonNode schema = new ObjectMapper().readTree(ran.out());
    assertTrue(schema.path("properties").has("audiences"), ran::out);
  }

  @Test
  void listsEveryRuleWithItsSentence() {
    Ran ran = Program.run("rules");

    assertEquals(0, ran.code());
    assertTrue(ran.out().lines().allMatch(l -> l.matches("[a-z-]+ +[A-Z].*\\.")), ran::out);
    assertTrue(ran.out().contains("no-question-lost"), ran::out);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run",
        "check",
        "explain",
        "export",
        "validate",
        "scenarios",
        "schema",
        "rules",
        "pipeline"
      })
  void explainsEveryCommand(String command) {
    Ran ran = Program.run(command, "--help");

    assertEquals(0, ran.code());
    assertTrue(ran.out().startsWith("Usage: gameday " + command), ran::out);
    assertFalse(ran.out().contains("${"), ran::out);
  }

  @Test
  void showsForeignTextPlainly() {
    Ran ran = Program.run("run", "\u001b[31mred");

    assertEquals(64, ran.code());
    assertFalse(ran.err().contains("\u001b"), ran::err);
  }
}
