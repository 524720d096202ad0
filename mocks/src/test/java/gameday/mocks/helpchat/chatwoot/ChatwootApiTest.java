package gameday.mocks.helpchat.chatwoot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import gameday.mocks.chat.ChatStage;
import gameday.mocks.chat.Surroundings;
import gameday.mocks.chat.VisitorApi.Visitor;
import gameday.mocks.delivery.Deliveries;
import gameday.mocks.delivery.Webhook;
import gameday.mocks.http.Answer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class ChatwootApiTest {
  private static final Visitor ADA = new Visitor("visit-1", "Ada", "ada@example.org");

  private final ChatStage stage = new ChatStage();
  private final Chatwoot chat = new Chatwoot(7, stage.surroundings());
  private final String agent = chat.addAgent("Grace", "grace@example.org");
  private final String token = chat.credentials().get("HELP_CHAT_TOKEN");
  private final String account =
      "/api/v1/accounts/" + chat.credentials().get("HELP_CHAT_ACCOUNT") + "/conversations";

  @Test
  void keepsThePipelinesNotesFromTheVisitor() {
    String conversation = opens(ADA, "Hello");

    JsonNode note =
        ChatStage.json(
            post(
                conversation + "/messages",
                """
                {"content":"for <agents>","message_type":"outgoing","private":true,
                 "content_attributes":{"key":"k-1"},"echo_id":"e-1"}"""));
    post(conversation + "/messages", "{\"content\":\"for you\"}");

    assertTrue(note.path("private").asBoolean());
    assertEquals("k-1", note.at("/content_attributes/key").asText());
    assertEquals("e-1", note.path("echo_id").asText());
    assertEquals(1, note.path("message_type").asInt());
    assertEquals(
        List.of(
            "noted " + conversation + ": for <agents>", "replied " + conversation + ": for you"),
        stage.heard.subList(1, 3));
    assertEquals("user", stage.lastBody().at("/sender/type").asText());
    assertNotEquals(agent, stage.lastBody().at("/sender/id").asText());
    assertEquals(List.of("Hello", "for you"), contents(visitorSees("visit-1", conversation)));
    assertEquals(
        List.of("Hello", "for <agents>", "for you"),
        contents(ChatStage.json(get(account + "/" + conversation + "/messages")).path("payload")));
  }

  @Test
  void answersWithItsOwnErrors() {
    String conversation = opens(ADA, "Hello");
    String path = "POST " + account + "/" + conversation + "/messages";
    String body = "{\"content\":\"x\"}";

    Answer unsigned = stage.call(chat, path, Map.of(), body);
    Answer wrong = stage.call(chat, path, Map.of("api_access_token", "guess"), body);
    Answer elsewhere = stage.call(chat, "GET /api/v1/accounts/0/conversations", withToken(), "");

    assertEquals(401, unsigned.status());
    assertEquals(401, wrong.status());
    assertEquals("{\"error\":\"Invalid Access Token\"}", ChatStage.text(wrong));
    assertEquals(404, elsewhere.status());
    assertEquals("{\"error\":\"Resource could not be found\"}", ChatStage.text(elsewhere));
    assertEquals(404, post("4711/messages", body).status());
    assertEquals(404, get("/api/v1/nothing").status());
    assertEquals(404, get(account + "/" + conversation + "/%zz").status());
    assertEquals(1, stage.heard.size());
  }

  @Test
  void listsItsWebhookOnceItIsKnownWhereThePipelineIs() {
    String path = account.replace("/conversations", "/webhooks");
    Deliveries known =
        new Deliveries() {
          @Override
          public void send(Webhook webhook) {}

          @Override
          public Optional<URI> receiver() {
            return Optional.of(URI.create("https://pipeline.example"));
          }
        };
    Surroundings around = stage.surroundings();
    Surroundings connected =
        new Surroundings(known, around.listener(), around.out(), around.clock());

    JsonNode before = ChatStage.json(get(path));
    JsonNode after =
        ChatStage.json(stage.call(new Chatwoot(7, connected), "GET " + path, withToken(), ""));

    assertEquals("{\"payload\":{\"webhooks\":[]}}", before.toString());
    JsonNode webhook = after.at("/payload/webhooks/0");
    assertEquals("https://pipeline.example/webhooks/help-chat", webhook.path("url").asText());
    assertTrue(webhook.path("subscriptions").toString().contains("\"message_created\""));
  }

  @Test
  void takesNothingFromHostileBodies() {
    String conversation = opens(ADA, "Hello");
    int before = stage.webhooks.size();

    for (byte[] body : ChatStage.hostileBodies()) {
      for (String verb :
          List.of("messages", "assignments", "toggle_status", "labels", "custom_attributes")) {
        Answer answer =
            stage.call(
                chat, "POST " + account + "/" + conversation + "/" + verb, withToken(), body);
        assertEquals(400, answer.status(), verb);
      }
      String browser = "POST " + publicPath("visit-1", conversation);
      assertEquals(400, stage.call(chat, browser, Map.of(), body).status());
    }
    for (String body :
        List.of(
            "{}",
            "{\"content\":{}}",
            "{\"content\":\" \"}",
            "{\"content\":\"x\",\"private\":\"maybe\"}",
            "{\"content\":\"x\",\"message_type\":\"incoming\"}",
            "{\"content\":\"x\",\"content_attributes\":[]}",
            "{\"content\":\"" + "x".repeat(150_001) + "\"}")) {
      assertEquals(422, post(conversation + "/messages", body).status(), body);
    }
    assertEquals(422, post(conversation + "/toggle_status", "{\"status\":\"gone\"}").status());
    assertEquals(422, post(conversation + "/labels", "{\"labels\":[{}]}").status());
    assertEquals(422, post(conversation + "/assignments", "{\"assignee_id\":[]}").status());

    assertEquals(before, stage.webhooks.size());
    assertEquals(1, stage.heard.size());
  }

  @Test
  void takesLongMessages() {
    String conversation = opens(ADA, "Hello");

    assertEquals(
        200,
        post(conversation + "/messages", "{\"content\":\"" + "x".repeat(150_000) + "\"}").status());
  }

  @Test
  void letsThePipelineChangeAConversation() {
    String conversation = opens(ADA, "Hello");

    JsonNode toggled =
        ChatStage.json(post(conversation + "/toggle_status", "{\"status\":\"open\"}"));
    JsonNode assigned =
        ChatStage.json(post(conversation + "/assignments", "{\"assignee_id\":" + agent + "}"));
    JsonNode labelled =
        ChatStage.json(post(conversation + "/labels", "{\"labels\":[\"escalated\"]}"));
    post(conversation + "/custom_attributes", "{\"custom_attributes\":{\"thread\":\"1.2\"}}");

    assertEquals("open", toggled.at("/payload/current_status").asText());
    assertTrue(toggled.at("/payload/success").asBoolean());
    assertEquals("Grace", assigned.path("name").asText());
    assertEquals("escalated", labelled.at("/payload/0").asText());
    JsonNode now = ChatStage.json(get(account + "/" + conversation));
    assertEquals("open", now.path("status").asText());
    assertEquals(agent, now.at("/meta/assignee/id").asText());
    assertEquals("1.2", now.at("/custom_attributes/thread").asText());
    assertEquals("escalated", now.at("/labels/0").asText());
    assertEquals("1.2", stage.lastBody().at("/custom_attributes/thread").asText());
  }

  @Test
  void listsPageByPageForReconciliation() {
    for (int i = 0; i < 30; i++) {
      chat.handOver(opens(new Visitor("v" + i, "V", "v" + i + "@example.org"), "Hello"));
    }
    opens(ADA, "With the bot");

    JsonNode first = list("?status=open&page=1&sort_by=created_at_asc");
    JsonNode second = list("?status=open&page=2&sort_by=created_at_asc");

    assertEquals(25, first.path("payload").size());
    assertEquals(5, second.path("payload").size());
    assertEquals(30, first.at("/meta/all_count").asInt());
    assertEquals(26, second.at("/payload/0/id").asInt());
    assertEquals(0, list("?status=open&page=3").path("payload").size());
    assertEquals(25, list("").path("payload").size());
    assertEquals(31, list("?status=all").at("/meta/all_count").asInt());
    assertEquals(
        "ada@example.org", list("?status=pending").at("/payload/0/meta/sender/email").asText());
  }

  @Test
  void readsMessagesBeforeAndAfterAnId() {
    String conversation = opens(ADA, "m1");
    chat.handOver(conversation);
    for (int i = 2; i <= 30; i++) {
      chat.reply(conversation, agent, "m" + i);
    }
    String path = account + "/" + conversation + "/messages";
    JsonNode latest = ChatStage.json(get(path)).path("payload");

    assertEquals(20, latest.size());
    assertEquals("m30", latest.get(19).path("content").asText());
    String oldest = latest.get(0).path("id").asText();
    assertEquals(10, ChatStage.json(get(path + "?before=" + oldest)).path("payload").size());
    assertEquals(19, ChatStage.json(get(path + "?after=" + oldest)).path("payload").size());
    assertEquals(20, visitorSees("visit-1", conversation).size());
    String browser = publicPath("visit-1", conversation) + "?before=" + oldest;
    JsonNode older = ChatStage.json(stage.call(chat, "GET " + browser, Map.of(), ""));
    assertEquals(10, older.size());
    assertEquals("m1", older.at("/0/content").asText());
  }

  @Test
  void tellsWhenTheAuthorTakesAMessageBack() {
    String conversation = opens(ADA, "Hello");
    String id =
        ChatStage.json(post(conversation + "/messages", "{\"content\":\"oops\"}"))
            .path("id")
            .asText();

    stage.call(chat, "DELETE " + account + "/" + conversation + "/messages/" + id, withToken(), "");

    assertEquals("message_updated", stage.lastBody().path("event").asText());
    assertTrue(stage.lastBody().at("/content_attributes/deleted").asBoolean());
  }

  private String opens(Visitor visitor, String text) {
    return stage.opens(chat, chat.visitors(), visitor, text);
  }

  private Map<String, String> withToken() {
    return Map.of("api_access_token", token);
  }

  private Answer post(String path, String body) {
    return stage.call(chat, "POST " + account + "/" + path, withToken(), body);
  }

  private Answer get(String path) {
    return stage.call(chat, "GET " + path, withToken(), "");
  }

  private JsonNode list(String query) {
    return ChatStage.json(get(account + query)).path("data");
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

  private static List<String> contents(JsonNode messages) {
    return StreamSupport.stream(messages.spliterator(), false)
        .map(it -> it.path("content").asText())
        .toList();
  }
}
