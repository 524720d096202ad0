package gameday.pipeline.server;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.mocks.slack.SlackMessage;
import gameday.pipeline.products.HubSignature;
import gameday.process.AnswerRoute;
import gameday.process.Deadlines;
import gameday.process.EscalationProcess;
import gameday.process.EscalationWay;
import gameday.process.HelpChatProduct;
import gameday.process.Profile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is Intercom's own; what it shares with other products is in PipelineWithMocksTest. */
class IntercomWithMocksTest {
  private static final EscalationProcess STRAIGHT =
      new EscalationProcess(
          Profile.CURRENT, EscalationWay.NOTE, AnswerRoute.STRAIGHT, Deadlines.DEFAULT);
  @TempDir private Path dir;
  private final HttpClient client = HttpClient.newHttpClient();
  private MockedWorld world;

  @BeforeEach
  void begin() throws Exception {
    start(STRAIGHT);
  }

  private void start(EscalationProcess process) throws Exception {
    world = new MockedWorld(HelpChatProduct.INTERCOM, process, dir);
    world.startPipeline();
    world.reach();
  }

  @AfterEach
  void end() throws Exception {
    world.close();
    client.close();
  }

  @Test
  void bringsAnAnswerStraightToTheUserLetterByLetter() throws Exception {
    world.takeAndNote(world.ask("ada"), "/escalate\nIssue: <no> sound & \"noise\"");
    world.awaitPosts(1);
    SlackMessage post = world.posts.getFirst();
    world.answer(post, "Use &lt;b&gt; &amp; \"reload\"\n\n  twice (ref q-00001)");

    await().until(() -> !world.inHelpChat.replies.isEmpty());
    assertTrue(post.text().contains("*Issue:* &lt;no&gt; sound &amp; \"noise\"\n"), post.text());
    assertEquals(
        List.of("Use <b> & \"reload\"\n\n  twice (ref q-00001)"), world.inHelpChat.replies);
    assertEquals(List.of(), world.inHelpChat.notes);
  }

  @Test
  void escalatesWhatNoAgentTakesAndNothingThatTheChatbotHas() throws Exception {
    world.close();
    start(untakenFor(Duration.ofSeconds(10)));
    world.open("bob");
    world.ask("ada");
    assertTrue(world.helpChat.take(world.ask("cem"), world.helpChatAgent));

    world.awaitPosts(1);
    world.takeAndNote(world.ask("dee"), "/escalate\nIssue: the end");
    await().until(() -> posts().contains("the end"));

    assertTrue(posts().contains("*Affected users:* ada@example.org"), posts());
    assertEquals(2, world.posts.size(), posts());
  }

  @Test
  void learnsOnceWhatIsReplayedUnderAnotherId() throws Exception {
    String conversation = world.ask("ada");
    String body = noted(conversation, "n-1");

    List<Integer> statuses =
        List.of(
            send(body, HubSignature.sign("another secret", utf8(body))),
            send(body, ""),
            send(body + " ", signature(body)),
            send(body, signature(body)),
            send(body, signature(body)),
            send(noted(conversation, "n-2"), signature(noted(conversation, "n-2"))));
    world.takeAndNote(world.ask("bob"), "/escalate\nIssue: the end");

    await().until(() -> posts().contains("the end"));
    assertEquals(List.of(401, 401, 401, 200, 200, 200), statuses);
    assertEquals(2, world.posts.size(), posts());
    assertTrue(posts().contains("*Issue:* no sound\n"), posts());
    assertTrue(posts().contains("*Page or session URL:* https://horizon.example/a\n"), posts());
  }

  @Test
  void acknowledgesWhatDoesNotConcernIt() throws Exception {
    for (String body :
        List.of(
            "{\"type\":\"notification_event\",\"topic\":\"ping\",\"data\":{\"item\":{}}}",
            "{\"type\":\"notification_event\",\"topic\":\"contact.user.created\"}",
            "{}",
            "[]")) {
      assertEquals(200, send(body, signature(body)), body);
    }
  }

  @Test
  void forgetsWhatWasClosedWhileItWasDown() throws Exception {
    world.close();
    start(untakenFor(Duration.ofSeconds(30)));
    String closed = world.ask("ada");
    await().until(() -> world.mocks.pendingDeliveries() == 0);
    world.stopPipeline();
    world.helpChat.close(closed, world.helpChatAgent);
    world.ask("bob");

    world.startPipeline();

    // Nothing reaches it: it has looked for itself at what is open.
    await().until(() -> posts().contains("bob@example.org"));
    assertEquals(1, world.posts.size(), posts());
  }

  private static EscalationProcess untakenFor(Duration untaken) {
    return new EscalationProcess(
        Profile.CURRENT,
        EscalationWay.NOTE,
        AnswerRoute.THROUGH_AGENT,
        new Deadlines(untaken, Duration.ofDays(1), Duration.ofDays(2)));
  }

  private String posts() {
    return world.posts.stream().map(SlackMessage::text).collect(Collectors.joining("\n"));
  }

  private static String noted(String conversation, String notification) {
    return """
        {"type":"notification_event","id":"%2$s","topic":"conversation.admin.noted",
         "data":{"type":"notification_event_data","item":{"type":"conversation","id":"%1$s",
           "open":true,"state":"open","team_assignee_id":5,
           "source":{"body":"<p>Hello</p>","url":"https://horizon.example/a",
             "author":{"type":"user","name":"Ada","email":"ada@example.org"}},
           "conversation_parts":{"conversation_parts":[
             {"id":"9000","part_type":"note","body":"<p>/escalate<br>Issue: no sound</p>",
              "author":{"type":"admin","id":"77"}}]}}}}
        """
        .formatted(conversation, notification);
  }

  private String signature(String body) {
    return HubSignature.sign(world.environment.get("HELP_CHAT_WEBHOOK_SECRET"), utf8(body));
  }

  private int send(String body, String signature) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + world.port() + "/webhooks/help-chat"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    if (!signature.isEmpty()) {
      request.header(HubSignature.HEADER, signature);
    }
    return client.send(request.build(), BodyHandlers.discarding()).statusCode();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
