package gameday.mocks.helpchat.chatwoot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import gameday.mocks.chat.ChatStage;
import gameday.mocks.chat.HmacSha256;
import gameday.mocks.chat.VisitorApi.Visitor;
import gameday.mocks.delivery.Webhook;
import gameday.mocks.http.Answer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class ChatwootTest {
  private static final Visitor ADA = new Visitor("visit-1", "Ada", "ada@example.org");
  private static final Visitor BOB = new Visitor("visit-2", "Bob", "bob@example.org");

  private final ChatStage stage = new ChatStage();
  private final Chatwoot chat = new Chatwoot(7, stage.surroundings());
  private final String agent = chat.addAgent("Grace", "grace@example.org");
  private final String token = chat.credentials().get("HELP_CHAT_TOKEN");
  private final String account =
      "/api/v1/accounts/" + chat.credentials().get("HELP_CHAT_ACCOUNT") + "/conversations";

  @Test
  void tellsListenerAndPipelineOfTheFirstMessage() {
    String conversation = opens(ADA, "My camera is <black> & \"dead\"");

    assertEquals(
        List.of(
            "opened " + conversation + " visit-1 ada@example.org: My camera is <black> & \"dead\""),
        stage.heard);
    assertEquals(List.of("contact_created", "conversation_created", "message_created"), events());
    JsonNode message = stage.lastBody();
    assertEquals("My camera is <black> & \"dead\"", message.path("content").asText());
    assertEquals("incoming", message.path("message_type").asText());
    assertFalse(message.path("private").asBoolean(true));
    assertEquals("contact", message.at("/sender/type").asText());
    assertEquals("pending", message.at("/conversation/status").asText());
    assertEquals(conversation, message.at("/conversation/id").asText());
    assertEquals("visit-1", message.at("/conversation/contact_inbox/source_id").asText());
    assertEquals("ada@example.org", message.at("/conversation/meta/sender/email").asText());
    assertTrue(message.at("/conversation/meta/assignee").isNull());
    assertEquals("2026-11-22T09:00:00Z", message.path("created_at").asText());
    assertEquals(message.path("id").asInt(), message.at("/conversation/messages/0/id").asInt());
  }

  @Test
  void signsEachAttemptAndNeverRetries() {
    opens(ADA, "Hello");

    Webhook webhook = stage.webhooks.getLast();
    Map<String, String> headers = webhook.signer().headers(0, "", webhook.body());

    assertEquals("help-chat", webhook.from());
    assertEquals("/webhooks/help-chat", webhook.path());
    assertTrue(webhook.retries().delays().isEmpty());
    assertEquals(5, webhook.retries().timeout().toSeconds());
    assertEquals("1795338000", headers.get("X-Chatwoot-Timestamp"));
    assertEquals(webhook.delivery(), headers.get("X-Chatwoot-Delivery"));
    // Against a computation of its own in HmacSha256Test.
    assertEquals(
        HmacSha256.signature(
            chat.credentials().get("HELP_CHAT_WEBHOOK_SECRET"), "1795338000", webhook.body()),
        headers.get("X-Chatwoot-Signature"));
    assertEquals(
        stage.webhooks.size(), stage.webhooks.stream().map(Webhook::delivery).distinct().count());
  }

  @Test
  void goesFromTheChatbotToAnAgentToItsEnd() {
    String conversation = opens(ADA, "Hello");

    assertFalse(chat.take(conversation, agent), "the chatbot has it");
    assertTrue(chat.chatbotReplies(conversation, "Have you tried another browser?"));
    assertEquals("agent_bot", stage.lastBody().at("/sender/type").asText());
    assertTrue(chat.handOver(conversation));
    assertFalse(chat.handOver(conversation), "handed over already");
    assertFalse(chat.chatbotReplies(conversation, "Me again"), "agents have it");
    assertEquals("open", stage.lastBody().path("status").asText());
    assertTrue(chat.take(conversation, agent));
    assertEquals(agent, stage.lastBody().at("/meta/assignee/id").asText());
    assertTrue(chat.reply(conversation, agent, "Let me look"));
    assertEquals("user", stage.lastBody().at("/sender/type").asText());
    assertEquals(agent, stage.lastBody().at("/sender/id").asText());
    assertTrue(chat.note(conversation, agent, "/escalate"));
    assertTrue(stage.lastBody().path("private").asBoolean());
    assertTrue(chat.close(conversation, agent));
    assertEquals("resolved", stage.lastBody().path("status").asText());
    assertFalse(chat.close(conversation, agent), "closed already");
    assertFalse(chat.reply(conversation, agent, "Anything else?"), "closed");

    assertEquals(
        List.of(
            "contact_created",
            "conversation_created",
            "message_created",
            "message_created",
            "conversation_status_changed",
            "conversation_updated",
            "conversation_updated",
            "message_created",
            "message_created",
            "conversation_status_changed",
            "conversation_updated"),
        events());
    assertEquals(
        "pending",
        stage.bodies().get(4).at("/changed_attributes/0/status/previous_value").asText());
    assertEquals(
        "open", stage.bodies().get(4).at("/changed_attributes/0/status/current_value").asText());
  }

  @Test
  void refusesVerbsOfStrangersOrWhileOut() {
    String conversation = opens(ADA, "Hello");
    chat.handOver(conversation);
    int before = stage.webhooks.size();

    assertFalse(chat.take("999", agent));
    assertFalse(chat.take("nonsense", agent));
    assertFalse(chat.take(conversation, "999"));
    assertFalse(chat.take(conversation, "1"), "the pipeline's user is no agent");
    assertFalse(chat.reply(conversation, agent, "  "));
    assertFalse(chat.reply(conversation, agent, "x".repeat(150_001)));
    stage.out = true;
    assertFalse(chat.take(conversation, agent));
    assertFalse(chat.reply(conversation, agent, "Hello"));

    assertEquals(before, stage.webhooks.size());
  }

  @Test
  void keepsVisitorsApart() {
    String adas = opens(ADA, "I am Ada");
    String bobs = opens(BOB, "I am Bob");

    String foreign = publicPath("visit-2", adas);

    assertEquals(404, stage.call(chat, "GET " + foreign, Map.of(), "").status());
    assertEquals(
        404, stage.call(chat, "POST " + foreign, Map.of(), "{\"content\":\"x\"}").status());
    assertEquals(List.of("I am Bob"), contents(visitorSees("visit-2", bobs)));
    assertEquals(List.of("I am Ada"), contents(visitorSees("visit-1", adas)));
  }

  @Test
  void startsWithTheChatbotAgainWhenAVisitorComesBack() {
    String conversation = opens(ADA, "Hello");
    chat.close(conversation, Chatwoot.CHATBOT);

    stage.send(chat, chat.visitors().message(ADA, conversation, "Still broken"));

    assertEquals("wrote " + conversation + ": Still broken", stage.heard.getLast());
    assertEquals("pending", stage.lastBody().path("status").asText());
    assertTrue(chat.chatbotReplies(conversation, "Hello again"));
  }

  @Test
  void derivesIdsAndSecretsFromTheSeed() {
    assertEquals(chat.credentials(), new Chatwoot(7, stage.surroundings()).credentials());
    assertNotEquals(
        token, new Chatwoot(8, stage.surroundings()).credentials().get("HELP_CHAT_TOKEN"));
    assertEquals("chatwoot", chat.credentials().get("HELP_CHAT_PROVIDER"));
  }

  @Test
  void tellsThePipelinesCallsFromABrowsers() {
    var call =
        new gameday.mocks.http.Call(
            "POST", account + "/5/messages", Map.of(), Map.of(), new byte[0]);
    var browser =
        new gameday.mocks.http.Call("POST", publicPath("a", "5"), Map.of(), Map.of(), new byte[0]);

    assertTrue(chat.fromPipeline(call));
    assertEquals("POST conversations/:id/messages", chat.label(call));
    assertFalse(chat.fromPipeline(browser));
    assertEquals("POST contacts/:id/conversations/:id/messages", chat.label(browser));
  }

  @Test
  void keepsOrderAndNumbersUnderManyThreads() throws Exception {
    List<String> opened = new CopyOnWriteArrayList<>();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, 50)
          .forEach(
              i ->
                  threads.submit(
                      () -> {
                        Visitor visitor = new Visitor("k" + i, "N", "k" + i + "@example.org");
                        String conversation = opens(visitor, "first " + i);
                        stage.send(
                            chat, chat.visitors().message(visitor, conversation, "second " + i));
                        opened.add(conversation);
                      }));
    }

    assertEquals(50, opened.stream().distinct().count());
    for (String conversation : opened) {
      List<String> own =
          stage.heard.stream().filter(it -> it.split("[ :]")[1].equals(conversation)).toList();
      assertEquals(2, own.size());
      String number = own.getFirst().substring(own.getFirst().lastIndexOf(' '));
      assertEquals("wrote " + conversation + ": second" + number, own.getLast());
    }
    List<Integer> ids =
        stage.bodies().stream()
            .filter(it -> it.path("event").asText().equals("message_created"))
            .map(it -> it.path("id").asInt())
            .toList();
    assertEquals(100, ids.stream().distinct().count());
  }

  private String opens(Visitor visitor, String text) {
    return stage.opens(chat, chat.visitors(), visitor, text);
  }

  private Map<String, String> withToken() {
    return Map.of("api_access_token", token);
  }

  private Answer get(String path) {
    return stage.call(chat, "GET " + path, withToken(), "");
  }

  private JsonNode visitorSees(String key, String conversation) {
    return ChatStage.json(stage.call(chat, "GET " + publicPath(key, conversation), Map.of(), ""));
  }

  private String publicPath(String key, String conversation) {
    return chat.visitors()
        .message(new Visitor(key, "", ""), conversation, "x")
        .path()
        .substring(chat.prefix().length());
  }

  private List<String> events() {
    return stage.bodies().stream().map(it -> it.path("event").asText()).toList();
  }

  private static List<String> contents(JsonNode messages) {
    return StreamSupport.stream(messages.spliterator(), false)
        .map(it -> it.path("content").asText())
        .toList();
  }
}
