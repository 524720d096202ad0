package gameday.mocks.helpchat.smartloop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.ChatStage;
import gameday.mocks.chat.RequestJson;
import gameday.mocks.chat.VisitorApi.Visitor;
import gameday.mocks.http.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GraphqlApiTest {
  private static final Visitor ADA =
      new Visitor("u-1", "Ada", "ada@example.org", "https://horizon.example/stage");
  private static final Visitor BOB = new Visitor("u-2", "Bob", "bob@example.org");

  private final ChatStage stage = new ChatStage();
  private final Smartloop chat = new Smartloop(7, stage.surroundings());
  private final String agent = chat.addAgent("Grace", "grace@example.org");
  private final String bot = chat.credentials().get("HELP_CHAT_ACCOUNT");

  @Test
  void sendsToTheUserWhateverWayMessagesAreWritten() {
    opens(ADA, "Hello");
    String document =
        "mutation Send($b: ID!, $u: ID!, $m: JSON) "
            + "{ sent: sendToUser(botId: $b, userId: $u, messages: $m) }";

    JsonNode array =
        RequestJson.read(
                "[{\"type\":\"typing\",\"duration\":1},{\"type\":\"text\",\"text\":\"one & <b>\"}]")
            .orElseThrow();
    JsonNode answer = graphql(document, array);
    graphql(document, RequestJson.tree("[{\"type\":\"text\",\"text\":\"two\"}]"));
    graphql(
        "mutation { sendToUser(botId: \""
            + bot
            + "\", userId: \"u-1\","
            + " messages: [{type: \"text\", text: \"three \\n \\u00e4\"}]) }",
        RequestJson.tree(null));

    assertEquals("{\"data\":{\"sent\":true}}", answer.toString());
    assertEquals(
        List.of("replied u-1: one & <b>", "replied u-1: two", "replied u-1: three \n ä"),
        stage.heard.subList(1, 4));
    assertEquals("api", stage.lastBody().at("/payload/by").asText());
    assertEquals("out", stage.lastBody().path("direction").asText());
  }

  @Test
  void readsThreadsAndMessages() {
    String conversation = opens(ADA, "Hello");
    opens(BOB, "I am Bob");
    chat.chatbotReplies(conversation, "Hi Ada");
    chat.close("u-2", agent);

    JsonNode data =
        graphql(
                """
                query All($b: ID!, $u: ID! = "u-1") { # threads and more
                  openThreads(botId: $b) { userId open }
                  closedThreads(botId: $b) { userId }
                  allThreads(botId: $b, limit: 1, offset: 1) { userId email messages { payload } }
                  thread(botId: $b, userId: $u) { name handoff }
                  recentMessages(botId: $b, userId: $u, limit: 1) { id direction payload }
                  isInHandoff(botId: $b, userId: $u)
                }""",
                RequestJson.tree(null))
            .path("data");

    assertEquals("[{\"userId\":\"u-1\",\"open\":true}]", data.path("openThreads").toString());
    assertEquals("[{\"userId\":\"u-2\"}]", data.path("closedThreads").toString());
    assertEquals("I am Bob", data.at("/allThreads/0/messages/0/payload/text").asText());
    assertEquals(1, data.path("allThreads").size());
    assertEquals("{\"name\":\"Ada\",\"handoff\":false}", data.path("thread").toString());
    assertEquals("Hi Ada", data.at("/recentMessages/0/payload/text").asText());
    assertEquals(1, data.path("recentMessages").size());
    assertFalse(data.path("isInHandoff").asBoolean(true));
  }

  @Test
  void startsAndEndsHandoff() {
    opens(ADA, "Hello");
    String arguments = "(botId: \"" + bot + "\", userId: \"u-1\")";

    JsonNode started =
        graphql("mutation { startHandoff" + arguments + " }", RequestJson.tree(null));
    boolean between =
        graphql("{ isInHandoff" + arguments + " }", RequestJson.tree(null))
            .at("/data/isInHandoff")
            .asBoolean();
    graphql("mutation { endHandoff" + arguments + " }", RequestJson.tree(null));

    assertTrue(started.at("/data/startHandoff").asBoolean());
    assertTrue(between);
    assertEquals(List.of("text user", "handoff api", "handoff api"), payloads());
  }

  @Test
  void answersErrorsInTheShapeOfGraphql() {
    opens(ADA, "Hello");
    String stranger = "{ thread(botId: \"" + bot + "\", userId: \"u-9\") { name } }";

    Answer unsigned = stage.call(chat, "POST /v1/graphql", Map.of(), "{\"query\":\"{x}\"}");
    JsonNode unknown = graphql(stranger, RequestJson.tree(null));
    Answer otherBot = post("{ openThreads(botId: \"00\") { userId } }");

    assertEquals(401, unsigned.status());
    assertEquals("{\"errors\":[{\"message\":\"Unauthorized\"}]}", ChatStage.text(unsigned));
    assertTrue(unknown.at("/data/thread").isNull());
    assertEquals("Thread not found", unknown.at("/errors/0/message").asText());
    assertEquals("Bot not found", ChatStage.json(otherBot).at("/errors/0/message").asText());
    assertEquals(404, stage.call(chat, "POST /v2/graphql", withKey(), "{}").status());
    assertEquals(405, stage.call(chat, "GET /v1/graphql", withKey(), "").status());
  }

  @Test
  void takesNothingFromHostileDocuments() {
    opens(ADA, "Hello");

    for (byte[] body : ChatStage.hostileBodies()) {
      assertEquals(400, stage.call(chat, "POST /v1/graphql", withKey(), body).status());
      assertEquals(
          400, stage.call(chat, "POST /web/" + bot + "/messages", Map.of(), body).status());
    }
    for (String document :
        List.of(
            "",
            "{",
            "{}",
            "{ unknown }",
            "{ sendToUser(botId: \"x\", userId: \"u-1\", messages: []) }",
            "mutation { sendToUser(botId: \"" + bot + "\") }",
            "mutation { sendToUser(botId: {}, userId: [], messages: 1) }",
            "{ thread(botId: \"unterminated }",
            "{ thread(botId: \"" + "\\n".repeat(100_000),
            "{ a ".repeat(10_000),
            "{ thread(a: " + "[".repeat(10_000),
            "{ thread(a: 01) }",
            "fragment F on Thread { a }",
            "{ ...F }",
            "\"".repeat(100_001),
            ", ".repeat(100_000))) {
      Answer answer = post(document);
      assertEquals(400, answer.status(), document.length() > 60 ? "long" : document);
    }
    for (String messages :
        List.of("5", "[]", "[[]]", "[{\"type\":\"text\"}]", "[{\"type\":\"bomb\"}]", "\"text\"")) {
      JsonNode answer =
          graphql(
              "mutation($b: ID!, $u: ID!, $m: JSON) { sendToUser(botId: $b, userId: $u, messages: $m) }",
              RequestJson.read(messages).orElseThrow());
      assertFalse(answer.path("errors").isMissingNode(), messages);
    }

    assertEquals(1, stage.webhooks.size());
    assertEquals(1, stage.heard.size());
  }

  private String opens(Visitor visitor, String text) {
    return stage.opens(chat, chat.visitors(), visitor, text);
  }

  private Map<String, String> withKey() {
    return Map.of("x-api-key", chat.credentials().get("HELP_CHAT_TOKEN"));
  }

  private Answer post(String document) {
    String body = RequestJson.object().put("query", document).toString();
    return stage.call(chat, "POST /v1/graphql", withKey(), body);
  }

  private JsonNode graphql(String document, JsonNode messages) {
    ObjectNode body = RequestJson.object().put("query", document);
    ObjectNode variables = body.putObject("variables").put("b", bot);
    if (!messages.isNull()) {
      variables.put("u", "u-1").set("m", messages);
    }
    Answer answer = stage.call(chat, "POST /v1/graphql", withKey(), body.toString());
    assertEquals(200, answer.status(), ChatStage.text(answer));
    return ChatStage.json(answer);
  }

  private List<String> payloads() {
    return stage.bodies().stream()
        .map(it -> it.path("payload"))
        .map(it -> it.path("type").asText() + " " + it.path("by").asText())
        .toList();
  }
}
