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
  void listsEveryRuleWithItsSentenceAndWhatItTakes() {
    Ran ran = Program.run("rules");

    assertEquals(0, ran.code());
    List<String> lines = ran.out().lines().toList();
    assertEquals(26, lines.size(), ran::out);
    for (int i = 0; i < lines.size(); i += 2) {
      assertTrue(lines.get(i).matches("[a-z-]+ +[A-Z].*\\."), ran::out);
      assertTrue(
          lines
              .get(i + 1)
              .matches(" +safety( and liveness)?; cases it takes: 1; blame: pipeline.*"),
          ran::out);
    }
    assertTrue(ran.out().contains("no-question-lost"), ran::out);
  }

  @Test
  void explainsOneRule() {
    Ran ran = Program.run("rules", "on-time");

    assertEquals(0, ran.code());
    assertEquals(
        List.of(
            "on-time", "What", "", "safety", "liveness", "needs", "minimum", "blame", "example"),
        ran.out().lines().map(line -> line.split(" ")[0]).toList());
  }

  @Test
  void listsAndExplainsAScenariosOwnRules(@TempDir Path folder) throws Exception {
    String own = own(folder, "quick", "within: {from: asked, to: agent-took, limit: 5m}");

    Ran all = Program.run("rules", own);
    Ran one = Program.run("rules", own, "quick");

    assertEquals(28, all.out().lines().count(), all::err);
    assertTrue(all.out().contains("quick                      From 'asked' to"), all::out);
    assertTrue(one.out().startsWith("quick\nFrom 'asked' to 'agent-took' it"), one::out);
    assertTrue(one.out().contains("liveness  A 'agent-took' too late."), one::out);
  }

  @Test
  void refusesARuleWithTheIdOfOneOfTheProcess(@TempDir Path folder) throws Exception {
    Ran ran = Program.run("validate", own(folder, "on-time", "never: asked"));

    assertEquals(64, ran.code());
    assertEquals(
        "gameday: own.yaml:5:10: 'on-time' is a rule of the process already; give yours another id",
        ran.err().strip());
  }

  @Test
  void saysWhichRulesThereAre() {
    Ran unknown = Program.run("rules", "on-tim");
    Ran second = Program.run("rules", Program.tiny(), "quick");

    assertEquals(64, unknown.code());
    assertTrue(unknown.err().contains("those are no-question-lost, "), unknown::err);
    assertEquals(64, second.code());
    assertTrue(second.err().contains("there is no rule 'quick'; there are no-q"), second::err);
  }

  private static String own(Path folder, String id, String form) throws Exception {
    Path file = folder.resolve("own.yaml");
    Files.writeString(
        file,
        """
        title: A day with a rule
        event: {name: Small Day, starts: 08:30, ends: 10:30}
        audiences: {attendees: {people: 500}}
        rules:
          - {id: %s, %s}
        """
            .formatted(id, form));
    return file.toString();
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
