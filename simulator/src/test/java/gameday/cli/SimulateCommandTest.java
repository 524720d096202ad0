package gameday.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gameday.cli.Program.Ran;
import gameday.scenario.FaultPlan;
import gameday.scenario.FaultPlan.Kind;
import gameday.scenario.Scenario;
import gameday.scenario.yaml.Loaded;
import gameday.scenario.yaml.ScenarioFile;
import gameday.trial.Examination;
import gameday.trial.Trial;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command with days that are played by hand. */
class SimulateCommandTest {
  @TempDir Path folder;

  private Ran simulate(boolean bug, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> all = new ArrayList<>(List.of(StagedDays.SETTINGS));
    all.addAll(List.of("--keep", folder.resolve("kept").toString()));
    all.addAll(List.of(arguments));
    int code =
        Main.prepared(
                new picocli.CommandLine(new SimulateCommand(planted -> new StagedDays(bug))),
                java.util.Map.of())
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(all.toArray(String[]::new));
    return new Ran(code, out.toString(), err.toString());
  }

  @Test
  void findsNothingWrongWithASixtyGoodDays() {
    Ran ran = simulate(false, "--faults", "--seeds", "1..60");

    assertEquals(0, ran.code(), ran::err);
    assertTrue(ran.out().endsWith("no violation in 60 seeds (exit 0)\n"), ran::out);
    assertTrue(ran.err().matches("[0-9,]+ questions in .* a minute, .* a CPU second\n"), ran::err);
    assertFalse(Files.exists(folder.resolve("kept")));
  }

  @Test
  void saysWhichRulesNoSeedExercisedAndWhichFaultsWereOn() {
    Ran ran = simulate(false, "--faults", "--seeds", "1..60");

    String unexercised =
        ran.out().lines().filter(line -> line.startsWith("no seed exercised: ")).findFirst().get();
    assertTrue(unexercised.contains("escalated-once, right-channel"), unexercised);
    assertFalse(unexercised.contains("no-question-lost"), unexercised);
    assertTrue(
        ran.out().lines().anyMatch(line -> line.matches("crash .* - +- +- +[0-9]+ / 0")), ran::out);
    assertTrue(ran.out().lines().anyMatch(line -> line.startsWith("lost-answers ")), ran::out);
  }

  @Test
  void saysTheSameOnAnyNumberOfThreadsAndEveryTime() {
    String once = simulate(true, "--faults", "--seeds", "1..80", "--threads", "1").out();
    String onTwo = simulate(true, "--faults", "--seeds", "1..80", "--threads", "2").out();
    String again = simulate(true, "--faults", "--seeds", "1..80", "--threads", "2").out();

    assertEquals(once, onTwo);
    assertEquals(onTwo, again);
    assertTrue(once.contains(" violates forgery-refused: "), once);
  }

  @Test
  void namesSeedRuleSentenceAndTheCommandThatRepeatsIt() {
    Ran ran = simulate(true, "--faults", "--seeds", "1..80", "--stop-after", "2", "--no-vary");

    assertEquals(3, ran.code(), ran::err);
    List<String> failing = ran.out().lines().filter(line -> line.startsWith("seed ")).toList();
    assertEquals(2, failing.stream().map(line -> line.split(" ")[1]).distinct().count());
    String seed = failing.getFirst().split(" ")[1];
    assertTrue(
        ran.out()
            .contains(
                "  again: gameday simulate fault-storm --faults --seeds "
                    + seed
                    + " --set chatbot.resolves=100% --set audiences.speakers.mod-chat=0% --no-vary"),
        ran::out);
    assertTrue(ran.out().contains("2 of "), ran::out);

    Ran again = simulate(true, "--faults", "--seeds", seed, "--no-vary", "--no-shrink");

    assertEquals(failing.getFirst(), again.out().lines().skip(3).findFirst().get());
  }

  @Test
  void shrinksToTheOneQuestionAndTheOneCrashThatItTakes() throws Exception {
    Ran ran = simulate(true, "--faults", "--seeds", "1..80", "--stop-after", "1");

    Path file;
    try (Stream<Path> all = Files.walk(folder)) {
      file = all.filter(path -> path.endsWith("shrunk.yaml")).findFirst().orElseThrow();
    }
    Scenario small = ((Loaded.Good) ScenarioFile.read(file, List.of())).scenario();
    assertEquals(1, small.only().size(), ran::out);
    assertTrue(small.only().getFirst().endsWith("7"));
    assertEquals(List.of(new Kind.Crash()), small.faults().stream().map(FaultPlan::kind).toList());
    String text = Files.readString(file);
    assertTrue(
        text.startsWith(
            "# Made by gameday: the smallest day found on which the pipeline violates forgery-refused.\n"),
        text);
    assertTrue(text.contains("gameday simulate " + file + " --faults --as-written\n"), text);
    assertTrue(text.contains("gameday run " + file + "\n"), text);
  }

