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
import graphql.introspection.IntrospectionQuery;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GraphqlApiTest {
  private static final Visitor ADA =
      new Visitor("u-1", "Ada", "ada@example.org", "https://horizon.example/stage");
  private static final Visitor BOB = new Visitor("u-2", "Bob", "bob@example.org");

  private static final String SEND =
      "mutation Send($b: ID!, $u: ID!, $m: JSON) "
          + "{ sent: sendToUser(botId: $b, userId: $u, messages: $m) }";

  private final ChatStage stage = new ChatStage();
  private final Smartloop chat = new Smartloop(7, stage.surroundings());
  private final String agent = chat.addAgent("Grace", "grace@example.org");
  private final String bot = chat.credentials().get("HELP_CHAT_ACCOUNT");

  @Test
  void sendsToTheUserWhateverWayMessagesAreWritten() {
    opens(ADA, "Hello");
    JsonNode array =
        RequestJson.read(
                "[{\"type\":\"typing\",\"duration\":1},{\"type\":\"text\",\"text\":\"one & <b>\"}]")
            .orElseThrow();
    JsonNode answer = graphql(SEND, array);
    graphql(SEND, RequestJson.tree("[{\"type\":\"text\",\"text\":\"two\"}]"));
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
  void takesNothingFromWrongDocuments() {
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
            "{ thread(botId: \"" + bot + "\", userId: \"u-1\") }",
            "{ sendToUser(botId: \"x\", userId: \"u-1\", messages: []) }",
            "mutation { sendToUser(botId: \"" + bot + "\") }",
            "mutation { sendToUser(botId: {}, userId: [], messages: 1) }",
            "{ thread(botId: \"unterminated }",
            "{ thread(a: 01) }",
            "{ ...F }",
            "query A { __typename } query B { __typename }",
            "subscription { thread }")) {
      assertEquals(400, post(document).status(), document);
    }
    for (String messages :
        List.of(
            "5",
            "[]",
            "[[]]",
            "[{\"type\":\"text\"}]",
            "[{\"type\":\"bomb\"}]",
            "[{\"type\":\"text\",\"text\":\"x\",\"quickReplies\":{}}]",
            "[{\"type\":\"button-template\",\"text\":\"" + "x".repeat(10_001) + "\"}]",
            "\"text\"")) {
      JsonNode answer = graphql(SEND, RequestJson.read(messages).orElseThrow());
      assertEquals("messages is not a list of messages", answer.at("/errors/0/message").asText());
      assertTrue(answer.at("/data/sent").isNull());
    }

    assertEquals(1, stage.webhooks.size());
    assertEquals(1, stage.heard.size());
  }

  @Test
  void doesNothingOfADocumentWithAFault() {
    opens(ADA, "Hello");
    String arguments = "(botId: \"" + bot + "\", userId: \"u-1\")";

    Answer answer = post("mutation { startHandoff" + arguments + " startParty" + arguments + " }");

    assertEquals(400, answer.status());
    assertEquals(1, stage.webhooks.size());
  }

  @Test
  void goesOnAfterAFieldThatFails() {
    opens(ADA, "Hello");
    String document =
        "mutation($b: ID!) { a: startHandoff(botId: $b, userId: \"u-9\")"
            + " b: startHandoff(botId: $b, userId: \"u-1\") }";

    JsonNode answer = graphql(document, RequestJson.tree(null));

    assertEquals("{\"a\":null,\"b\":true}", answer.path("data").toString());
    assertEquals(1, answer.path("errors").size());
    assertEquals("[\"a\"]", answer.at("/errors/0/path").toString());
    assertEquals("{\"line\":1,\"column\":21}", answer.at("/errors/0/locations/0").toString());
  }

  @Test
  void speaksWholeGraphql() {
    opens(ADA, "Hello");
    String document =
        """
        query First { openThreads(botId: "%s") { userId } }
        query Second($more: Boolean!) {
          me: thread(botId: "%s", userId: "u-1") { ...Who page @include(if: $more) }
        }
        fragment Who on Thread { name ... on Thread { email } }"""
            .formatted(bot, bot);
    ObjectNode body = RequestJson.object().put("query", document).put("operationName", "Second");
    body.putObject("variables").put("more", false);

    JsonNode answer =
        ChatStage.json(stage.call(chat, "POST /v1/graphql", withKey(), body.toString()));

    assertEquals(
        "{\"data\":{\"me\":{\"name\":\"Ada\",\"email\":\"ada@example.org\"}}}", answer.toString());
    for (String wrong : List.of("{\"operationName\":5}", "{\"variables\":[]}")) {
      ObjectNode faulty = (ObjectNode) RequestJson.read(wrong).orElseThrow();
      faulty.put("query", "{ __typename }");
      assertEquals(
          400, stage.call(chat, "POST /v1/graphql", withKey(), faulty.toString()).status());
    }
  }

  @Test
  void describesItself() {
    JsonNode described =
        ChatStage.json(
            post("{ __type(name: \"Mutation\") { fields { name args { name type { kind } } } } }"));

    assertEquals(
        "[{\"name\":\"botId\",\"type\":{\"kind\":\"NON_NULL\"}},"
            + "{\"name\":\"userId\",\"type\":{\"kind\":\"NON_NULL\"}},"
            + "{\"name\":\"messages\",\"type\":{\"kind\":\"SCALAR\"}}]",
        described
            .at("/data/__type/fields")
            .valueStream()
            .filter(it -> it.path("name").asText().equals("sendToUser"))
            .map(it -> it.path("args").toString())
            .findFirst()
            .orElseThrow());
    assertEquals(200, post(IntrospectionQuery.INTROSPECTION_QUERY).status());
  }

  @Test
  void pagesThroughAThread() {
    String conversation = opens(ADA, "m1");
    for (int i = 2; i <= 5; i++) {
      chat.chatbotReplies(conversation, "m" + i);
    }
    String third = stage.bodies().get(2).path("id").asText();

    JsonNode data =
        graphql(
                """
                query($b: ID!) {
                  before: previousMessages(botId: $b, userId: "u-1", messageId: "%s", limit: 1) {
                    payload
                  }
                  after: nextMessages(botId: $b, userId: "u-1", messageId: "%s") { payload }
                  none: nextMessages(botId: $b, userId: "u-1", messageId: "x") { id }
                  less: recentMessages(botId: $b, userId: "u-1", limit: -1) { id }
                }"""
                    .formatted(third, third),
                RequestJson.tree(null))
            .path("data");

    assertEquals(List.of("m2"), texts(data.path("before")));
    assertEquals(List.of("m4", "m5"), texts(data.path("after")));
    assertTrue(data.path("none").isNull());
    assertTrue(data.path("less").isNull());
  }

  @Test
  void writesToTheBotAsTheUser() {
    String document =
        "mutation($b: ID!, $u: ID!, $m: JSON) { sendToBot(botId: $b, userId: $u, messages: $m) }";

    JsonNode answer =
        graphql(document, RequestJson.read("{\"type\":\"text\",\"text\":\"Hi\"}").orElseThrow());
    JsonNode wrong = graphql(document, RequestJson.read("{\"type\":\"typing\"}").orElseThrow());

    assertTrue(answer.at("/data/sendToBot").asBoolean());
    assertTrue(wrong.at("/data/sendToBot").isNull());
    assertEquals("in", stage.lastBody().path("direction").asText());
    assertEquals(List.of("opened u-1 u-1 : Hi"), stage.heard);
  }

  @Test
  void learnsOfUsersAndHosts() {
    opens(ADA, "Hello");

    graphql(
        """
        mutation($b: ID!) {
          updateUser(botId: $b, userId: "u-1", attributes: {name: "Ada L.", seat: 12})
          again: updateUser(botId: $b, userId: "u-1", attributes: {vip: true})
          wrong: updateUser(botId: $b, userId: "u-1", attributes: {name: 5})
          reportHost(botId: $b, host: "horizon.example")
        }""",
        RequestJson.tree(null));
    JsonNode data =
        graphql(
                """
                query($b: ID!) {
                  thread(botId: $b, userId: "u-1") { name email attributes }
                  botCapability(botId: $b) { hosts exitKeywords messageTypes missedMessages }
                }""",
                RequestJson.tree(null))
            .path("data");

    assertEquals(
        "{\"name\":\"Ada L.\",\"email\":\"ada@example.org\","
            + "\"attributes\":{\"name\":\"Ada L.\",\"seat\":12,\"vip\":true}}",
        data.path("thread").toString());
    assertEquals(
        "{\"hosts\":[\"horizon.example\"],\"exitKeywords\":[\"exit\"],"
            + "\"messageTypes\":[\"text\",\"image\",\"button-template\",\"typing\"],"
            + "\"missedMessages\":0}",
        data.path("botCapability").toString());
  }

  @Test
  void givesBackWhatIsAsDeepAsItMayBe() {
    opens(ADA, "Hello");
    String deep = "[".repeat(63) + "]".repeat(63);
    String message = "{\"type\":\"text\",\"text\":\"x\",\"quickReplies\":" + deep + "}";

    graphql(SEND, RequestJson.tree(message));
    String recent = "{ recentMessages(botId: \"" + bot + "\", userId: \"u-1\") { payload } }";

    assertTrue(ChatStage.text(post(recent)).contains("\"quickReplies\":" + deep));
  }

  @Test
  void keepsQuickReplies() {
    opens(ADA, "Hello");

    graphql(
        SEND,
        RequestJson.read(
                "[{\"type\":\"text\",\"text\":\"Which?\",\"quickReplies\":[{\"title\":\"A\"}]}]")
            .orElseThrow());

    assertEquals("A", stage.lastBody().at("/payload/quickReplies/0/title").asText());
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

  private static List<String> texts(JsonNode messages) {
    return messages.valueStream().map(it -> it.at("/payload/text").asText()).toList();
  }

  private List<String> payloads() {
    return stage.bodies().stream()
        .map(it -> it.path("payload"))
        .map(it -> it.path("type").asText() + " " + it.path("by").asText())
        .toList();
  }
}
