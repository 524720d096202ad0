package gameday.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gameday.cli.Program.Ran;
import gameday.docs.Pages;
import gameday.live.OpenStage;
import gameday.mocks.MockSettings;
import gameday.scenario.Scenario;
import gameday.script.ScriptDraw;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole command, against the mocks as {@code gameday mocks} opens them. */
class PreflightCommandTest {
  private static final Path PAGE = Pages.ROOT.resolve("docs/preflight.md");
  private static final String WELL =
      """
      title: All is well
      event: {name: Harbour Days, starts: 08:30, ends: 11:00}
      audiences: {attendees: {people: 100}}
      staff:
        client-team: {roster: [{name: Ada, email: ada@client.example}]}
        csm: {roster: [{name: Cora, email: cora@juno.example}]}
        tech-support: {people: 0}
      """;

  @TempDir Path folder;
  private Path scenario;
  private OpenStage stage;

  @AfterEach
  void ends() {
    if (stage != null) {
      stage.close();
    }
  }

  @BeforeEach
  void namesTheScenario() {
    scenario = folder.resolve("harbour.yaml");
  }

  @Test
  void thePageShowsWhatComesOut() throws IOException {
    String shown = block("yaml");
    open(shown);
    Ran ran = preflight();

    assertEquals(2, ran.code(), ran::err);
    String out = ran.out().replace(scenario.toString(), "harbour.yaml");
    assertTrue(out.lines().allMatch(line -> line.length() <= 100), out);
    if ("update".equals(System.getProperty("golden"))) {
      String page = Files.readString(PAGE);
      Files.writeString(
          PAGE, page.replace("```text\n" + block("text") + "```", "```text\n" + out + "```"));
    }
    assertEquals(block("text"), out, "run the build with -Dgolden=update and look");
  }

  @Test
  void everythingInPlaceIsZeroAndTheObjectSaysSo() throws IOException {
    open(WELL);
    Ran ran = preflight("--json");

    assertEquals(0, ran.code(), ran.out() + ran.err());
    JsonNode report = new ObjectMapper().readTree(ran.out());
    assertEquals("gameday/preflight/1", report.get("schema").asText());
    assertEquals("ready", report.get("outcome").asText());
    assertEquals(0, report.get("missing").asInt());
    assertEquals(report.get("lookedAt").asInt(), report.get("ok").asInt());
    stage
        .environment()
        .forEach(
            (name, value) ->
                assertFalse(
                    name.matches(".*(TOKEN|SECRET)") && ran.out().contains(value),
                    () -> name + " is told: " + ran.out()));
  }

  @Test
  void warningsCountIfAskedToAndOneLineIsEnough() throws IOException {
    String yaml = WELL.replace("ada@client.example", "ada@client.example, slack: invited");
    open(yaml);
    Ran lenient = preflight("--only", "slack-person", "-q");
    Ran strict = preflight("--only", "slack-person", "-q", "--strict");

    assertEquals("harbour: 1 of 2 checks ok; 1 warning (exit 0)\n", lenient.out());
    assertEquals("harbour: 1 of 2 checks ok; 1 warning (exit 2)\n", strict.out());
    assertEquals(List.of(0, 2), List.of(lenient.code(), strict.code()));
  }

  @Test
  void somebodyWhoDoesNotAnswerIsFive() throws IOException {
    open(WELL);
    Path env = folder.resolve("pipeline.env");
    Files.writeString(
        env,
        Files.readString(env)
            .replaceAll("(?m)^SLACK_API_URL=.*", "SLACK_API_URL=http://127.0.0.1:9/api/"));

    Ran ran = preflight("--only", "slack-channel");

    assertEquals(5, ran.code(), ran::out);
    assertTrue(ran.out().contains("Slack can't be reached: nobody answers there"), ran::out);
  }

  @Test
  void aHostileNameCannotBreakTheTable() throws IOException {
    String yaml = WELL.replace("name: Ada", "name: \"\\u202e \\u009b31m <!channel> | `x`\"");
    open(yaml.replace("ada@client.example", "ada@client.example, help-chat: invited"));
    Ran ran = preflight("--only", "help-chat-person");

    assertEquals(2, ran.code(), ran::err);
    assertTrue(
        ran.out().contains("⟨U+202E⟩ \ufffd31m <!channel> | `x` <ada@client.example>"), ran::out);
  }

  @Test
  void saysEverythingThatIsNotSet() throws IOException {
    Files.writeString(scenario, WELL);
    Files.writeString(folder.resolve("pipeline.env"), "# nothing\n");

    Ran ran = preflight();

    assertEquals(64, ran.code());
    assertTrue(ran.err().contains("SLACK_BOT_TOKEN is not set"), ran::err);
    assertTrue(ran.err().contains("HELP_CHAT_PROVIDER is not set"), ran::err);
    assertFalse(ran.err().contains("MOD_CHAT"), ran::err);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--only slak-person | --only knows no check 'slak-person'; there are slack-token,",
        "--only clock --skip clock | no check is left to make",
        "--wait soon | --wait must be 10m at most, written like 30s or 2m, was soon",
        "--wait 11m | --wait must be 10m at most",
        "--port 70000 | --port must lie between 1 and 65535, was 70000",
        "--pipeline-url localhost | write e.g. http://127.0.0.1:8080",
        "--env-file nowhere.env | can't be read",
      })
  void saysWhatIsWrongWithItsOptions(String options, String said) throws IOException {
    Files.writeString(scenario, WELL);
    List<String> words = new ArrayList<>(List.of("preflight", scenario.toString()));
    words.addAll(Arrays.asList(options.split(" ")));

    Ran ran = Program.run(words.toArray(String[]::new));

    assertEquals(64, ran.code(), ran::out);
    assertTrue(ran.err().contains(said), ran::err);
  }

  @Test
  void aFileOfVariablesThatIsWrongIsToldWithoutItsValues() throws IOException {
    Files.writeString(scenario, WELL);
    Files.writeString(folder.resolve("pipeline.env"), "export SLACK_CHANNEL='C1'\nxoxb-secret\n");

    Ran ran = preflight();

    assertEquals(64, ran.code());
    assertTrue(ran.err().contains("pipeline.env:2: must be NAME=value"), ran::err);
    assertFalse(ran.err().contains("xoxb-"), ran::err);
  }

  private Ran preflight(String... options) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "preflight",
                scenario.toString(),
                "--env-file",
                folder.resolve("pipeline.env").toString()));
    words.addAll(List.of(options));
    return Program.run(words.toArray(String[]::new));
  }

  private void open(String yaml) throws IOException {
    Files.writeString(scenario, yaml);
    Scenario read = ScenarioChoice.load(scenario.toString(), List.of(), List.of()).scenario();
    stage = OpenStage.open(read, ScriptDraw.draw(read), MockSettings.standard(), folder);
    stage.connect(URI.create("https://pipeline.harbour.example"));
  }

  private static String block(String language) {
    return Pages.blocks(PAGE).stream()
        .filter(block -> block.language().equals(language))
        .findFirst()
        .map(block -> block.lines().stream().map(line -> unindented(language, line) + "\n"))
        .map(lines -> String.join("", lines.toList()))
        .orElseThrow();
  }

  /** What stands in a list is indented by its three columns. */
  private static String unindented(String language, String line) {
    return language.equals("yaml") ? line.replaceFirst("^   ", "") : line;
  }
}
