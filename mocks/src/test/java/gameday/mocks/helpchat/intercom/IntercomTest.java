package gameday.mocks.helpchat.intercom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import gameday.mocks.chat.ChatStage;
import gameday.mocks.chat.VisitorApi.Visitor;
import gameday.mocks.delivery.Webhook;
import gameday.mocks.http.Call;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IntercomTest {
  private final Desk desk = new Desk();
  private final ChatStage stage = desk.stage;
  private final Intercom chat = desk.chat;

  @Test
  void tellsListenerAndPipelineOfTheFirstMessage() {
    String conversation = desk.opens(Desk.ADA, "My camera is <black> & \"dead\"\nHelp!");

    assertEquals(
        List.of(
            "opened "
                + conversation
                + " visit-1 ada@example.org: My camera is <black> & \"dead\"\nHelp!"),
        stage.heard);
    JsonNode notification = stage.lastBody();
    assertEquals("notification_event", notification.path("type").asText());
    assertEquals("conversation.user.created", notification.path("topic").asText());
    assertEquals(chat.credentials().get("HELP_CHAT_ACCOUNT"), notification.path("app_id").asText());
    assertTrue(notification.path("id").asText().matches("notif_[0-9a-f-]{36}"));
    assertEquals(1_795_338_000, notification.path("created_at").asLong());
    assertEquals(1, notification.path("delivery_attempts").asInt());
    assertEquals("notification_event_data", notification.at("/data/type").asText());
    JsonNode item = desk.item();
    assertEquals("conversation", item.path("type").asText());
    assertEquals(conversation, item.path("id").asText());
    assertEquals(
        "<p>My camera is &lt;black&gt; &amp; \"dead\"<br>Help!</p>",
        item.at("/source/body").asText());
    assertEquals("customer_initiated", item.at("/source/delivered_as").asText());
    assertEquals("https://horizon.example/keynote", item.at("/source/url").asText());
    assertEquals("user", item.at("/source/author/type").asText());
    assertEquals("Ada", item.at("/source/author/name").asText());
    assertEquals("ada@example.org", item.at("/source/author/email").asText());
    assertEquals("visit-1", item.at("/contacts/contacts/0/external_id").asText());
    assertEquals("open", item.path("state").asText());
    assertTrue(item.path("admin_assignee_id").isNull());
    assertTrue(item.path("team_assignee_id").isNull());
    assertEquals(0, item.at("/conversation_parts/total_count").asInt(-1));
  }

  @Test
  void signsTheRawBodyAndTriesOnceMoreAfterAMinute() {
    desk.opens(Desk.ADA, "Hello");

    Webhook webhook = stage.webhooks.getLast();
    Map<String, String> headers = webhook.signer().headers(0, "", webhook.body());

    assertEquals("help-chat", webhook.from());
    assertEquals("/webhooks/help-chat", webhook.path());
    assertEquals(stage.lastBody().path("id").asText(), webhook.delivery());
    assertEquals(Duration.ofSeconds(5), webhook.retries().timeout());
    assertEquals(List.of(Duration.ofMinutes(1)), webhook.retries().delays());
    assertEquals("intercom-parrot-service-client/1.0", headers.get("User-Agent"));
    // Against a computation of its own in HubSignatureTest.
    assertEquals(
        HubSignature.of(chat.credentials().get("HELP_CHAT_WEBHOOK_SECRET"), webhook.body()),
        headers.get("X-Hub-Signature"));
  }

  @Test
  void goesFromTheChatbotToAnAgentToItsEnd() {
    String conversation = desk.opens(Desk.ADA, "Hello");

    assertFalse(chat.take(conversation, desk.agent), "the chatbot has it");
    assertTrue(chat.chatbotReplies(conversation, "Have you tried another browser?"));
    assertEquals("bot", desk.part().at("/author/type").asText());
    assertEquals("comment", desk.part().path("part_type").asText());
    assertTrue(chat.handOver(conversation));
    assertFalse(chat.handOver(conversation), "handed over already");
    assertFalse(chat.chatbotReplies(conversation, "Me again"), "the team has it");
    assertEquals("assignment", desk.part().path("part_type").asText());
    assertEquals("team", desk.part().at("/assigned_to/type").asText());
    assertEquals(
        desk.item().path("team_assignee_id").asText(), desk.part().at("/assigned_to/id").asText());
    assertTrue(desk.item().path("admin_assignee_id").isNull());
    assertEquals("routed_to_team", desk.item().at("/ai_agent/resolution_state").asText());
    assertTrue(chat.take(conversation, desk.agent));
    assertEquals(desk.agent, desk.item().path("admin_assignee_id").asText());
    assertEquals("admin", desk.part().at("/assigned_to/type").asText());
    assertTrue(chat.reply(conversation, desk.agent, "Let me <look>"));
    assertEquals("<p>Let me &lt;look&gt;</p>", desk.part().path("body").asText());
    assertEquals(desk.agent, desk.part().at("/author/id").asText());
    assertTrue(chat.note(conversation, desk.agent, "/escalate\nIssue: no sound"));
    assertEquals("note", desk.part().path("part_type").asText());
    assertEquals("<p>/escalate<br>Issue: no sound</p>", desk.part().path("body").asText());
    assertTrue(chat.close(conversation, desk.agent));
    assertEquals("close", desk.part().path("part_type").asText());
    assertEquals("closed", desk.item().path("state").asText());
    assertFalse(desk.item().path("open").asBoolean(true));
    assertFalse(chat.close(conversation, desk.agent), "closed already");
    assertFalse(chat.reply(conversation, desk.agent, "Anything else?"), "closed");
    assertFalse(chat.take(conversation, desk.agent), "closed");

    assertEquals(
        List.of(
            "user.created",
            "operator.replied",
            "admin.assigned",
            "admin.assigned",
            "admin.replied",
            "admin.noted",
            "admin.closed"),
        desk.topics());
    assertEquals(1, stage.heard.size(), "nobody but the visitor and the pipeline is listened to");
  }

  @Test
  void eachNotificationHasTheNewPartOnly() {
    String conversation = desk.opens(Desk.ADA, "Hello");
    chat.handOver(conversation);
    stage.send(chat, chat.visitors().message(Desk.ADA, conversation, "Anybody?"));

    assertEquals("conversation.user.replied", stage.lastBody().path("topic").asText());
    assertEquals(1, desk.item().at("/conversation_parts/total_count").asInt());
    assertEquals("<p>Anybody?</p>", desk.part().path("body").asText());
    assertEquals("user", desk.part().at("/author/type").asText());
    assertEquals("wrote " + conversation + ": Anybody?", stage.heard.getLast());
  }

  @Test
  void refusesVerbsOfStrangersOrWhileOut() {
    String conversation = desk.opens(Desk.ADA, "Hello");
    chat.handOver(conversation);
    int before = stage.webhooks.size();

    assertFalse(chat.take("999", desk.agent));
    assertFalse(chat.take("nonsense", desk.agent));
    assertFalse(chat.take("9".repeat(40), desk.agent));
    assertFalse(chat.take(conversation, "999"));
    assertFalse(chat.take(conversation, desk.me), "the pipeline's admin is no agent");
    assertFalse(chat.close(conversation, desk.me), "the pipeline's admin is no agent");
    assertFalse(chat.reply(conversation, desk.agent, "  "));
    assertFalse(chat.reply(conversation, desk.agent, "x".repeat(150_001)));
    assertFalse(chat.note(conversation, desk.agent, "\n"));
    stage.out = true;
    assertFalse(chat.take(conversation, desk.agent));
    assertFalse(chat.reply(conversation, desk.agent, "Hello"));
    assertEquals(
        503, stage.send(chat, chat.visitors().message(Desk.ADA, conversation, "Hello?")).status());

    assertEquals(before, stage.webhooks.size());
  }

  @Test
  void keepsVisitorsApart() {
    String adas = desk.opens(Desk.ADA, "I am Ada");
    String bobs = desk.opens(Desk.BOB, "I am Bob");
    chat.handOver(adas);
    chat.note(adas, desk.agent, "for agents");
    chat.reply(adas, desk.agent, "for Ada");

    assertEquals(404, messenger("GET", adas, "?user_id=visit-2", ""));
    assertEquals(404, messenger("GET", adas, "", ""));
    assertEquals(
        404, messenger("POST", adas, "/reply", "{\"user_id\":\"visit-2\",\"body\":\"x\"}"));
    assertEquals(List.of("<p>I am Ada</p>", "<p>for Ada</p>"), visitorSees("visit-1", adas));
    assertEquals(List.of("<p>I am Bob</p>"), visitorSees("visit-2", bobs));
    JsonNode bob = desk.get("/conversations/" + bobs);
    assertTrue(bob.path("team_assignee_id").isNull());
    assertEquals(0, bob.at("/conversation_parts/total_count").asInt(-1));
  }

  @Test
  void startsWithTheChatbotAgainWhenAVisitorComesBack() {
    String conversation = desk.opens(Desk.ADA, "Hello");
    chat.handOver(conversation);
    chat.take(conversation, desk.agent);
    chat.close(conversation, desk.agent);

    stage.send(chat, chat.visitors().message(Desk.ADA, conversation, "Still broken"));

    assertEquals("wrote " + conversation + ": Still broken", stage.heard.getLast());
    assertEquals("conversation.user.replied", stage.lastBody().path("topic").asText());
    assertEquals("open", desk.part().path("part_type").asText());
    assertEquals("open", desk.item().path("state").asText());
    assertTrue(desk.item().path("admin_assignee_id").isNull());
    assertTrue(chat.chatbotReplies(conversation, "Hello again"));
  }

  @Test
  void refusesWhatNoMessengerSends() {
    String conversation = desk.opens(Desk.ADA, "Hello");
    int before = stage.webhooks.size();

    for (byte[] body : ChatStage.hostileBodies()) {
      for (String path : List.of("conversations", "conversations/" + conversation + "/reply")) {
        String line = "POST " + home() + "/" + path;
        assertEquals(400, stage.call(chat, line, Map.of(), body).status());
      }
    }
    for (String body :
        List.of(
            "{\"body\":\"x\"}",
            "{\"user_id\":\"k\"}",
            "{\"user_id\":\"k\",\"body\":\" \"}",
            "{\"user_id\":{},\"body\":\"x\"}",
            "{\"user_id\":\"" + "k".repeat(256) + "\",\"body\":\"x\"}",
            "{\"user_id\":\"k\",\"body\":\"" + "x".repeat(150_001) + "\"}")) {
      String line = "POST " + home() + "/conversations";
      assertEquals(400, stage.call(chat, line, Map.of(), body).status(), body);
    }
    assertEquals(404, stage.call(chat, "GET /messenger/", Map.of(), "").status());
    assertEquals(
        404, stage.call(chat, "GET /messenger/other/conversations/1", Map.of(), "").status());
    assertEquals(
        404, stage.call(chat, "PUT " + home() + "/conversations/%zz", Map.of(), "").status());

    assertEquals(before, stage.webhooks.size());
    assertEquals(1, stage.heard.size());
  }

  @Test
  void derivesIdsAndSecretsFromTheSeed() {
    Intercom same = new Intercom(7, stage.surroundings());
    Intercom other = new Intercom(8, stage.surroundings());

    assertEquals(chat.credentials(), same.credentials());
    for (String name :
        List.of("HELP_CHAT_TOKEN", "HELP_CHAT_ACCOUNT", "HELP_CHAT_WEBHOOK_SECRET")) {
      assertNotEquals(chat.credentials().get(name), other.credentials().get(name));
    }
    assertEquals("intercom", chat.credentials().get("HELP_CHAT_PROVIDER"));
    assertEquals(desk.agent, same.addAgent("Grace", "grace@example.org"));
  }

  @Test
  void tellsThePipelinesCallsFromABrowsers() {
    Call call = call("POST", "/conversations/5/reply");
    Call browser = call("POST", home() + "/conversations/5/reply");

    assertTrue(chat.fromPipeline(call));
    assertEquals("POST conversations/:id/reply", chat.label(call));
    assertEquals("POST conversations/search", chat.label(call("POST", "/conversations/search")));
    assertEquals("GET conversations/:id", chat.label(call("GET", "/conversations/search")));
    assertEquals("GET unknown", chat.label(call("GET", "/<script>")));
    assertEquals("GET unknown", chat.label(call("GET", "/")));
    assertFalse(chat.fromPipeline(browser));
    assertEquals("POST messenger/conversations/:id/reply", chat.label(browser));
    assertEquals("GET messenger/unknown", chat.label(call("GET", "/messenger/")));
  }

  @Test
  void keepsOrderAndNumbersUnderManyThreads() {
    List<String> opened = new CopyOnWriteArrayList<>();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, 50)
          .forEach(
              i ->
                  threads.submit(
                      () -> {
                        Visitor visitor = new Visitor("k" + i, "N", "k" + i + "@example.org");
                        String conversation = desk.opens(visitor, "first " + i);
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
    assertEquals(100, stage.bodies().stream().map(it -> it.path("id").asText()).distinct().count());
  }

  private static Call call(String method, String path) {
    return new Call(method, path, Map.of(), Map.of(), new byte[0]);
  }

  private String home() {
    return "/messenger/" + chat.credentials().get("HELP_CHAT_ACCOUNT");
  }

  private int messenger(String method, String conversation, String rest, String body) {
    String line = method + " " + home() + "/conversations/" + conversation + rest;
    return stage.call(chat, line, Map.of(), body).status();
  }

  private List<String> visitorSees(String key, String conversation) {
    String line = "GET " + home() + "/conversations/" + conversation + "?user_id=" + key;
    JsonNode json = ChatStage.json(stage.call(chat, line, Map.of(), ""));
    return json.path("messages").valueStream().map(it -> it.path("body").asText()).toList();
  }
}
