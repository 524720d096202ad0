package gameday.mocks.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gameday.mocks.HelpChatKind;
import gameday.mocks.MockSettings;
import gameday.mocks.Mocks;
import gameday.mocks.modchat.Role;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConsoleTest {
  private static final String TOKEN = "a-token-that-nobody-guesses";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private Mocks mocks = Mocks.start(MockSettings.standard().admin(TOKEN));

  @AfterEach
  void stop() {
    mocks.close();
    client.close();
  }

  @Test
  void isNotThereUnlessAskedFor() throws Exception {
    mocks.close();
    mocks = Mocks.start(MockSettings.standard());

    assertTrue(mocks.page().isEmpty());
    assertEquals(404, get("/gameday/", TOKEN).statusCode());
    assertEquals(404, get("/gameday/api/state", TOKEN).statusCode());
  }

  @Test
  void letsNobodyActWithoutTheToken() throws Exception {
    String channel = mocks.slack().createChannel("event-summit");
    String ada = mocks.slack().addPerson("Ada", "ada@example.com");
    Map<String, Object> message = Map.of("as", ada, "channel", channel, "text", "hi");

    assertEquals(401, post("slack/message", message, "wrong").statusCode());
    assertEquals(401, get("/gameday/api/state", "wrong").statusCode());
    assertEquals(0, state().at("/slack/channels/0/messages").size());
    assertEquals(200, post("slack/message", message, TOKEN).statusCode());
    assertEquals(1, state().at("/slack/channels/0/messages").size());
  }

  @Test
  void givesThePageToAnyoneAndItsTokenToNobody() throws Exception {
    for (String file : new String[] {"", "console.js", "console.css"}) {
      var answer = get("/gameday/" + file, "");
      assertEquals(200, answer.statusCode());
      assertFalse(answer.body().contains(TOKEN));
      assertTrue(
          answer
              .headers()
              .firstValue("Content-Security-Policy")
              .orElse("")
              .startsWith("default-src 'none'; script-src 'self';"));
    }
    assertTrue(mocks.page().orElseThrow().toString().endsWith("/gameday/#token=" + TOKEN));
  }

  @Test
  void refusesNamesOfOtherHosts() throws Exception {
    try (var socket = new java.net.Socket("127.0.0.1", mocks.url().getPort())) {
      socket
          .getOutputStream()
          .write(
              ("GET /gameday/ HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")
                  .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      var answer = new String(socket.getInputStream().readAllBytes());
      assertTrue(answer.startsWith("HTTP/1.1 403 "), answer);
    }
  }

  @Test
  void showsThreadsAndReactionsAsTheyAre() throws Exception {
    String channel = mocks.slack().createChannel("event-summit");
    String ada = mocks.slack().addPerson("Ada", "ada@example.com");
    act("slack/message", Map.of("as", ada, "channel", channel, "text", "<b>no</b> & sound"));
    String ts = state().at("/slack/channels/0/messages/0/ts").asText();
    act("slack/message", Map.of("as", ada, "channel", channel, "text", "r", "thread", ts));
    act("slack/reaction", Map.of("as", ada, "channel", channel, "ts", ts, "name", "eyes"));

    JsonNode messages = state().at("/slack/channels/0/messages");
    assertEquals("<b>no</b> & sound", messages.at("/0/text").asText());
    assertEquals(1, messages.at("/0/reactions/eyes").asInt());
    assertEquals(ts, messages.at("/1/thread").asText());
    assertEquals("Ada", state().at("/slack/people/1/name").asText());
  }

  @ParameterizedTest
  @EnumSource
  void playsAWholeConversationByHand(HelpChatKind kind) throws Exception {
    mocks.close();
    mocks = Mocks.start(MockSettings.standard().admin(TOKEN).helpChat(kind));
    String agent = mocks.helpChat().addAgent("Al", "al@client.example");

    act("help-chat/visit", Map.of("name", "Ada", "email", "ada@example.org", "text", "no sound"));
    String id = state().at("/helpChat/conversations/0/id").asText();
    act("help-chat/message", Map.of("conversation", id, "as", "chatbot", "text", "try again"));
    act("help-chat/action", Map.of("conversation", id, "action", "hand-over"));
    act("help-chat/message", Map.of("conversation", id, "as", "visitor", "text", "still none"));
    act("help-chat/action", Map.of("conversation", id, "action", "take", "as", agent));
    act("help-chat/message", Map.of("conversation", id, "as", agent, "text", "one moment"));
    act("help-chat/action", Map.of("conversation", id, "action", "close", "as", agent));

    JsonNode conversation = state().at("/helpChat/conversations/0");
    assertEquals("Ada", conversation.path("visitor").asText());
    assertEquals("ada@example.org", conversation.path("email").asText());
    assertEquals(
        "visitor: no sound, chatbot: try again, visitor: still none, agent: one moment",
        said(conversation).replace(", agent: This conversation is closed.", ""));
    assertEquals("Al", state().at("/helpChat/agents/0/name").asText());
    assertTrue(conversation.path("state").asText().matches("resolved|closed"));
  }

  @Test
  void playsAModChatByHand() throws Exception {
    mocks.modChat().addSession("keynote", "Keynote", "https://x.example/keynote");
    mocks.modChat().addMember("keynote", "sam@example.org", Role.SPEAKER);
    String agent = mocks.modChat().addAgent("Al", "al@client.example");

    act(
        "mod-chat/visit",
        Map.of(
            "session", "keynote", "name", "Sam", "email", "sam@example.org", "text", "no camera"));
    String id = state().at("/modChat/conversations/0/id").asText();
    act(
        "mod-chat/message",
        Map.of("conversation", id, "as", agent, "text", "/escalate", "note", true));
    act("mod-chat/message", Map.of("conversation", id, "as", "visitor", "text", "hello?"));

    JsonNode conversation = state().at("/modChat/conversations/0");
    assertEquals("keynote", conversation.path("place").asText());
    assertTrue(conversation.at("/lines/1/note").asBoolean());
    assertEquals("visitor: no camera, agent: /escalate, visitor: hello?", said(conversation));
    assertEquals("Keynote", state().at("/modChat/sessions/0/title").asText());
  }

  @Test
  void saysWhatItNeedsAndWhatCantBe() throws Exception {
    assertEquals(422, post("slack/message", Map.of("text", "x"), TOKEN).statusCode());
    assertEquals(
        409,
        post("slack/message", Map.of("as", "U1", "channel", "C1", "text", "x"), TOKEN)
            .statusCode());
    assertEquals(422, post("help-chat/visit", Map.of("name", "x"), TOKEN).statusCode());
    assertEquals(
        422,
        post("help-chat/message", Map.of("conversation", "77", "as", "a", "text", "x"), TOKEN)
            .statusCode());
    assertEquals(422, post("help-chat/action", Map.of("action", "explode"), TOKEN).statusCode());
    assertEquals(404, post("nothing", Map.of(), TOKEN).statusCode());
    assertEquals(
        400,
        send(request("/gameday/api/slack/message", TOKEN).POST(BodyPublishers.ofString("{\"as\":")))
            .statusCode());
  }

  @Test
  void beginsAndEndsFaultsByHand() throws Exception {
    var outage = Map.<String, Object>of("on", "slack", "fault", Map.of("kind", "outage"));
    var begun = post("faults/begin", outage, TOKEN);
    assertEquals(200, begun.statusCode(), begun.body());
    String name = JSON.readTree(begun.body()).path("name").asText();

    assertTrue(mocks.faults().isOut("slack"));
    assertEquals(name, state().at("/faults/now/0/name").asText());
    assertEquals("outage", state().at("/faults/now/0/fault/kind").asText());
    act("faults/end", Map.of("name", name));
    assertFalse(mocks.faults().isOut("slack"));
  }

  @Test
  void saysWhatIsWrongWithAFault() throws Exception {
    var unheard = Map.<String, Object>of("on", "slack", "fault", Map.of("kind", "flood"));
    assertEquals(422, post("faults/begin", unheard, TOKEN).statusCode());
    assertTrue(post("faults/begin", unheard, TOKEN).body().contains("kind must be one of"));
    var nowhere = Map.<String, Object>of("on", "moon", "fault", Map.of("kind", "outage"));
    assertEquals(422, post("faults/begin", nowhere, TOKEN).statusCode());
    var wrong = Map.<String, Object>of("on", "slack", "fault", Map.of("kind", "intruder"));
    assertEquals(422, post("faults/begin", wrong, TOKEN).statusCode());
    assertEquals(409, post("faults/end", Map.of("name", "x"), TOKEN).statusCode());
  }

  @Test
  void answersNothingNewWhereNothingIsNew() throws Exception {
    var first = get("/gameday/api/state", TOKEN);
    var tag = first.headers().firstValue("ETag").orElseThrow();

    var again = request("/gameday/api/state", TOKEN).header("If-None-Match", tag);
    assertEquals(304, send(again).statusCode());
    mocks.slack().createChannel("event-summit");
    assertEquals(200, send(again).statusCode());
  }

  private static String said(JsonNode conversation) {
    var said = new StringBuilder();
    for (JsonNode line : conversation.path("lines")) {
      said.append(said.isEmpty() ? "" : ", ")
          .append(line.path("by").asText())
          .append(": ")
          .append(line.path("text").asText());
    }
    return said.toString();
  }

  private void act(String path, Map<String, Object> body) throws Exception {
    var answer = post(path, body, TOKEN);
    assertEquals(200, answer.statusCode(), path + ": " + answer.body());
  }

  private JsonNode state() throws Exception {
    return JSON.readTree(get("/gameday/api/state", TOKEN).body());
  }

  private HttpResponse<String> get(String path, String token) throws Exception {
    return send(request(path, token));
  }

  private HttpResponse<String> post(String path, Map<String, Object> body, String token)
      throws Exception {
    return send(
        request("/gameday/api/" + path, token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }

  private HttpRequest.Builder request(String path, String token) {
    return HttpRequest.newBuilder(URI.create(mocks.url() + path))
        .header("Authorization", "Bearer " + token);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
