package gameday.script.jsonl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.process.Audience;
import gameday.process.Chat;
import gameday.process.Tier;
import gameday.script.Asker;
import gameday.script.QuestionId;
import gameday.script.Script;
import gameday.script.ScriptedQuestion;
import gameday.script.jsonl.ScriptFile.Read;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptFileTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void readsBackWhatItWrote(@TempDir Path folder) throws IOException {
    Script script =
        new Script(
            "day", 7, Duration.ofMinutes(20), List.of(question(1, true), question(2, false)));
    Path file = folder.resolve("script.jsonl");

    ScriptFile.write(script, file);

    assertEquals(new Read.Readable(script), ScriptFile.read(file));
  }

  @Test
  void theHeaderComesFirst() throws IOException {
    String text = written(new Script("day", 7, Duration.ofMinutes(20), List.of()));

    assertEquals(
        "{\"format\":\"gameday-script\",\"version\":1,\"scenario\":\"day\",\"seed\":7,"
            + "\"length\":\"PT20M\"}\n",
        text);
  }

  @Test
  void aFaultNamesItsLineAndField() throws IOException {
    String text = two();

    assertFault(text.replace("\"PT2S\"", "\"two\""), "s:3: at must be a duration such as");
    assertFault(text.replace("q-00002", "q-00001"), "s:3: id q-00001 is there twice");
    assertFault(text.replace("\"PT2S\"", "\"PT0.5S\""), "s:3: at must not be before PT1S");
    assertFault(
        text.replace("\"truth\":\"csm\"", "\"truth\":\"boss\""),
        "s:2: truth must be one of chatbot, client-team, csm, tech-support, was \"boss\"");
    assertFault(text.replace("\"version\":1", "\"version\":9"), "s:1: version must be 1, was 9");
    assertFault(text.replace("\"email\"", "\"mail\""), "s:2: asker: missing 'email'");
    assertFault(text.replace("\"session\":\"keynote\",", ""), "s:2: missing 'session'");
    assertFault("", "s:1: empty");
  }

  private static void assertFault(String text, String start) throws IOException {
    Read read = ScriptFile.read("s", new StringReader(text));

    String fault = assertInstanceOf(Read.Faulty.class, read).fault();
    assertTrue(fault.startsWith(start), fault);
  }

  private static String two() throws IOException {
    return written(
        new Script(
            "day", 7, Duration.ofMinutes(20), List.of(question(1, true), question(2, false))));
  }

  private static String written(Script script) throws IOException {
    StringWriter out = new StringWriter();
    ScriptFile.write(script, out);
    return out.toString();
  }

  private static ScriptedQuestion question(int number, boolean full) {
    return new ScriptedQuestion(
        new QuestionId("q-0000" + number),
        SECOND.multipliedBy(number),
        new Asker("Zoë \"Z\" <O'Brien>", "zoe@speaker.example", Audience.SPEAKER),
        full ? Chat.MOD : Chat.HELP,
        full ? Optional.of("keynote") : Optional.empty(),
        "microphone",
        "https://horizon.example/sessions/keynote",
        List.of(
            new ScriptedQuestion.Line(Duration.ZERO, "no\nsound & <b>"),
            new ScriptedQuestion.Line(Duration.ofMillis(1500), "?")),
        full ? Tier.CSM : Tier.CHATBOT,
        new ScriptedQuestion.Work(
            SECOND, SECOND, Duration.ofMillis(7), SECOND, SECOND, SECOND, SECOND, SECOND),
        Duration.ofMinutes(4),
        full,
        "no sound",
        full ? Optional.of("picture.png") : Optional.empty(),
        "reload (ref q-0000" + number + ")",
        full
            ? Optional.of(new ScriptedQuestion.FollowUp(SECOND, "and?", SECOND, "yes"))
            : Optional.empty());
  }

  private static ScriptedQuestion withSequels(ScriptedQuestion asked) {
    return asked.with(
        Optional.of(new ScriptedQuestion.Correction(SECOND, "rather start again (ref q-00001)")),
        Optional.of(
            new ScriptedQuestion.Comeback(
                SECOND, "me again", Tier.TECH_SUPPORT, asked.work(), "back", "so what (q-00001)")));
  }

  @Test
  void readsBackWhatComesOfAQuestionLater() throws IOException {
    Script script =
        new Script("day", 7, Duration.ofMinutes(20), List.of(withSequels(question(1, true))));

    assertEquals(
        new Read.Readable(script), ScriptFile.read("s", new StringReader(written(script))));
  }

  @Test
  void writesNothingOfSequelsThatAQuestionHasNot() throws IOException {
    String text = two();

    assertFalse(text.contains("correction") || text.contains("comeback"), text);
  }

  @Test
  void nobodyComesBackForTheChatbot() throws IOException {
    String text =
        written(
            new Script("day", 7, Duration.ofMinutes(20), List.of(withSequels(question(1, true)))));

    assertFault(
        text.replace("\"tech-support\"", "\"chatbot\""),
        "s:2: comeback: truth must be one of client-team, csm, tech-support, was \"chatbot\"");
  }
}