  @Test
  void theShrunkDayFailsInTheSameWayWhenItIsReadBack() throws Exception {
    simulate(true, "--faults", "--seeds", "1..80", "--stop-after", "1");
    Path file;
    try (Stream<Path> all = Files.walk(folder)) {
      file = all.filter(path -> path.endsWith("shrunk.yaml")).findFirst().orElseThrow();
    }
    Scenario small = ((Loaded.Good) ScenarioFile.read(file, List.of())).scenario();

    Trial trial = Trial.asWritten(small, small.seed());

    assertTrue(new Examination(new StagedDays(true)).of(trial).violates("forgery-refused"));
    assertFalse(new Examination(new StagedDays(false)).of(trial).violates("forgery-refused"));
    Ran ran = simulate(true, file.toString(), "--faults", "--as-written", "--no-shrink");
    assertEquals(3, ran.code(), ran::err);
    assertTrue(ran.out().contains("seed " + small.seed() + " violates forgery-refused"), ran::out);
  }

  @Test
  void failingDaysAreRunFoldersThatCanBeJudgedAgain() throws Exception {
    simulate(true, "--faults", "--seeds", "1..80", "--stop-after", "1", "--no-shrink");
    Path day;
    try (Stream<Path> days = Files.list(folder.resolve("kept"))) {
      day = days.findFirst().orElseThrow();
    }

    Ran judged = Program.run("check", day.toString(), "-q", "--no-gates");

    assertEquals(3, judged.code(), judged::err);
    assertFalse(Files.exists(day.resolve("shrunk.yaml")));
  }

  @Test
  void writesWhatCameOfItForPrograms() throws Exception {
    Path file = folder.resolve("result.json");

    simulate(true, "--faults", "--seeds", "1..80", "--stop-after", "1", "--json", file.toString());

    JsonNode result = new ObjectMapper().readTree(file.toFile());
    assertEquals(3, result.path("exitCode").asInt());
    assertEquals("enough-failed", result.path("end").asText());
    JsonNode failing = result.path("failing").path(0);
    assertEquals("forgery-refused", failing.path("violations").path(0).path("rule").asText());
    assertEquals(1, failing.path("shrunk").path("questions").asInt());
    assertEquals(1, failing.path("shrunk").path("faults").asInt());
    assertTrue(failing.path("shrunk").path("minimal").asBoolean());
    assertTrue(result.path("pace").path("questionsPerMinute").asLong() > 0);
  }

  @Test
  void printsOnlyTheVerdictWhenToldToBeQuiet() {
    Ran ran = simulate(false, "--faults", "--seeds", "1..5", "-q");

    assertEquals("no violation in 5 seeds (exit 0)\n", ran.out());
    assertEquals("", ran.err());
  }

  @Test
  void aDayWithoutQuestionsProvesNothing() {
    Ran ran =
        simulate(
            false,
            "--faults",
            "--seeds",
            "1..5",
            "--set",
            "audiences={attendees: {people: 1, questions: 0}}");

    assertEquals(4, ran.code(), ran::err);
    assertTrue(
        ran.out().endsWith("no seed exercised any rule; nothing is proved (exit 4)\n"), ran::out);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "smoke|give --faults",
        "--faults --seeds 9..1|--seeds: the first seed must not be above the last",
        "--faults --seeds x|--seeds: seeds must be whole numbers, was 'x'",
        "--faults --threads 0|--threads must be from 1 to 1024, was 0",
        "--faults --stop-after 0|--stop-after must be at least 1, was 0",
        "--faults --sabotage nobody|no saboteur in the pipeline is called 'nobody'; there are",
        "smok --faults|did you mean 'smoke'?",
        "--faults --seeds 3 --set only=[q-99999]|only: seed 3 draws no q-99999"
      })
  void saysWhatIsWrongWithACommand(String command, String said) {
    Ran ran = simulate(false, command.split(" "));

    assertEquals(64, ran.code(), ran::err);
    assertTrue(ran.err().contains(said), ran::err);
  }

  @Test
  void saysThatFailingDaysCannotBeKept() throws Exception {
    Files.writeString(folder.resolve("kept"), "a file");

    Ran ran = simulate(true, "--faults", "--seeds", "1..80");

    assertEquals(64, ran.code(), ran::err);
    assertTrue(ran.err().contains("choose another folder with --keep"), ran::err);
  }
}
