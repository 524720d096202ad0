package gameday.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gameday.cli.Program.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One run, with the reference pipeline, and what becomes of it later. */
class StoredRunTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path runs;
  private static Ran played;

  @TempDir Path copy;

  @BeforeAll
  static void play() {
    played = Program.run("run", Program.tiny(), "--out", runs.toString());
  }

  @Test
  void aRunNamesItsFolderAndTheCommandThatJudgesItAgain() throws Exception {
    String folder = runs.resolve("latest").toRealPath().toString();

    assertTrue(played.out().contains(folder), played::out);
    assertTrue(played.out().contains("gameday check "), played::out);
    assertEquals(played.code(), verdict(runs.resolve("latest")).path("exitCode").asInt());
  }

  @Test
  void theSameSeedDrawsTheSameBytes() throws Exception {
    Path latest = runs.resolve("latest");

    Program.run(
        "run",
        latest.resolve("scenario.effective.yaml").toString(),
        "--out",
        copy.toString(),
        "--pipeline",
        "false");

    assertEquals(-1, Files.mismatch(latest.resolve("script.jsonl"), script(copy)));
  }

  @Test
  void anotherSeedDrawsAnotherDay() throws Exception {
    Program.run(
        "run", Program.tiny(), "--seed", "8", "--out", copy.toString(), "--pipeline", "false");

    assertFalse(Files.mismatch(runs.resolve("latest").resolve("script.jsonl"), script(copy)) == -1);
  }

  @Test
  void judgesAStoredRunLikeTheRunItself() throws Exception {
    Path folder = stored();
    JsonNode before = verdict(folder);
    Files.delete(folder.resolve("run.json"));

    Ran ran = Program.run("check", folder.toString());

    assertEquals(played.code(), ran.code(), ran::err);
    JsonNode after = verdict(folder);
    assertTrue(before.path("rules").size() >= 12);
    for (String part : List.of("exitCode", "rules", "objectives", "responseTimes", "questions")) {
      assertEquals(before.path(part), after.path(part), part);
    }
  }

  @Test
  void aFolderThatIsNoRunIsNamed() {
    Ran ran = Program.run("check", copy.toString());

    assertEquals(64, ran.code());
    assertEquals(1, ran.errLines().size(), ran::err);
    assertTrue(ran.err().contains("'" + copy + "' is no run folder"), ran::err);
  }

  @Test
  void aHistoryCutOffInsideALineIsNeverAPass() throws Exception {
    Path folder = stored();
    Path history = folder.resolve("history.jsonl");
    String text = Files.readString(history);
    Files.writeString(history, text.substring(0, text.length() * 2 / 3));

    Ran ran = Program.run("check", folder.toString());

    assertEquals(5, ran.code(), ran::err);
    assertTrue(ran.out().contains("history is cut off: its end is missing"), ran::out);
    assertTrue(ran.out().contains("last line is cut off"), ran::out);
  }

  @Test
  void aHistoryWithoutItsLastLineIsNeverAPass() throws Exception {
    Path folder = stored();
    Path history = folder.resolve("history.jsonl");
    List<String> lines = Files.readAllLines(history);
    Files.write(history, lines.subList(0, lines.size() - 1));

    Ran ran = Program.run("check", folder.toString());

    assertEquals(5, ran.code(), ran::err);
    assertTrue(ran.out().contains("history is cut off"), ran::out);
  }

  @Test
  void anEmptyHistoryIsToldInOneLine() throws Exception {
    assertUnreadable("", "history.jsonl:1: empty");
  }

  @Test
  void aHistoryOfAnotherVersionIsToldInOneLine() throws Exception {
    String text = Files.readString(stored().resolve("history.jsonl"));

    assertUnreadable(
        text.replaceFirst("\"version\":1", "\"version\":2"),
        "version must be 1, was 2; put the file back as it was written, judge it with the gameday"
            + " that wrote it");
  }

  @Test
  void aHistoryWithAForeignLineIsToldInOneLine() throws Exception {
    String text = Files.readString(stored().resolve("history.jsonl"));

    assertUnreadable(text.replaceFirst("\n", "\nnot json\n"), "history.jsonl:2:");
  }

  @Test
  void linesThatAreSwappedAreToldInOneLine() throws Exception {
    List<String> lines = new ArrayList<>(Files.readAllLines(stored().resolve("history.jsonl")));
    Collections.swap(lines, 4, 5);

    assertUnreadable(String.join("\n", lines) + "\n", "history.jsonl:5: seq must be 3, was 4");
  }

  @Test
  void timeThatGoesBackIsToldInOneLine() throws Exception {
    List<String> lines = new ArrayList<>(Files.readAllLines(stored().resolve("history.jsonl")));
    lines.set(9, lines.get(9).replaceFirst("\"at\":-?", "\"at\":-9000000000"));

    assertUnreadable(String.join("\n", lines) + "\n", "history.jsonl:10: at must be ");
  }

  @Test
  void anUnknownEventIsToldInOneLine() throws Exception {
    String text = Files.readString(stored().resolve("history.jsonl"));

    assertUnreadable(
        text.replaceFirst("\"kind\":\"asked\"", "\"kind\":\"sung\""), "unknown kind 'sung'");
  }

  @Test
  void anUnknownFieldIsToldInOneLine() throws Exception {
    String text = Files.readString(stored().resolve("history.jsonl"));

    assertUnreadable(
        text.replaceFirst("\"kind\":\"asked\"", "\"mood\":1,\"kind\":\"asked\""),
        "unknown field 'mood'");
  }

  @Test
  void aHistoryWithoutItsBeginningIsToldInOneLine() throws Exception {
    List<String> lines = new ArrayList<>(Files.readAllLines(stored().resolve("history.jsonl")));
    lines.remove(1);

    assertUnreadable(String.join("\n", lines) + "\n", "history.jsonl:2: seq must be 0, was 1");
  }

  @Test
  void whatFollowsTheEndIsToldInOneLine() throws Exception {
    String text = Files.readString(stored().resolve("history.jsonl"));

    assertUnreadable(text + "{\"seq\":", "not a whole JSON object");
  }

  @Test
  void aHistoryOfNothingIsNeverAPass() throws Exception {
    Path folder = stored();
    Path history = folder.resolve("history.jsonl");
    Files.write(history, Files.readAllLines(history).subList(0, 1));

    Ran ran = Program.run("check", folder.toString());

    assertEquals(5, ran.code(), ran::err);
    assertTrue(ran.out().contains("history is cut off: its beginning is missing"), ran::out);
  }

  @Test
  void aScriptOfAnotherSeedIsNeverAPass() throws Exception {
    Path folder = stored();
    Path script = folder.resolve("script.jsonl");
    String text = Files.readString(script);
    Files.writeString(script, text.replaceFirst("\"seed\":\\d+", "\"seed\":99"));

    Ran ran = Program.run("check", folder.toString());

    assertEquals(5, ran.code(), ran::err);
    assertTrue(ran.out().contains("with seed 99"), ran::out);
  }

  @Test
  void aRuleOfTheScenariosOwnIsJudgedAgainAndToldLikeTheOthers() throws Exception {
    Path folder = stored();
    Path scenario = folder.resolve("scenario.effective.yaml");
    Files.writeString(
        scenario,
        Files.readString(scenario)
            + "rules:\n- {id: nobody-asks, never: asked}\n- {id: asked-once, exactly-one: asked}\n");

    Ran ran = Program.run("check", folder.toString());

    assertEquals(3, ran.code(), ran::err);
    assertTrue(ran.out().contains("nobody-asks: "), ran::out);
    JsonNode rules = verdict(folder).path("rules");
    JsonNode own = rules.get(rules.size() - 2);
    assertEquals("nobody-asks", own.path("id").asText());
    assertEquals("fail", own.path("outcome").asText());
    assertEquals("[\"safety\"]", own.path("kinds").toString());
    assertEquals("safety", own.path("first").get(0).path("kind").asText());
    assertEquals("pass", rules.get(rules.size() - 1).path("outcome").asText());
    assertTrue(Files.readString(folder.resolve("junit.xml")).contains("name=\"nobody-asks\""));
    assertTrue(Files.readString(folder.resolve("report.html")).contains("nobody-asks"));
  }

  private void assertUnreadable(String history, String said) throws IOException {
    Path folder = stored();
    Files.writeString(folder.resolve("history.jsonl"), history);

    Ran ran = Program.run("check", folder.toString());

    assertEquals(5, ran.code(), ran::out);
    assertEquals(1, ran.errLines().size(), ran::err);
    assertTrue(ran.err().contains(said), ran::err);
    assertTrue(ran.err().strip().endsWith("play the run again"), ran::err);
  }

  /** A copy of the run that a test may spoil. */
  private Path stored() throws IOException {
    Path folder = Files.createDirectories(copy.resolve("stored"));
    try (Stream<Path> files = Files.list(runs.resolve("latest").toRealPath())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(
            file,
            folder.resolve(file.getFileName()),
            java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return folder;
  }

  private static Path script(Path runs) throws IOException {
    return runs.resolve("latest").toRealPath().resolve("script.jsonl");
  }

  private static JsonNode verdict(Path folder) throws IOException {
    return JSON.readTree(folder.resolve("run.json").toFile());
  }
}
