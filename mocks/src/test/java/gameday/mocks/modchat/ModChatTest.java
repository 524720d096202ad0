package gameday.mocks.modchat;

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
import gameday.mocks.http.Call;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ModChatTest {
  private static final Visitor SPEAKER = new Visitor("k-1", "Ada", "Ada@example.org");

  private final ChatStage stage = new ChatStage();
  private final List<String> door = new ArrayList<>();
  private final ModChat chat = new ModChat(7, stage.surroundings(), new RecordingDoor());
  private final String agent = chat.addAgent("Grace", "grace@example.org");

  private final class RecordingDoor implements ModChatDoor {
    @Override
    public void refused(String session, String email, boolean writing) {
      door.add("refused " + session + " " + email + " " + writing);
    }

    @Override
    public void granted(String session, String email) {
      door.add("granted " + session + " " + email);
    }
  }

  @BeforeEach
  void openSessions() {
    chat.addSession("keynote", "Keynote", "https://horizon.example/keynote");
    chat.addSession("panel", "Panel", "https://horizon.example/panel");
    chat.addMember("keynote", "ada@example.org", Role.SPEAKER);
    chat.addMember("panel", "mia@example.org", Role.MODERATOR);
  }

  @Test
  void tellsOfAMembersQuestion() {
    String question = asks("Where is the <green> room?");

    assertEquals(
        List.of("opened " + question + " k-1 Ada@example.org: Where is the <green> room?"),
        stage.heard);
    JsonNode body = stage.lastBody();
    assertEquals("message_created", body.path("event").asText());
    assertEquals(
        "{\"id\":\"keynote\",\"title\":\"Keynote\",\"url\":\"https://horizon.example/keynote\"}",
        body.path("session").toString());
    assertEquals("{\"id\":\"" + question + "\"}", body.path("question").toString());
    assertEquals(question, body.at("/message/id").asText());
    assertEquals("Where is the <green> room?", body.at("/message/text").asText());
    assertEquals("2026-11-22T09:00:00Z", body.at("/message/created_at").asText());
    assertEquals("Ada", body.at("/message/author/name").asText());
    assertEquals("Ada@example.org", body.at("/message/author/email").asText());
    assertEquals("speaker", body.at("/message/author/role").asText());
  }

  @Test
  void signsAndRetriesItsWebhooks() {
    asks("Hello");

    Webhook webhook = stage.webhooks.getLast();
    Map<String, String> headers = webhook.signer().headers(0, "", webhook.body());

    assertEquals("mod-chat", webhook.from());
    assertEquals("/webhooks/mod-chat", webhook.path());
    List<Duration> delays = webhook.retries().delays();
    assertEquals(
        List.of(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(5)),
        delays.subList(0, 3));
    Duration whole = delays.stream().reduce(Duration.ZERO, Duration::plus);
    assertEquals(Duration.ofSeconds(3_670), whole);
    assertEquals("1795338000", headers.get("X-Modchat-Timestamp"));
    assertEquals(webhook.delivery(), headers.get("X-Modchat-Delivery"));
    assertEquals(
        HmacSha256.signature(
            chat.credentials().get("MOD_CHAT_WEBHOOK_SECRET"), "1795338000", webhook.body()),
        headers.get("X-Modchat-Signature"));
  }

  @Test
  void goesFromAQuestionToItsEnd() {
    String question = asks("Hello");

    assertTrue(chat.take(question, agent));
    assertTrue(chat.reply(question, agent, "Let me look"));
    assertTrue(chat.note(question, agent, "/escalate"));
    assertEquals(
        201, post("/api/questions/" + question + "/notes", "{\"text\":\"Sent\"}").status());
    assertEquals(
        201, post("/api/questions/" + question + "/replies", "{\"text\":\"Left\"}").status());
    assertTrue(chat.close(question, agent));
    assertFalse(chat.reply(question, agent, "Anything else?"), "closed");
    stage.send(chat, chat.members("keynote").message(SPEAKER, question, "Still lost"));
    assertTrue(chat.close(question, ModChat.CHATBOT), "a further message opened it again");

    assertEquals(
        List.of(
            "message_created speaker",
            "question_taken client-team",
            "message_created client-team",
            "note_created client-team",
            "note_created pipeline",
            "message_created pipeline",
            "question_closed client-team",
            "message_created speaker",
            "question_closed site-admin"),
        stage.bodies().stream()
            .map(it -> it.path("event").asText() + " " + it.at("/message/author/role").asText())
            .toList());
    assertEquals(
        List.of(
            "noted " + question + ": Sent",
            "replied " + question + ": Left",
            "wrote " + question + ": Still lost"),
        stage.heard.subList(1, 4));
  }

  @Test
  void writesOnceUnderOneKey() {
    String question = asks("Hello");
    String path = "POST /api/questions/" + question + "/notes";
    Map<String, String> keyed = new HashMap<>(withToken());
    keyed.put("idempotency-key", "n-1");

    Answer first = stage.call(chat, path, keyed, "{\"text\":\"once\"}");
    Answer again = stage.call(chat, path, keyed, "{\"text\":\"once\"}");
    Answer other = stage.call(chat, path, keyed, "{\"text\":\"twice\"}");

    assertEquals(201, first.status());
    assertEquals(ChatStage.text(first), ChatStage.text(again));
    assertEquals("{\"error\":\"idempotency_key_reused\"}", ChatStage.text(other));
    assertEquals(2, stage.webhooks.size());
    assertEquals(2, stage.heard.size());
  }

  @Test
  void takesARepeatedFirstMessageForOneQuestion() {
    String first = asks("Hello");
    String again = asks("Hello");

    assertEquals(first, again);
    assertEquals(1, stage.heard.size());
  }

  @Test
  void doesNothingWhileOut() {
    String question = asks("Hello");
    stage.out = true;

    assertFalse(chat.take(question, agent));
    assertFalse(chat.note(question, agent, "x"));
    assertEquals(503, read("keynote", "ada@example.org").status());
    assertEquals(1, stage.webhooks.size());
  }

  @Test
  void refusesStrangersAmongAgents() {
    String question = asks("Hello");

    assertFalse(chat.take(question, "nobody"));
    assertFalse(chat.take("nothing", agent));
    assertEquals(1, stage.webhooks.size());
  }

  @Test
  void tellsThePipelinesCallsFromMembers() {
    Call note = new Call("POST", "/api/questions/m1/notes", Map.of(), Map.of(), new byte[0]);
    Call message = new Call("POST", "/api/sessions/a/messages", Map.of(), Map.of(), new byte[0]);

    assertTrue(chat.fromPipeline(note));
    assertEquals("POST notes", chat.label(note));
    assertFalse(chat.fromPipeline(message));
    assertNotEquals(
        chat.credentials(),
        new ModChat(8, stage.surroundings(), new RecordingDoor()).credentials());
  }

  private String asks(String text) {
    return stage.opens(chat, chat.members("keynote"), SPEAKER, text);
  }

  private Map<String, String> withToken() {
    return Map.of("authorization", "Bearer " + chat.credentials().get("MOD_CHAT_TOKEN"));
  }

  private Answer post(String path, String body) {
    return stage.call(chat, "POST " + path, withToken(), body);
  }

  private Answer read(String session, String email) {
    return stage.call(
        chat, "GET /api/sessions/" + session + "/messages?email=" + email, Map.of(), "");
  }
}
