package gameday.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pipelines that docs/your-own-pipeline.md builds pass a rehearsal, as long as they're whole.
 */
class OwnPipelinesTest {
  private static final Duration BOUND = Duration.ofSeconds(120);
  private static final String SCENARIO = OwnPipelines.FOLDER.resolve("morning.yaml").toString();
  private static final Map<String, String> PASSED =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("no-question-lost", "pass"),
              Map.entry("client-team-first", "pass"),
              Map.entry("escalated-iff-needed", "pass"),
              Map.entry("escalated-once", "pass"),
              Map.entry("right-channel", "pass"),
              Map.entry("template-complete", "pass"),
              Map.entry("in-thread", "pass"),
              Map.entry("tech-support-through-csm", "pass"),
              Map.entry("answer-returned", "pass"),
              Map.entry("mod-chat-private", "not-exercised"),
              Map.entry("on-time", "not-exercised"),
              Map.entry("polite-client", "pass"),
              Map.entry("forgery-refused", "pass")));

  @TempDir Path folder;

  @Test
  void theOneInJavaPasses() throws Exception {
    String command = OwnPipelines.java(OwnPipelines.JAVA, Files.createDirectory(classes()));

    JsonNode run = rehearse(0, List.of(), command);

    assertEquals(PASSED, outcomes(run));
    assertSaysWhatWasLeftOut(run);
    assertJudgedAgainAlike();
  }

  @Test
  void theOneInJavaPostsTwiceOnceItTakesThingsTwice() throws Exception {
    Path forgetful =
        OwnPipelines.changed(
            OwnPipelines.JAVA,
            "    if (told.containsKey(at(entry, \"key\"))) return;\n",
            "",
            folder);
    String command = OwnPipelines.java(forgetful, Files.createDirectory(classes()));

    JsonNode run = rehearse(3, List.of(), command);

    assertEquals("fail", outcomes(run).get("escalated-once"));
  }

  @Test
  void theOneInJavaScriptPasses() throws Exception {
    OwnPipelines.assumeNode();

    JsonNode run = rehearse(0, OwnPipelines.withBolt(), "node " + OwnPipelines.JAVASCRIPT);

    assertEquals(PASSED, outcomes(run));
    assertSaysWhatWasLeftOut(run);
  }

  @Test
  void theOneInJavaScriptPostsTwiceOnceItTakesThingsTwice() throws Exception {
    OwnPipelines.assumeNode();
    Path forgetful =
        OwnPipelines.changed(
            OwnPipelines.JAVASCRIPT, "  if (seen.has(entry.key)) return;\n", "", folder);

    JsonNode run = rehearse(3, OwnPipelines.withBolt(), "node '" + forgetful + "'");

    assertEquals("fail", outcomes(run).get("escalated-once"));
  }

  private Path classes() {
    return folder.resolve("classes");
  }

  private JsonNode rehearse(int code, List<String> before, String command) throws Exception {
    try (Child child =
        Child.start(
            before, folder, "run", SCENARIO, "--out", folder.toString(), "--pipeline", command)) {
      assertEquals(code, child.awaitEnd(BOUND), child.out() + child.err() + log());
      boolean told = child.out().contains("the pipeline knows no Mod chat: 4 of 20 questions");
      assertTrue(told, child.out());
    }
    return new ObjectMapper().readTree(latest().resolve("run.json").toFile());
  }

  private String log() throws Exception {
    Path log = latest().resolve("pipeline.log");
    return Files.exists(log) ? Files.readString(log) : "";
  }

  private Path latest() {
    return folder.resolve("latest");
  }

  private static Map<String, String> outcomes(JsonNode run) {
    Map<String, String> outcomes = new TreeMap<>();
    run.path("rules")
        .forEach(rule -> outcomes.put(rule.path("id").asText(), rule.path("outcome").asText()));
    return outcomes;
  }

  private void assertSaysWhatWasLeftOut(JsonNode run) throws Exception {
    String left = "the pipeline knows no Mod chat: 4 of 20 questions were not played";
    assertTrue(run.path("warnings").toString().contains(left), run::toPrettyString);
    assertTrue(Files.readString(latest().resolve("summary.md")).contains(left));
    assertTrue(Files.readString(latest().resolve("report.html")).contains(left));
    assertTrue(
        Files.readString(latest().resolve("junit.xml"))
            .contains("not exercised: the pipeline knows no Mod chat"));
    assertEquals(16, run.at("/questions/total").asInt());
    JsonNode modChat = run.path("objectives").path(1);
    assertEquals("not-exercised", modChat.path("outcome").asText());
    assertEquals("the pipeline knows no Mod chat", modChat.path("explanation").asText());
  }

  /** The history knows what was left out; nobody has to be asked again. */
  private void assertJudgedAgainAlike() throws Exception {
    String before = Files.readString(latest().resolve("run.json"));

    Program.Ran again = Program.run("check", latest().toString(), "-q");

    assertEquals(0, again.code(), again.err());
    JsonNode then = new ObjectMapper().readTree(before);
    JsonNode now = new ObjectMapper().readTree(latest().resolve("run.json").toFile());
    for (String part : List.of("exitCode", "rules", "objectives", "questions", "warnings")) {
      assertEquals(then.path(part), now.path(part));
    }
  }
}
