package gameday.mocks.modchat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gameday.mocks.chat.ChatStage;
import gameday.mocks.chat.VisitorApi.Visitor;
import gameday.mocks.http.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ModChatDoorTest {
  private static final Visitor SPEAKER = new Visitor("k-1", "Ada", "Ada@example.org");
  private static final Visitor STRANGER = new Visitor("k-9", "Eve", "eve@example.org");

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
  void showsMembersEverythingButNotes() {
    String question = asks("Hello");
    chat.note(question, agent, "secret");
    chat.reply(question, agent, "Hi");

    Answer seen = read("keynote", "ADA@example.org");

    assertEquals(
        List.of("Hello", "Hi"),
        ChatStage.json(seen)
            .path("messages")
            .valueStream()
            .map(it -> it.path("text").asText())
            .toList());
  }

  @Test
  void keepsStrangersOut() {
    asks("Hello");

    Answer written =
        stage.send(
            chat,
            chat.members("keynote")
                .opening(STRANGER, "Let me in")
                .getFirst()
                .call(new HashMap<>()));
    Answer seen = read("keynote", "eve@example.org");
    Answer otherSession = read("panel", "ada@example.org");

    assertEquals(403, written.status());
    assertEquals("{\"error\":\"not_a_member\"}", ChatStage.text(written));
    assertEquals(403, seen.status());
    assertEquals(403, otherSession.status());
    assertEquals(
        List.of(
            "refused keynote eve@example.org true",
            "refused keynote eve@example.org false",
            "refused panel ada@example.org false"),
        door);
    assertEquals(1, stage.webhooks.size());
  }

  @Test
  void letsInWhomTheClientTeamWants() {
    String body = "{\"email\":\"eve@example.org\",\"by\":\"" + agent + "\"}";

    Answer granted = post("/api/sessions/keynote/grants", body);
    Answer notTheirs =
        post("/api/sessions/keynote/grants", "{\"email\":\"x@example.org\",\"by\":\"x\"}");
    String question = stage.opens(chat, chat.members("keynote"), STRANGER, "Thank you");

    assertEquals("{\"email\":\"eve@example.org\",\"role\":\"granted\"}", ChatStage.text(granted));
    assertEquals("{\"error\":\"not_client_team\"}", ChatStage.text(notTheirs));
    assertEquals(403, notTheirs.status());
    assertEquals(List.of("granted keynote eve@example.org"), door);
    assertEquals("granted", stage.lastBody().at("/message/author/role").asText());
    assertEquals(403, read("panel", "eve@example.org").status());
    assertEquals(question, stage.lastBody().at("/question/id").asText());
  }

  @Test
  void answersWithItsOwnErrors() {
    String question = asks("Hello");
    String path = "POST /api/questions/" + question + "/notes";

    Answer unsigned = stage.call(chat, path, Map.of(), "{\"text\":\"x\"}");
    Answer wrong =
        stage.call(chat, path, Map.of("authorization", "Bearer guess"), "{\"text\":\"x\"}");

    assertEquals(401, unsigned.status());
    assertEquals("{\"error\":\"unauthorized\"}", ChatStage.text(wrong));
    assertEquals(404, post("/api/questions/m0/notes", "{\"text\":\"x\"}").status());
    assertEquals(404, post("/api/sessions/nowhere/grants", "{}").status());
    assertEquals(404, post("/api", "{}").status());
    assertEquals(404, stage.call(chat, "GET /messages", Map.of(), "").status());
    Answer elsewhere =
        stage.send(
            chat,
            chat.members("panel")
                .message(new Visitor("m", "Mia", "mia@example.org"), question, "x"));
    assertEquals("{\"error\":\"unknown_question\"}", ChatStage.text(elsewhere));
    assertEquals(1, stage.webhooks.size());
  }

  @Test
  void takesNothingFromHostileBodies() {
    String question = asks("Hello");
    String member = "POST /api/sessions/keynote/messages";

    for (byte[] body : ChatStage.hostileBodies()) {
      for (String path :
          List.of(
              "/api/questions/" + question + "/notes",
              "/api/questions/" + question + "/replies",
              "/api/sessions/keynote/grants")) {
        assertEquals(400, stage.call(chat, "POST " + path, withToken(), body).status(), path);
      }
      assertEquals(400, stage.call(chat, member, Map.of(), body).status());
    }
    for (String body :
        List.of(
            "{}",
            "{\"text\":5}",
            "{\"text\":\" \"}",
            "{\"text\":\"" + "x".repeat(150_001) + "\"}")) {
      assertEquals(422, post("/api/questions/" + question + "/replies", body).status());
      assertEquals(422, stage.call(chat, member, Map.of(), body).status());
    }
    assertEquals(422, post("/api/sessions/keynote/grants", "{\"email\":[],\"by\":{}}").status());

    assertEquals(1, stage.webhooks.size());
    assertEquals(1, stage.heard.size());
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
