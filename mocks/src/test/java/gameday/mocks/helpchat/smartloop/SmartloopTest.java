package gameday.mocks.helpchat.smartloop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import gameday.mocks.chat.ChatStage;
import gameday.mocks.chat.HmacSha256;
import gameday.mocks.chat.VisitorApi.Visitor;
import gameday.mocks.chat.VisitorApi.VisitorCall;
import gameday.mocks.delivery.Webhook;
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
  void takesTheExitKeywordsItIsGiven() {
    Smartloop other =
        new Smartloop(
            7,
            stage.surroundings(),
            SmartloopSettings.standard().exitKeywords("bye", "back to the bot"));
    String conversation = stage.opens(other, other.visitors(), ADA, "Hello");
    other.handOver(conversation);

    stage.send(other, other.visitors().message(ADA, conversation, "exit"));
    assertFalse(other.chatbotReplies(conversation, "Me again"), "no keyword here");
    stage.send(other, other.visitors().message(ADA, conversation, "Back to the BOT"));
    assertTrue(other.chatbotReplies(conversation, "Me again"));
  }

  @Test
  void closesWithAShortMessage() {
    String conversation = opens(ADA, "Hello");
    String other = opens(BOB, "Hello");

    assertFalse(chat.close(conversation, agent, " "));
    assertTrue(chat.close(conversation, agent, "Glad to help"));
    String withWords = stage.lastBody().at("/payload/text").asText();
    assertTrue(chat.close(other, agent));
    String without = stage.lastBody().at("/payload/text").asText();
    stage.send(chat, chat.visitors().message(ADA, conversation, "One more thing"));
    assertTrue(chat.close(conversation, Smartloop.CHATBOT));

    assertEquals("Glad to help", withWords);
    assertEquals("This conversation is closed.", without);
    assertTrue(stage.lastBody().at("/payload/text").isMissingNode());
  }

  @Test
  void takesImagesFromUsers() {
    String path = "POST /web/" + bot + "/messages";
    String image = "{\"userId\":\"u-1\",\"image\":\"https://horizon.example/screen.png\"}";

    assertEquals(201, stage.call(chat, path, Map.of(), image).status());
    assertEquals("image", stage.lastBody().at("/payload/type").asText());
    assertEquals(
        "https://horizon.example/screen.png", stage.lastBody().at("/payload/image").asText());
    assertEquals(List.of("opened u-1 u-1 : https://horizon.example/screen.png"), stage.heard);
    for (String wrong :
        List.of(
            "{\"userId\":\"u-1\",\"image\":\"javascript:alert(1)\"}",
            "{\"userId\":\"u-1\",\"image\":5}",
            "{\"userId\":\"u-1\",\"image\":\"https://a/b\",\"text\":\"both\"}",
            "{\"userId\":\"u-1\"}",
            "{\"userId\":\"u-1\",\"image\":\"https://a/" + "x".repeat(2_000) + "\"}")) {
      assertEquals(422, stage.call(chat, path, Map.of(), wrong).status(), wrong);
    }
    assertEquals(1, stage.webhooks.size());
  }

  @Test
  void countsWhatTheBotHadNoAnswerTo() {
    String answered = opens(ADA, "Hello");
    chat.chatbotReplies(answered, "Did that help?");
    chat.handOver(answered);
    assertEquals(0, missed());

    chat.handOver(opens(BOB, "Gibberish"));

    assertEquals(1, missed());
  }

  @Test
  void letsAnInvitedAgentActFromAcceptingOn() {
    String conversation = opens(ADA, "Hello");
    String invited = chat.invite("Al", "al@example.org");

    assertFalse(chat.reply(conversation, invited, "Me first"));
    assertFalse(chat.close(conversation, invited));
    assertEquals(1, stage.webhooks.size());
    assertTrue(chat.accept(invited));
    assertFalse(chat.accept(invited), "accepted already");
    assertTrue(chat.reply(conversation, invited, "Here I am"));
  }

  @Test
  void forgetsTheThreadThatWasClosedLongestAgo() {
    Smartloop small =
        new Smartloop(7, stage.surroundings(), SmartloopSettings.standard().threads(2));
    String path = "/web/" + small.credentials().get("HELP_CHAT_ACCOUNT") + "/messages";
    stage.opens(small, small.visitors(), ADA, "I am Ada");
    stage.opens(small, small.visitors(), BOB, "I am Bob");
    Visitor cyd = new Visitor("u-3", "Cyd", "cyd@example.org");

    VisitorCall third = small.visitors().opening(cyd, "Hi").getFirst().call(Map.of());
    assertEquals(422, stage.send(small, third).status(), "both are open");
    small.close("u-2", agent(small));
    small.close("u-1", agent(small));
    stage.send(small, small.visitors().message(BOB, "u-2", "I am back"));
    assertEquals(201, stage.send(small, third).status());

    assertEquals(404, stage.call(small, "GET " + path + "?userId=u-1", Map.of(), "").status());
    assertEquals(200, stage.call(small, "GET " + path + "?userId=u-2", Map.of(), "").status());
    small.close("u-3", Smartloop.CHATBOT);
    stage.send(small, small.visitors().message(ADA, "u-1", "I am new"));
    assertEquals("opened u-1 u-1 ada@example.org: I am new", stage.heard.getLast());
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

  private static String agent(Smartloop chat) {
    return chat.addAgent("Grace", "grace@example.org");
  }

  private int missed() {
    String query =
        "{\"query\":\"{ botCapability(botId: \\\"" + bot + "\\\") { missedMessages } }\"}";
    Map<String, String> key = Map.of("x-api-key", chat.credentials().get("HELP_CHAT_TOKEN"));
    return ChatStage.json(stage.call(chat, "POST /v1/graphql", key, query))
        .at("/data/botCapability/missedMessages")
        .asInt(-1);
  }

  private String opens(Visitor visitor, String text) {
    return stage.opens(chat, chat.visitors(), visitor, text);
  }

  private List<String> payloads() {
    return stage.bodies().stream()
        .map(it -> it.path("payload"))
        .map(it -> it.path("type").asText() + " " + it.path("by").asText())
        .toList();
  }
}
