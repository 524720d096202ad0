package gameday.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gameday.cli.Program.Ran;
import gameday.history.Entry;
import gameday.history.Happening;
import gameday.history.Happening.Author;
import gameday.history.History;
import gameday.history.jsonl.HistoryWriter;
import gameday.process.Chat;
import gameday.process.EscalationMessage;
import gameday.process.EscalationTemplate;
import gameday.process.EscalationWay;
import gameday.process.Mention;
import gameday.scenario.Scenario;
import gameday.scenario.yaml.Catalog;
import gameday.scenario.yaml.EffectiveYaml;
import gameday.scenario.yaml.Loaded;
import gameday.script.QuestionId;
import gameday.script.Script;
import gameday.script.ScriptDraw;
import gameday.script.ScriptedQuestion;
import gameday.script.jsonl.ScriptFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code explain} and {@code export} make of a stored run, written by hand. */
class ExplainCommandTest {
  private static final Author BOT = new Author(Author.Role.PIPELINE, "gameday");

  @TempDir Path temp;
  private Path run;
  private QuestionId twice;

  /** A run whose first question of the Help chat was posted twice. */
  @BeforeEach
  void store() throws IOException {
    run = Files.createDirectories(temp.resolve("run"));
    Scenario scenario =
        assertInstanceOf(Loaded.Good.class, Catalog.load(Program.tiny(), List.of())).scenario();
    Script script = ScriptDraw.draw(scenario, 7);
    ScriptedQuestion question =
        script.questions().stream().filter(q -> q.chat() == Chat.HELP).findFirst().orElseThrow();
    twice = question.id();
    Files.writeString(run.resolve(StoredRun.SCENARIO), EffectiveYaml.write(scenario));
    ScriptFile.write(script, run.resolve(StoredRun.SCRIPT));
    HistoryWriter.write(history(scenario, question), run.resolve(StoredRun.HISTORY));
  }

  private static History history(Scenario scenario, ScriptedQuestion question) {
    EscalationTemplate template =
        new EscalationTemplate(
            question.issue(), question.page(), List.of(question.asker().email()), Optional.empty());
    QuestionId id = question.id();
    List<Happening> day = new ArrayList<>();
    day.add(new Happening.RunStarted(scenario.name(), 7, 1, "wall"));
    day.add(new Happening.Asked(id, Chat.HELP, "c1", "hello \u001b[31m\u202E"));
    day.add(new Happening.AgentRequested(id));
    day.add(new Happening.AgentTook(id, "client-team-1"));
    day.add(new Happening.AgentNoted(id, "client-team-1", EscalationMessage.forNote(template)));
    day.add(new Happening.Escalated(id, "client-team-1", EscalationWay.NOTE, question.issue()));
    for (String ts : List.of("1.0", "2.0")) {
      day.add(
          new Happening.SlackPosted(
              scenario.event().channel(),
              ts,
              Optional.empty(),
              BOT,
              EscalationMessage.forSlack(new Mention.Here(), template),
              List.of(id)));
    }
    day.add(new Happening.RunEnded(Happening.RunEnded.Reason.INTERRUPTED, ""));
    List<Entry> entries = new ArrayList<>();
    for (Happening what : day) {
      entries.add(new Entry(entries.size(), entries.size() * 1_000_000_000L, what));
    }
    return new History(entries);
  }

  private Ran explain(String... more) {
    return Program.run(
        Stream.concat(Stream.of("explain", run.toString()), Stream.of(more))
            .toArray(String[]::new));
  }

  @Test
  void withoutAQuestionItListsWhatWasViolatedAndHowToReadOn() {
    Ran ran = explain();

    assertEquals(0, ran.code(), ran::err);
    assertTrue(ran.out().contains("escalated-once: 1 violation"), ran::out);
    assertTrue(ran.out().contains("explain " + run), ran::out);
    assertTrue(ran.out().lines().anyMatch(l -> l.endsWith(" " + twice)), ran::out);
  }

  @Test
  void tellsAQuestionsStory() {
    Ran ran = explain(twice.value());

    assertEquals(0, ran.code(), ran::err);
    assertTrue(ran.out().startsWith(twice + ": "), ran::out);
    assertTrue(ran.out().lines().filter(l -> l.startsWith("* ")).count() >= 2, ran::out);
    assertFalse(ran.out().contains("\u001b"), ran::out);
    assertFalse(ran.out().contains("\u202E"), ran::out);
  }

