package gameday.mocks.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.mocks.chat.VisitorApi.Step;
import gameday.mocks.chat.VisitorApi.Visitor;
import gameday.mocks.chat.VisitorApi.VisitorCall;
import gameday.mocks.faults.Faults;
import gameday.mocks.helpchat.HelpChat;
import gameday.mocks.helpchat.chatwoot.Chatwoot;
import gameday.mocks.helpchat.intercom.Intercom;
import gameday.mocks.helpchat.smartloop.Smartloop;
import gameday.mocks.http.CallListener;
import gameday.mocks.http.MockServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChatsOverHttpTest {
  private static final Visitor ADA = new Visitor("visit/ä 1", "Ada", "ada@example.org");

  private final ChatStage stage = new ChatStage();
  private final Chatwoot chatwoot = new Chatwoot(7, stage.surroundings());
  private final Smartloop smartloop = new Smartloop(7, stage.surroundings());
  private final Intercom intercom = new Intercom(7, stage.surroundings());
  private final RecordedCalls calls = new RecordedCalls();
  private final MockServer server =
      MockServer.start(0, List.of(chatwoot, smartloop, intercom), new Faults(1), calls);
  private final HttpClient client = HttpClient.newHttpClient();

  private static final class RecordedCalls implements CallListener {
    final List<String> lines = new CopyOnWriteArrayList<>();

    @Override
    public void called(String service, String label, int status, String outcome) {
      lines.add(service + " " + label + " " + status + " " + outcome);
    }

    @Override
    public void broke(String service, String call, RuntimeException why) {
      lines.add(service + " " + call + " broke: " + why);
    }
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void opensAConversationAndTakesThePipelinesNote() throws Exception {
    String conversation = opens(chatwoot, "Grüße");

    HttpRequest.Builder note =
        HttpRequest.newBuilder(
                URI.create(
                    server.url(chatwoot)
                        + "/api/v1/accounts/"
                        + chatwoot.credentials().get("HELP_CHAT_ACCOUNT")
                        + "/conversations/"
                        + conversation
                        + "/messages"))
            .header("api_access_token", chatwoot.credentials().get("HELP_CHAT_TOKEN"))
            .POST(BodyPublishers.ofString("{\"content\":\"Sent\",\"private\":true}"));
    HttpResponse<String> answer = client.send(note.build(), BodyHandlers.ofString());

    assertEquals(200, answer.statusCode(), answer.body());
    assertEquals(
        List.of(
            "opened " + conversation + " visit/ä 1 ada@example.org: Grüße",
            "noted " + conversation + ": Sent"),
        stage.heard);
    assertEquals(List.of("help-chat POST conversations/:id/messages 200 ok"), calls.lines);
  }

  @Test
  void opensAThread() throws Exception {
    String conversation = opens(smartloop, "Grüße");

    assertEquals("visit/ä 1", conversation);
    assertEquals(List.of("opened visit/ä 1 visit/ä 1 ada@example.org: Grüße"), stage.heard);
    assertTrue(calls.lines.isEmpty(), "a visitor is not the pipeline");
  }

  @Test
  void opensAConversationOfIntercomAndTakesThePipelinesComment() throws Exception {
    String conversation = opens(intercom, "Grüße & <mehr>");

    HttpRequest.Builder comment =
        HttpRequest.newBuilder(
                URI.create(server.url(intercom) + "/conversations/" + conversation + "/reply"))
            .header("Authorization", "Bearer " + intercom.credentials().get("HELP_CHAT_TOKEN"))
            .header("Intercom-Version", "2.11")
            .POST(
                BodyPublishers.ofString(
                    "{\"message_type\":\"comment\",\"type\":\"admin\",\"admin_id\":\""
                        + intercom.addAgent("Grace", "grace@example.org")
                        + "\",\"body\":\"<p>a &lt; b</p>\"}"));
    HttpResponse<String> answer = client.send(comment.build(), BodyHandlers.ofString());

    assertEquals(200, answer.statusCode(), answer.body());
    assertEquals("1667", answer.headers().firstValue("X-RateLimit-Limit").orElse(""));
    assertEquals(
        List.of(
            "opened " + conversation + " visit/ä 1 ada@example.org: Grüße & <mehr>",
            "replied " + conversation + ": a < b"),
        stage.heard);
    assertEquals(List.of("help-chat POST conversations/:id/reply 200 ok"), calls.lines);
  }

  private String opens(HelpChat chat, String text) throws Exception {
    Map<String, String> known = new HashMap<>();
    for (Step step : chat.visitors().opening(ADA, text)) {
      HttpResponse<String> answer = send(step.call(known));
      assertTrue(answer.statusCode() < 300, answer.body());
      known.putAll(step.learn(answer.body()));
    }
    return known.get("conversation");
  }

  private HttpResponse<String> send(VisitorCall call) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + call.path()))
            .method(call.method(), BodyPublishers.ofString(call.body()));
    call.headers().forEach(request::header);
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
