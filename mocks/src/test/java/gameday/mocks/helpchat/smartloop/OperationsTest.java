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

class OperationsTest {
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

  @Test
  void readsSoMuchAndNoMore() {
    String conversation = opens(ADA, "Hello");
    for (int i = 0; i < 30; i++) {
      chat.chatbotReplies(conversation, "x".repeat(150_000));
    }
    String messages = "{ thread(botId: $b, userId: \"u-1\") { messages { id } } }";
    String twice = messages.replaceFirst("thread", "a: thread").replaceFirst(" }$", "");

    JsonNode once = graphql("query($b: ID!) " + messages, RequestJson.tree(null));
    JsonNode more =
        graphql(
            "query($b: ID!) " + twice + messages.replaceFirst("\\{", ""), RequestJson.tree(null));

    assertEquals(31, once.at("/data/thread/messages").size(), "4.5 MB");
    assertEquals(31, more.at("/data/a/messages").size());
    assertTrue(more.at("/data/thread").isNull(), "9 MB");
    assertEquals(
        "Too many messages at once; use recentMessages with a limit",
        more.at("/errors/0/message").asText());
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
