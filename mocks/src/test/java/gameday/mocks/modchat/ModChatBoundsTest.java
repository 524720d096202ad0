package gameday.mocks.modchat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.mocks.chat.ChatStage;
import gameday.mocks.chat.VisitorApi.Visitor;
import gameday.mocks.chat.VisitorApi.VisitorCall;
import gameday.mocks.http.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ModChatBoundsTest {
  private final ChatStage stage = new ChatStage();
  private final ModChat chat = new ModChat(7, stage.surroundings(), new NobodysDoor(), 2);
  private final String agent = chat.addAgent("Grace", "grace@example.org");

  private static final class NobodysDoor implements ModChatDoor {
    @Override
    public void refused(String session, String email, boolean writing) {}

    @Override
    public void granted(String session, String email) {}
  }

  @BeforeEach
  void openSessions() {
    for (String session : List.of("keynote", "panel")) {
      chat.addSession(session, session, "https://horizon.example/" + session);
      chat.addMember(session, "ada@example.org", Role.SPEAKER);
    }
  }

  @Test
  void forgetsTheQuestionThatWasClosedLongestAgo() {
    String first = asks("keynote", "k-1", "first");
    String second = asks("panel", "k-2", "second");
    chat.close(second, agent);
    chat.close(first, agent);

    String third = asks("keynote", "k-3", "third");

    assertEquals(List.of(), texts("panel"));
    assertEquals(List.of("first", "third"), texts("keynote"));
    assertEquals(404, note(second).status());
    assertEquals(201, note(first).status());
    assertEquals(201, note(third).status());
    assertEquals("{\"error\":\"unknown_question\"}", ChatStage.text(writes("panel", second)));
    assertFalse(chat.reply(second, agent, "Anybody?"));
  }

  @Test
  void keepsAQuestionThatWasOpenedAgain() {
    String first = asks("keynote", "k-1", "first");
    String second = asks("keynote", "k-2", "second");
    chat.close(first, agent);
    chat.close(second, agent);
    assertEquals(201, writes("keynote", first).status());

    asks("keynote", "k-3", "third");

    assertEquals(List.of("first", "more", "third"), texts("keynote"));
  }

  @Test
  void refusesAQuestionWhileAllAreOpen() {
    asks("keynote", "k-1", "first");
    String second = asks("panel", "k-2", "second");
    int before = stage.webhooks.size();

    Answer third = stage.send(chat, first("keynote", "k-3", "third"));

    assertEquals(422, third.status());
    assertEquals("{\"error\":\"too_many_messages\"}", ChatStage.text(third));
    assertEquals(before, stage.webhooks.size());
    chat.close(second, agent);
    assertEquals(201, stage.send(chat, first("keynote", "k-3", "third")).status());
  }

  @Test
  void refusesMoreMessagesThanAQuestionHolds() {
    String question = asks("keynote", "k-1", "first");
    for (int i = 1; i < 2_000; i++) {
      assertTrue(chat.reply(question, agent, "m" + i));
    }

    assertFalse(chat.reply(question, agent, "one too many"));
    assertEquals("{\"error\":\"too_many_messages\"}", ChatStage.text(note(question)));
    assertEquals("{\"error\":\"too_many_messages\"}", ChatStage.text(writes("keynote", question)));
    assertEquals(1_000, texts("keynote").size(), "members see the latest");
    assertEquals("m1999", texts("keynote").getLast());
  }

  @Test
  void letsAnInvitedAgentActFromAcceptingOn() {
    String question = asks("keynote", "k-1", "first");
    String invited = chat.invite("Al", "al@example.org");
    String grant = "{\"email\":\"eve@example.org\",\"by\":\"al@example.org\"}";

    assertFalse(chat.take(question, invited));
    assertFalse(chat.close(question, invited));
    assertEquals(403, post("/api/sessions/keynote/grants", grant).status());
    assertEquals(1, stage.webhooks.size());
    assertTrue(chat.accept(invited));
    assertTrue(chat.take(question, invited));
    assertEquals(201, post("/api/sessions/keynote/grants", grant).status());
  }

  private String asks(String session, String key, String text) {
    return stage.opens(chat, chat.members(session), visitor(key), text);
  }

  private VisitorCall first(String session, String key, String text) {
    return chat.members(session).opening(visitor(key), text).getFirst().call(Map.of());
  }

  private Answer writes(String session, String question) {
    return stage.send(chat, chat.members(session).message(visitor("k"), question, "more"));
  }

  private Answer note(String question) {
    return post("/api/questions/" + question + "/notes", "{\"text\":\"a note\"}");
  }

  private Answer post(String path, String body) {
    Map<String, String> token =
        Map.of("authorization", "Bearer " + chat.credentials().get("MOD_CHAT_TOKEN"));
    return stage.call(chat, "POST " + path, token, body);
  }

  private List<String> texts(String session) {
    String path = "GET /api/sessions/" + session + "/messages?email=ada@example.org";
    return ChatStage.json(stage.call(chat, path, Map.of(), ""))
        .path("messages")
        .valueStream()
        .map(it -> it.path("text").asText())
        .toList();
  }

  private static Visitor visitor(String key) {
    return new Visitor(key, "Ada", "ada@example.org");
  }
}
