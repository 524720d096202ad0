package gameday.mocks.helpchat.smartloop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.ChatStage;
import gameday.mocks.chat.HmacSha256;
import gameday.mocks.chat.RequestJson;
import gameday.mocks.chat.VisitorApi.Visitor;
import gameday.mocks.delivery.Webhook;
import gameday.mocks.http.Answer;
import gameday.mocks.http.Call;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SmartloopTest {
  private static final Visitor ADA =
      new Visitor("u-1", "Ada", "ada@example.org", "https://horizon.example/stage");
  private static final Visitor BOB = new Visitor("u-2", "Bob", "bob@example.org");

  private final ChatStage stage = new ChatStage();
  private final Smartloop chat = new Smartloop(7, stage.surroundings());
  private final String agent = chat.addAgent("Grace", "grace@example.org");
  private final String bot = chat.credentials().get("HELP_CHAT_ACCOUNT");

  @Test
  void tellsOfAVisitorsMessageInSixFields() {
    String conversation = opens(ADA, "No sound \"at all\"");

    JsonNode body = stage.lastBody();
    assertEquals(
        List.of("botId", "direction", "id", "payload", "platform", "timestamp"),
        body.propertyStream().map(Map.Entry::getKey).sorted().toList());
    assertEquals(bot, body.path("botId").asText());
    assertTrue(bot.matches("[0-9a-f]{32}"));
    assertTrue(body.path("id").asText().matches("[0-9a-f]{32}"));
    assertEquals("in", body.path("direction").asText());
    assertEquals("web", body.path("platform").asText());
    assertEquals(ChatStage.SECONDS * 1000, body.path("timestamp").asLong());
    assertEquals(
        "{\"type\":\"text\",\"text\":\"No sound \\\"at all\\\"\",\"userId\":\"u-1\",\"by\":\"user\","
            + "\"name\":\"Ada\",\"email\":\"ada@example.org\","
            + "\"page\":\"https://horizon.example/stage\"}",
        body.path("payload").toString());
    assertEquals(
        List.of("opened " + conversation + " u-1 ada@example.org: No sound \"at all\""),
        stage.heard);
  }

  @Test
  void signsItsWebhooks() {
    opens(ADA, "Hello");

    Webhook webhook = stage.webhooks.getLast();
    Map<String, String> headers = webhook.signer().headers(0, "", webhook.body());

    assertEquals("/webhooks/help-chat", webhook.path());
    assertEquals("1795338000", headers.get("X-Smartloop-Timestamp"));
    assertEquals(
        HmacSha256.signature(
            chat.credentials().get("HELP_CHAT_WEBHOOK_SECRET"), "1795338000", webhook.body()),
        headers.get("X-Smartloop-Signature"));
  }

  @Test
  void goesFromTheBotToAnAgentToItsEnd() {
    String conversation = opens(ADA, "Hello");

    assertTrue(chat.chatbotReplies(conversation, "Did you try another browser?"));
    assertFalse(chat.take(conversation, agent), "the bot has it");
    assertTrue(chat.handOver(conversation));
    assertFalse(chat.chatbotReplies(conversation, "Me again"), "agents have it");
    assertTrue(chat.take(conversation, agent));
    assertTrue(chat.reply(conversation, agent, "Let me look"));
    assertTrue(chat.close(conversation, agent));
    assertFalse(chat.reply(conversation, agent, "Still there?"), "closed");

    assertEquals(
        List.of(
            "text user",
            "text bot",
            "handoff bot",
            "agent-joined agent",
            "text agent",
            "closed agent"),
        payloads());
    assertTrue(stage.bodies().get(2).at("/payload/handoff").asBoolean());
    assertEquals(agent, stage.lastBody().at("/payload/agent/id").asText());
    assertEquals("grace@example.org", stage.lastBody().at("/payload/agent/email").asText());
    assertTrue(
        stage.bodies().stream()
            .skip(1)
            .allMatch(it -> it.path("direction").asText().equals("out")));
  }

  @Test
  void letsAnAgentTakeOverSimplyByWriting() {
    String conversation = opens(ADA, "Hello");

    assertTrue(chat.reply(conversation, agent, "I have it"));

    assertEquals(List.of("text user", "handoff bot", "text agent"), payloads());
    assertFalse(chat.chatbotReplies(conversation, "Me again"));
  }

  @Test
  void givesTheVisitorBackToTheBotWithTheExitKeyword() {
    String conversation = opens(ADA, "Hello");
    chat.handOver(conversation);

    stage.send(chat, chat.visitors().message(ADA, conversation, " Exit "));

    assertFalse(stage.lastBody().at("/payload/handoff").asBoolean(true));
    assertTrue(chat.chatbotReplies(conversation, "Me again"));
  }

  @Test
  void hasNoNotesAndDoesNothingWhileOut() {
    String conversation = opens(ADA, "Hello");

    assertThrows(
        UnsupportedOperationException.class, () -> chat.note(conversation, agent, "private"));
    assertFalse(chat.reply("stranger", agent, "x"));
    assertFalse(chat.reply(conversation, "nobody", "x"));
    stage.out = true;
    assertFalse(chat.reply(conversation, agent, "x"));
    assertEquals(503, stage.send(chat, chat.visitors().message(ADA, conversation, "x")).status());
    assertEquals(1, stage.webhooks.size());
  }

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

  @Test
  void keepsVisitorsApart() {
    opens(ADA, "I am Ada");
    opens(BOB, "I am Bob");

    String bobSees =
        ChatStage.text(stage.call(chat, "GET /web/" + bot + "/messages?userId=u-2", Map.of(), ""));

    assertTrue(bobSees.contains("I am Bob"));
    assertFalse(bobSees.contains("Ada"));
    assertEquals(404, stage.call(chat, "GET /web/0/messages?userId=u-2", Map.of(), "").status());
  }

  @Test
  void namesTheFieldThatIsCalled() {
    byte[] body =
        "{\"query\":\"mutation { a: startHandoff(x: 1) }\"}".getBytes(StandardCharsets.UTF_8);
    Call call = new Call("POST", "/v1/graphql", Map.of(), Map.of(), body);

    assertTrue(chat.fromPipeline(call));
    assertEquals("startHandoff", chat.label(call));
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
