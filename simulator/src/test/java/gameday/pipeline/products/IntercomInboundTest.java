package gameday.pipeline.products;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gameday.pipeline.Caller;
import gameday.pipeline.Conversation;
import gameday.pipeline.Signal;
import gameday.pipeline.record.Arrival;
import gameday.pipeline.server.MockedWorld;
import gameday.pipeline.settings.Settings;
import gameday.process.AnswerRoute;
import gameday.process.Chat;
import gameday.process.Deadlines;
import gameday.process.EscalationProcess;
import gameday.process.EscalationWay;
import gameday.process.HelpChatProduct;
import gameday.process.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntercomInboundTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Conversation ABOUT = new Conversation(Chat.HELP, "42");
  private static final Caller ADA =
      new Caller("Ada", "ada@example.org", "https://horizon.example/a");
  private static final String WITH_BOT = "\"open\":true";
  private static final String WITH_TEAM = "\"open\":true,\"team_assignee_id\":5";
  private static final String WITH_AGENT = WITH_TEAM + ",\"admin_assignee_id\":77";

  @TempDir private Path dir;
  private MockedWorld world;
  private IntercomCalls calls;

  @BeforeEach
  void begin() throws Exception {
    world =
        new MockedWorld(
            HelpChatProduct.INTERCOM,
            new EscalationProcess(
                Profile.CURRENT, EscalationWay.NOTE, AnswerRoute.STRAIGHT, Deadlines.DEFAULT),
            dir);
    calls = calls(world.environment.get("HELP_CHAT_URL"));
  }

  @AfterEach
  void end() throws Exception {
    world.close();
  }

  private IntercomCalls calls(String url) {
    return new IntercomCalls(
        new Settings.HelpChat(
            HelpChatProduct.INTERCOM, url, world.environment.get("HELP_CHAT_TOKEN"), "", ""));
  }

  @Test
  void hearsTheUserAndKnowsWhoHasTheConversation() throws Exception {
    assertEquals(
        List.of(
            new Arrival("intercom:source:42", new Signal.UserWrote(ABOUT, ADA, "a < b\nc", false))),
        read("user.created", WITH_BOT, ""));
    assertEquals(
        List.of(new Arrival("intercom:part:7", new Signal.UserWrote(ABOUT, ADA, "so?", true))),
        read("user.replied", WITH_TEAM, part("comment", "user", "c1", "<p>so?</p>")));
  }

  @Test
  void hearsAReplyThatOpensAConversationAgain() throws Exception {
    String reply = part("open", "user", "c1", "<p>so?</p>");

    assertEquals(
        List.of(
            new Arrival("intercom:part:7", new Signal.UserWrote(ABOUT, ADA, "so?", true)),
            new Arrival("intercom:part:7:open", new Signal.OpenedForAgents(ABOUT, ADA)),
            new Arrival("intercom:part:7:taken", new Signal.Taken(ABOUT, ADA, "77"))),
        read("user.replied", WITH_AGENT, reply));
    assertEquals(1, read("user.replied", WITH_BOT, reply).size());
  }

  @Test
  void hearsAgentsButNeitherTheChatbotNorItself() throws Exception {
    String me = calls.me();

    assertEquals(
        List.of(new Arrival("intercom:part:7", new Signal.Taken(ABOUT, ADA, "77"))),
        read("admin.replied", WITH_AGENT, part("comment", "admin", "77", "<p>Hi</p>")));
    assertEquals(
        List.of(
            new Arrival(
                "intercom:part:7", new Signal.AgentNoted(ABOUT, ADA, "77", "/escalate\nx"))),
        read("admin.noted", WITH_AGENT, part("note", "admin", "77", "<p>/escalate<br>x</p>")));
    assertEquals(
        List.of(), read("admin.replied", WITH_TEAM, part("comment", "admin", me, "<p>Hi</p>")));
    assertEquals(
        List.of(), read("admin.noted", WITH_TEAM, part("note", "admin", me, "<p>/escalate</p>")));
    assertEquals(
        List.of(), read("operator.replied", WITH_BOT, part("comment", "bot", "6", "<p>Hi</p>")));
  }

  @Test
  void hearsWhoGetsTheConversation() throws Exception {
    Arrival open = new Arrival("intercom:part:7:open", new Signal.OpenedForAgents(ABOUT, ADA));
    Arrival taken = new Arrival("intercom:part:7:taken", new Signal.Taken(ABOUT, ADA, "77"));
    String assignment = part("assignment", "admin", "77", null);

    assertEquals(List.of(open), read("admin.assigned", WITH_TEAM, assignment));
    assertEquals(List.of(open, taken), read("admin.assigned", WITH_AGENT, assignment));
    assertEquals(List.of(open, taken), read("admin.open.assigned", WITH_AGENT, assignment));
    assertEquals(List.of(open), read("admin.opened", WITH_TEAM, part("open", "admin", "77", null)));
    assertEquals(List.of(), read("admin.assigned", WITH_BOT, assignment));
    assertEquals(
        List.of(), read("admin.assigned", WITH_AGENT.replace("true", "false"), assignment));
  }

  @Test
  void hearsTheEnd() throws Exception {
    assertEquals(
        List.of(new Arrival("intercom:part:7:closed", new Signal.Closed(ABOUT, ADA))),
        read("admin.closed", "\"open\":false", part("close", "admin", "77", null)));
    assertEquals(
        List.of(new Arrival("intercom:notification:n-1:closed", new Signal.Closed(ABOUT, ADA))),
        read("admin.closed", "\"open\":false", ""));
  }

  @Test
  void doesNotOpenAgainWhatWasClosedWhenTheAssignmentComesLate() throws Exception {
    IntercomInbound inbound = new IntercomInbound(calls);
    JsonNode assigned =
        notification("admin.assigned", WITH_TEAM, part("assignment", "bot", "6", null));
    JsonNode closed =
        notification(
            "admin.closed",
            "\"open\":false",
            part("close", "admin", "77", null).replace("\"7\"", "\"8\""));

    assertEquals(1, inbound.read(closed).size());
    assertEquals(List.of(), inbound.read(assigned));
    assertEquals(1, inbound.read(closed).size(), "the same again is told again, and counts once");
  }

  @Test
  void canNotTellAnAgentFromItselfWhileTheProductIsGone() {
    IntercomInbound inbound = new IntercomInbound(calls("http://127.0.0.1:1"));
    JsonNode note =
        notification("admin.noted", WITH_TEAM, part("note", "admin", "77", "<p>/escalate</p>"));

    assertThrows(IOException.class, () -> inbound.read(note));
  }

  private List<Arrival> read(String topic, String state, String part) throws Exception {
    return new IntercomInbound(calls).read(notification(topic, state, part));
  }

  private static JsonNode notification(String topic, String state, String part) {
    try {
      return JSON.readTree(
          """
          {"type":"notification_event","id":"n-1","topic":"conversation.%s",
           "data":{"item":{"type":"conversation","id":"42",%s,
             "source":{"body":"<p>a &lt; b<br>c</p>","url":"https://horizon.example/a",
               "author":{"type":"user","name":"Ada","email":"ada@example.org"}},
             "conversation_parts":{"conversation_parts":[%s]}}}}
          """
              .formatted(topic, state, part));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String part(String type, String author, String id, String body) {
    String shown = body == null ? "null" : "\"" + body + "\"";
    return """
        {"id":"7","part_type":"%s","author":{"type":"%s","id":"%s"},"body":%s}"""
        .formatted(type, author, id, shown);
  }
}
