package gameday.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gameday.cli.AwkwardPipeline.Habit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a pipeline says of itself on /health decides what is played; what it can't say ends it. */
class PartialPipelinesTest {
  private static final Duration BOUND = Duration.ofSeconds(60);

  @TempDir Path folder;

  @Test
  void playsNothingOfTheModChatToAPipelineWithoutIt() throws Exception {
    Ended ended = rehearse("{\"without\":[\"mod-chat\"]}");

    assertTrue(
        ended.out.contains("the pipeline knows no Mod chat: 1 of 6 questions are not played"),
        ended.out);
    String history = Files.readString(latest().resolve("history.jsonl"));
    assertTrue(history.contains("\"kind\":\"pipeline-lacks\",\"parts\":[\"mod-chat\"]"), history);
    assertFalse(history.contains("\"chat\":\"mod-chat\""), history);
  }

  @Test
  void endsWithTheKnownPartsWhereItCannotBeUnderstood() throws Exception {
    Ended ended = rehearse("{\"without\":[\"modchat\"]}");

    assertEquals(3, ended.code, ended.err);
    assertEquals(1, ended.err.lines().count(), ended.err);
    assertTrue(
        ended.err.contains(
            "/health names unknown parts as 'without': \"modchat\", known parts: mod-chat,"
                + " deadlines, grouping, edits, grants, files"),
        ended.err);
    JsonNode run = new ObjectMapper().readTree(latest().resolve("run.json").toFile());
    assertEquals("no-question-lost", run.at("/findings/0/about").asText());
    assertFalse(Files.readString(latest().resolve("history.jsonl")).contains("\"asked\""));
  }

  @Test
  void endsAlikeWhenThePipelineIsNotThere() throws Exception {
    Ended none = rehearseWith("no-such-program --at all");
    Ended gone = rehearseWith("sh -c 'exit 7'");

    assertEquals(3, none.code, none.out);
    assertTrue(none.err.contains("cannot start 'no-such-program': no such program"), none.err);
    assertEquals(3, gone.code, gone.out);
    assertTrue(gone.err.contains("the pipeline ended before it was healthy"), gone.err);
  }

  @Test
  void trustsNoRunInWhichThePipelineChangedItsMind() throws Exception {
    Path crashing = folder.resolve("crashing.yaml");
    String crash = "faults:\n  - {on: pipeline, kind: crash, from: start+10s, to: start+20s}\n";
    Files.writeString(crashing, Files.readString(Path.of(Program.tiny())) + crash);

    Ended ended =
        rehearse(
            crashing.toString(),
            AwkwardPipeline.command(Habit.BOASTS, "{\"without\":[\"files\"]}"));

    assertEquals(5, ended.code, ended.out);
    assertTrue(
        ended
            .out
            .replaceAll("\\s+", " ")
            .contains(
                "at first it answered /health without files, after a restart without nothing"),
        ended.out);
  }

  private record Ended(int code, String out, String err) {}

  private Ended rehearse(String health) throws Exception {
    return rehearseWith(AwkwardPipeline.command(Habit.SHIRKS, health));
  }

  private Ended rehearseWith(String command) throws Exception {
    return rehearse(Program.tiny(), command);
  }

  private Ended rehearse(String scenario, String command) throws Exception {
    try (Child child =
        Child.start(
            folder,
            "run",
            scenario,
            "--speed",
            "240",
            "--out",
            folder.toString(),
            "--pipeline",
            command)) {
      return new Ended(child.awaitEnd(BOUND), child.out(), child.err());
    }
  }

  private Path latest() {
    return folder.resolve("latest");
  }
}
