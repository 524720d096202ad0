package gameday.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFilesTest {
  @TempDir Path temp;

  @Test
  void writesFiveFilesAndLeavesNoDraft() throws IOException {
    Path folder = temp.resolve("runs/one");

    RunFiles.write(folder, SampleRun.violated());

    assertEquals(
        List.of("junit.xml", "report.html", "run.json", "summary.md", "violations.csv"),
        names(folder));
  }

  @Test
  void replacesWhatAnEarlierJudgementWrote() throws IOException {
    RunFiles.write(temp, SampleRun.violated());

    RunFiles.write(temp, SampleRun.of(SampleRun.READY));

    JsonNode run = new ObjectMapper().readTree(temp.resolve("run.json").toFile());
    assertEquals("ready", run.get("verdict").asText());
  }

  @Test
  void saysWhatIsInTheFoldersPlace() throws IOException {
    Path file = Files.writeString(temp.resolve("taken"), "");

    var thrown =
        assertThrows(
            UnwritableRunFolderException.class, () -> RunFiles.write(file, SampleRun.violated()));

    assertTrue(thrown.getMessage().contains("taken: can't be written: a file is in its place"));
  }

  @Test
  void leavesNothingHalfWrittenWhereAFileCannotBe() throws IOException {
    Files.createDirectories(temp.resolve("report.html/inside"));

    var thrown =
        assertThrows(
            UnwritableRunFolderException.class, () -> RunFiles.write(temp, SampleRun.violated()));

    assertTrue(thrown.getMessage().contains("report.html"));
    assertFalse(names(temp).stream().anyMatch(name -> name.endsWith(".draft")));
  }

  @Test
  void jsonTellsWhatWasJudgedInSeconds() throws IOException {
    JsonNode run = new ObjectMapper().readTree(RunJson.of(SampleRun.violated()));

    assertEquals(3, run.get("exitCode").asInt());
    assertEquals("not-ready", run.get("verdict").asText());
    assertEquals(1, run.at("/rules/1/violations/pipeline").asInt());
    assertEquals("09:30:00", run.at("/rules/1/first/0/witnesses/0/time").asText());
    assertEquals(1800, run.at("/rules/1/first/0/witnesses/0/at").asDouble());
    assertEquals(22.5, run.at("/responseTimes/0/p95").asDouble());
    assertEquals(0.34, run.at("/meanParts/escalated/pipeline-out").asDouble());
    assertEquals("860 s", run.at("/objectives/1/actual").asText());
    assertEquals("2026-11-22T14:11:03Z", run.get("ended").asText());
  }

  @Test
  void junitHasACaseEvenIfNothingWasJudged() {
    String xml = RunFiles.junit(SampleRun.of(SampleRun.NOTHING));

    assertTrue(xml.contains("tests=\"1\" failures=\"0\" errors=\"1\""));
    assertTrue(xml.contains("name=\"run completed\""));
  }

  @Test
  void runThatWasCutOffIsNeverReady() {
    Headline headline = Headline.of(SampleRun.of(SampleRun.NOTHING));

    assertEquals(Readiness.NOT_PROVEN, headline.readiness());
  }

  private static List<String> names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return List.copyOf(
          files
              .map(file -> file.getFileName().toString())
              .collect(Collectors.toCollection(TreeSet::new)));
    }
  }
}