  @Test
  void aRuleAndAThreadLeadToTheSameStory() {
    String story = explain(twice.value()).out();

    assertEquals(story, explain("--rule", "escalated-once").out());
    assertEquals(story, explain("--issue", "2.0").out());
  }

  @Test
  void fitsTheWidthAndTheLettersOfATerminal() {
    Ran ran = explain(twice.value(), "--width", "60", "--ascii");

    assertTrue(ran.out().lines().allMatch(l -> l.length() <= 60), ran::out);
    assertTrue(ran.out().chars().allMatch(c -> c == '\n' || c >= ' ' && c < 0x7F), ran::out);
  }

  @Test
  void programsGetTheStoryAsJson() throws IOException {
    JsonNode story = new ObjectMapper().readTree(explain(twice.value(), "--json").out());

    assertEquals("gameday/story/1", story.path("schema").asText());
    assertEquals(twice.value(), story.path("question").path("id").asText());
    assertEquals("hello \u001b[31m\u202E", story.at("/picture/rows/0/text").asText());
    assertEquals(1, story.at("/picture/rows/0/sequence").asInt());
    JsonNode list = new ObjectMapper().readTree(explain("--json").out());
    assertTrue(list.at("/violated/0/violations/0/witnesses").isArray(), list::toString);
  }

  @Test
  void whatIsUnknownIsToldWithWhatThereIs() {
    assertUsage(explain("q-99"), "this run has no question 'q-99'; it has ");
    assertUsage(explain("--rule", "escalated-twice"), "there is no rule 'escalated-twice'");
    assertUsage(explain("--rule", "mod-chat-private"), "nothing violated the rule");
    assertUsage(explain("--issue", "9.9"), "no issue of this run has the ts '9.9'; it has 2, such");
    assertUsage(explain(twice.value(), "--issue", "1.0"), "give one of QUESTION");
  }

  private static void assertUsage(Ran ran, String said) {
    assertEquals(64, ran.code(), ran::out);
    assertTrue(ran.err().contains(said), ran::err);
  }

  @Test
  void aHistoryThatIsCutOffTellsWhatThereIs() throws IOException {
    Path file = run.resolve(StoredRun.HISTORY);
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.length() - 20));

    Ran ran = explain(twice.value());

    assertEquals(0, ran.code(), ran::err);
    assertTrue(ran.err().contains("cut off"), ran::err);
    assertTrue(ran.out().contains("escalated-once"), ran::out);
    assertEquals(0, Program.run("export", run.toString(), "--format", "ocel2").code());
  }

  @Test
  void theLastLinesOfAJudgementNameTheStoryOfTheWorst() throws IOException {
    Ran ran = Program.run("check", run.toString());

    String why = ran.out().lines().filter(l -> l.startsWith("why ")).findFirst().orElseThrow();
    assertTrue(why.contains("explain " + run), why);
    assertTrue(Files.readString(run.resolve("summary.md")).contains(why.substring(8)));
    assertTrue(Files.readString(run.resolve("report.html")).contains("class=\"picture"));
  }

  @Test
  void aJudgementWritesTheEventLogAndExportWritesTheSame() throws IOException {
    Program.run("check", run.toString());
    Path other = temp.resolve("other.json");

    Ran ran = Program.run("export", run.toString(), "--format", "ocel2", "--out", other.toString());

    assertEquals(0, ran.code(), ran::err);
    assertEquals(other + "\n", ran.out());
    assertEquals(-1, Files.mismatch(run.resolve("ocel2.json"), other));
  }

  @Test
  void exportsATraceAQuestion() throws IOException {
    Ran ran = Program.run("export", run.toString(), "--format", "xes", "--without-texts");

    String log = Files.readString(run.resolve("questions.xes"));
    assertEquals(0, ran.code(), ran::err);
    assertEquals(7, log.split("<trace>").length, "six questions");
    assertFalse(log.contains("hello"));
  }

  @Test
  void anUnknownFormatOrFolderIsNamed() {
    assertUsage(
        Program.run("export", run.toString(), "--format", "csv"),
        "must be ocel2 or xes, was 'csv'");
    Ran ran =
        Program.run("export", run.toString(), "--format", "xes", "--out", temp + "/none/log.xes");
    assertEquals(5, ran.code());
    assertTrue(ran.err().contains("cannot write"), ran::err);
  }
}
