package gameday.mining;

import static gameday.rehearsed.Horizon.honest;
import static gameday.rehearsed.Horizon.q;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import gameday.evidence.Evidence;
import gameday.history.Entry;
import gameday.history.Happening;
import gameday.history.Happening.Asked;
import gameday.history.Happening.SlackEdited;
import gameday.history.History;
import gameday.history.jsonl.HistoryWriter;
import gameday.rehearsed.Day;
import gameday.rehearsed.Horizon;
import gameday.rehearsed.Specimens;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Ocel2Test {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HOSTILE =
      "</script><b>\"quoted\"\u202E\u0000\u001b[31m\n\t&amp;\u2028😀 דנה " + "x".repeat(40_000);

  @TempDir Path folder;

  static Evidence evidence(History history) {
    return new Evidence(Horizon.scenario(), Horizon.script(), history);
  }

  private static JsonNode log(History history, Texts texts) throws IOException {
    StringWriter out = new StringWriter();
    Ocel2.write(evidence(history), texts, out);
    return JSON.readTree(out.toString());
  }

  /** The honest day, and once more everything that can happen at all. */
  private static History everything() {
    Day day = honest();
    for (Happening what : Specimens.ALL) {
      day = day.at(3700, what);
    }
    return day.history();
  }

  private static JsonSchema schema() throws IOException {
    try (InputStream in = Ocel2Test.class.getResourceAsStream("ocel2.schema.json")) {
      return JsonSchemaFactory.getInstance(VersionFlag.V7)
          .getSchema(in, SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
    }
  }

  @Test
  void aLogOfEverythingKeepsToTheSchema() throws IOException {
    assertEquals(Set.of(), schema().validate(log(everything(), Texts.KEPT)));
    assertEquals(Set.of(), schema().validate(log(everything(), Texts.LEFT_OUT)));
  }

  @Test
  void aLogOfNothingKeepsToTheSchema() throws IOException {
    JsonNode log = log(new History(List.of()), Texts.KEPT);

    assertEquals(Set.of(), schema().validate(log));
    assertEquals(0, log.get("events").size());
  }

  @Test
  void theSchemaNoticesWhatDeparts() throws IOException {
    ObjectNode log = (ObjectNode) log(everything(), Texts.KEPT);
    ((ObjectNode) log.get("events").get(0)).put("time", "yesterday");

    assertFalse(schema().validate(log).isEmpty());
  }

  @Test
  void everyHappeningIsOneEventUnderItsNameInTheHistory() throws IOException {
    History history = everything();
    StringWriter lines = new StringWriter();
    try (HistoryWriter writer = HistoryWriter.to(lines)) {
      history.entries().forEach(writer::append);
    }
    List<String> kinds = new ArrayList<>();
    for (String line : lines.toString().lines().skip(1).toList()) {
      kinds.add(JSON.readTree(line).get("kind").asText());
    }

    JsonNode log = log(history, Texts.KEPT);

    List<String> types = new ArrayList<>();
    log.get("events").forEach(event -> types.add(event.get("type").asText()));
    assertEquals(kinds, types);
    assertEquals(
        Specimens.ALL.size(), Arrays.stream(EventType.values()).count(), "a specimen a type");
  }

  @Test
  void everythingThatIsUsedIsDeclaredAndEveryIdIsUnique() throws IOException {
    for (Texts texts : Texts.values()) {
      JsonNode log = log(everything(), texts);
      Set<String> objects = new HashSet<>();

      assertDeclared(log.get("objectTypes"), log.get("objects"), objects);
      assertDeclared(log.get("eventTypes"), log.get("events"), new HashSet<>());

      for (String list : List.of("objects", "events")) {
        for (JsonNode one : log.get(list)) {
          Set<String> links = new HashSet<>();
          for (JsonNode link : one.get("relationships")) {
            assertTrue(objects.contains(link.get("objectId").asText()), link::toString);
            assertTrue(links.add(link.toString()), () -> "twice: " + link);
          }
        }
      }
    }
  }

  private static void assertDeclared(JsonNode types, JsonNode all, Set<String> ids) {
    Map<String, Map<String, String>> declared = new HashMap<>();
    for (JsonNode type : types) {
      Map<String, String> attributes = new HashMap<>();
      for (JsonNode attribute : type.get("attributes")) {
        String kind = attribute.get("type").asText();
        assertEquals(null, attributes.put(attribute.get("name").asText(), kind));
      }
      assertEquals(null, declared.put(type.get("name").asText(), attributes));
    }
    for (JsonNode one : all) {
      assertTrue(ids.add(one.get("id").asText()), () -> "twice: " + one.get("id"));
      Map<String, String> attributes = declared.get(one.get("type").asText());
      for (JsonNode attribute : one.get("attributes")) {
        String kind = attributes.get(attribute.get("name").asText());
        assertTrue(isOf(kind, attribute.get("value").asText()), attribute::toString);
      }
    }
  }

  private static boolean isOf(String kind, String value) {
    return switch (kind) {
      case "integer" -> value.matches("-?\\d+");
      case "float" -> value.matches("-?\\d+(\\.\\d+)?(E-?\\d+)?");
      case "boolean" -> value.matches("true|false");
      case "time" -> value.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
      case "string" -> true;
      default -> false;
    };
  }

  @Test
  void timesAreTheEventsClockInOrder() throws IOException {
    JsonNode events = log(honest().history(), Texts.KEPT).get("events");

    List<String> times = new ArrayList<>();
    events.forEach(event -> times.add(event.get("time").asText()));
    assertEquals(times.stream().sorted().toList(), times);
    assertEquals("2026-11-21T08:59:59.000000Z", times.getFirst());
    assertEquals("2026-11-21T10:00:00.000000Z", times.getLast());
  }

  @Test
  void anEscalationIsTiedToQuestionThreadMessageAndPipeline() throws IOException {
    JsonNode log = log(honest().history(), Texts.KEPT);

    JsonNode posted = event(log, "slack-posted", 0);

    String message = "message:" + posted.get("id").asText().replace("event:", "");
    assertEquals(
        Set.of(
            "by pipeline",
            "writes " + message,
            "opens issue:horizon-help:3.0",
            "about question:q-3"),
        links(posted));
    assertEquals(Set.of("about question:q-3"), links(object(log, "issue:horizon-help:3.0")));
    assertEquals(
        Set.of("by person:user-3", "in conversation:help-chat:c3"),
        links(object(log, "question:q-3")));
    assertEquals(
        Set.of("by pipeline", "opens issue:horizon-help:3.0"), links(object(log, message)));
    assertEquals(
        Set.of("by person:staff:csm-1", "in issue:horizon-help:3.0"),
        links(event(log, "slack-reacted", 0)).stream()
            .filter(link -> !link.startsWith("on "))
            .collect(java.util.stream.Collectors.toSet()));
  }

  private static JsonNode event(JsonNode log, String type, int number) {
    List<JsonNode> found = new ArrayList<>();
    log.get("events").forEach(e -> found.add(e));
    return found.stream().filter(e -> e.get("type").asText().equals(type)).toList().get(number);
  }

  private static JsonNode object(JsonNode log, String id) {
    for (JsonNode object : log.get("objects")) {
      if (object.get("id").asText().equals(id)) {
        return object;
      }
    }
    throw new AssertionError("no object " + id);
  }

  private static Set<String> links(JsonNode one) {
    Set<String> links = new HashSet<>();
    one.get("relationships")
        .forEach(
            link ->
                links.add(link.get("qualifier").asText() + " " + link.get("objectId").asText()));
    return links;
  }

  @Test
  void anEditedMessageHasBothTextsEachWithItsTime() throws IOException {
    Happening edit =
        new SlackEdited(
            Horizon.CHANNEL, "3.0", Optional.empty(), Horizon.BOT, "Better", List.of(q(3)));
    JsonNode log = log(honest().at(170, edit).history(), Texts.KEPT);

    String message =
        links(event(log, "slack-edited", 0)).stream()
            .filter(link -> link.startsWith("on "))
            .findFirst()
            .orElseThrow()
            .substring(3);

    List<String> texts = new ArrayList<>();
    for (JsonNode attribute : object(log, message).get("attributes")) {
      if (attribute.get("name").asText().equals("text")) {
        texts.add(attribute.get("time").asText() + " " + attribute.get("value").asText());
      }
    }
    assertEquals(2, texts.size());
    assertEquals("2026-11-21T09:02:50.000000Z Better", texts.getLast());
  }

  @Test
  void hostileTextComesBackAsItWas() throws IOException {
    JsonNode log = log(asking(HOSTILE), Texts.KEPT);

    String text = "";
    for (JsonNode attribute : event(log, "asked", 0).get("attributes")) {
      if (attribute.get("name").asText().equals("text")) {
        text = attribute.get("value").asText();
      }
    }
    assertEquals(HOSTILE, text);
  }

  static History asking(String text) {
    return honest()
        .changing(
            Asked.class,
            asked -> asked.question().equals(q(1)),
            asked -> new Asked(q(1), asked.chat(), asked.conversation(), text))
        .history();
  }

  @Test
  void aFileWithHalfACharacterIsStillJson() throws IOException {
    Path file = folder.resolve("ocel2.json");

    LogFile.OCEL2.write(evidence(asking("half \uD83D of one")), Texts.KEPT, file);

    assertEquals(Set.of(), schema().validate(JSON.readTree(file.toFile())));
    assertEquals(List.of("ocel2.json"), List.of(folder.toFile().list()));
  }

  @Test
  void withoutTextsNothingPersonalIsLeft() throws IOException {
    StringWriter out = new StringWriter();

    Ocel2.write(evidence(everything()), Texts.LEFT_OUT, out);

    assertNothingPersonal(out.toString());
  }

  static void assertNothingPersonal(String log) {
    for (String personal :
        List.of(
            "example.org",
            "User 3",
            "wants to know",
            "reload",
            "booth 7",
            "Reload twice",
            "forged-1")) {
      assertFalse(log.contains(personal), personal);
    }
  }

  @Test
  void questionsThatOnlyTheHistoryKnowsAreDeclared() throws IOException {
    History history =
        new History(
            List.of(
                new Entry(
                    0, 0, new Happening.AgentTook(new gameday.script.QuestionId("q-99"), "x")),
                new Entry(
                    1,
                    1,
                    new Happening.PipelineReplied(
                        gameday.process.Chat.HELP, "c99", Optional.empty(), "hm"))));

    JsonNode log = log(history, Texts.KEPT);

    assertEquals("question", object(log, "question:q-99").get("type").asText());
    assertEquals("conversation", object(log, "conversation:help-chat:c99").get("type").asText());
  }
}
