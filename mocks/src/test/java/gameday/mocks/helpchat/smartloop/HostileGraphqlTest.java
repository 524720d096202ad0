package gameday.mocks.helpchat.smartloop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.mocks.chat.ChatStage;
import gameday.mocks.chat.RequestJson;
import gameday.mocks.chat.VisitorApi.Visitor;
import gameday.mocks.http.Answer;
import gameday.mocks.http.Call;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HostileGraphqlTest {
  /** Each takes some milliseconds; without bounds some would take longer than the universe. */
  private static final Duration MOST = Duration.ofSeconds(5);

  private final ChatStage stage = new ChatStage();
  private final Smartloop chat = new Smartloop(7, stage.surroundings());
  private final String bot = chat.credentials().get("HELP_CHAT_ACCOUNT");
  private final String handoff = "startHandoff(botId: \"" + bot + "\", userId: \"u-1\") ";

  @BeforeEach
  void open() {
    stage.opens(chat, chat.visitors(), new Visitor("u-1", "Ada", "ada@example.org"), "Hello");
  }

  @Test
  void refusesInBoundedTimeWhatHasNoEnd() {
    for (Map.Entry<String, String> hostile : hostile().entrySet()) {
      Answer answer = assertTimeout(MOST, () -> post(hostile.getValue()), hostile::getKey);

      assertEquals(400, answer.status(), hostile.getKey());
      assertTrue(
          ChatStage.json(answer).at("/errors/0/message").isTextual(),
          () -> hostile.getKey() + ": " + ChatStage.text(answer));
      assertFalse(ChatStage.text(answer).contains("\tat "), hostile.getKey());
    }
    assertEquals(1, stage.webhooks.size());
  }

  @Test
  void labelsInBoundedTimeWhatHasNoEnd() {
    for (Map.Entry<String, String> hostile : hostile().entrySet()) {
      String label = assertTimeout(MOST, () -> chat.label(call(hostile.getValue())));

      assertTrue(List.of("graphql", "thread", "startHandoff").contains(label), hostile.getKey());
    }
  }

  @Test
  void countsRootFieldsThroughFragments() {
    String twenty = many(20, i -> "a" + i + ": " + handoff);

    assertEquals(200, post("mutation { " + twenty + "}").status());
    assertEquals(400, post("mutation { " + twenty + " b: " + handoff + "}").status());
    assertEquals(
        400,
        post("mutation { b: " + handoff + "...F } fragment F on Mutation { " + twenty + "}")
            .status());
    assertEquals(2, stage.webhooks.size());
  }

  @Test
  void takesNumbersWithoutEndForNoNumber() {
    String list = "openThreads(botId: \"" + bot + "\", limit: ";

    for (String number :
        List.of("1e999999999", "99999999999", "9".repeat(2_000), "1.5", "\"5\"", "[5, 6]")) {
      Answer answer = assertTimeout(MOST, () -> post("{ " + list + number + ") { userId } }"));
      assertEquals(400, answer.status(), number);
    }
    assertEquals(200, post("{ " + list + "2147483647) { userId } }").status());
  }

  @Test
  void answersTheSameFromItsMemory() {
    String wrong = "{ thread(botId: 1) { name } }";
    String right = "{ openThreads(botId: \"" + bot + "\") { userId } }";

    assertEquals(ChatStage.text(post(wrong)), ChatStage.text(post(wrong)));
    assertEquals(ChatStage.text(post(right)), ChatStage.text(post(right)));
    IntStream.range(0, 300).forEach(i -> post("query Q" + i + " { __typename }"));
    assertEquals(200, post(right).status());
  }

  private Map<String, String> hostile() {
    Map<String, String> documents = new LinkedHashMap<>();
    documents.put("deep selections", "{ thread ".repeat(10_000) + "}".repeat(10_000));
    documents.put("deep lists", "{ thread(botId: " + "[".repeat(10_000));
    documents.put("deep objects", "{ thread(botId: " + "{a: ".repeat(10_000));
    documents.put("unclosed", "{ thread(a: ".repeat(10_000));
    documents.put("100,000 aliases", "{ " + many(100_000, i -> "a" + i + ": __typename ") + "}");
    documents.put("2,000 aliases", "mutation { " + many(600, i -> "a" + i + ":" + handoff) + "}");
    documents.put("one field 4,000 times", "{ " + "__typename ".repeat(4_000) + "}");
    documents.put("commas", ", ".repeat(300_000));
    documents.put("comments", "#\n".repeat(300_000));
    documents.put("quotes", "\"".repeat(300_000));
    documents.put("a long name", "{ " + "x".repeat(900_000) + " }");
    documents.put("a long string", "{ thread(botId: \"" + "\\n".repeat(400_000));
    documents.put("unknown fields", "{ " + "x ".repeat(4_000) + "}");
    documents.put("unused variables", "query(" + many(1_000, i -> "$v" + i + ": Int ") + ") {a}");
    documents.put("directives", "{ __typename " + "@skip(if: false) ".repeat(700) + "}");
    documents.put("a fragment cycle", "{ ...A } fragment A on Query { ...A }");
    documents.put(
        "a long fragment cycle",
        "{ ...F0 } " + many(300, i -> fragment(i, "Query", "...F" + (i + 1) % 300)));
    documents.put(
        "fragments that double",
        "{ ...F0 } "
            + many(300, i -> fragment(i, "Query", "...F" + (i + 1) + " ...F" + (i + 1)))
            + fragment(300, "Query", "__typename"));
    documents.put(
        "introspection that doubles",
        "{ __schema { types { ...F0 } } } "
            + many(
                30,
                i ->
                    fragment(
                        i,
                        "__Type",
                        "a: ofType { ...F" + (i + 1) + " } b: ofType { ...F" + (i + 1) + " }"))
            + fragment(30, "__Type", "name"));
    return documents;
  }

  private static String fragment(int number, String type, String content) {
    return "fragment F" + number + " on " + type + " { " + content + " } ";
  }

  private static String many(int count, IntFunction<String> part) {
    return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining());
  }

  private Answer post(String document) {
    return chat.answer(call(document));
  }

  private Call call(String document) {
    return new Call(
        "POST",
        "/v1/graphql",
        Map.of(),
        Map.of("x-api-key", List.of(chat.credentials().get("HELP_CHAT_TOKEN"))),
        RequestJson.object().put("query", document).toString().getBytes(StandardCharsets.UTF_8));
  }
}
