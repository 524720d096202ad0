package gameday.pipeline.server;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.slack.api.methods.SlackApiException;
import com.slack.api.model.File;
import com.slack.api.model.Message;
import gameday.mocks.chat.VisitorApi;
import gameday.mocks.faults.Fault;
import gameday.mocks.slack.SlackGrant;
import gameday.mocks.slack.SlackMessage;
import gameday.process.AnswerRoute;
import gameday.process.Deadlines;
import gameday.process.EscalationProcess;
import gameday.process.EscalationWay;
import gameday.process.HelpChatProduct;
import gameday.process.Profile;
import gameday.slack.SlackSdk;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of askers, carried over into Slack's threads. */
class ScreenshotsTest {
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 1, 2, 3};
  private static final EscalationProcess BY_NOTE =
      new EscalationProcess(
          Profile.CURRENT,
          EscalationWay.NOTE,
          AnswerRoute.THROUGH_AGENT,
          new Deadlines(Duration.ofDays(1), Duration.ofDays(1), Duration.ofDays(2)));

  @TempDir private Path dir;
  private final HttpClient client = HttpClient.newHttpClient();

  private MockedWorld world(HelpChatProduct product) throws Exception {
    MockedWorld world = new MockedWorld(product, BY_NOTE, dir);
    world.startPipeline();
    world.reach();
    return world;
  }

  private static ConditionFactory soon() {
    return await().atMost(Duration.ofSeconds(40));
  }

  /** The visitor {@code key} sends a file. */
  private void sends(MockedWorld world, String key, String conversation, String name)
      throws IOException, InterruptedException {
    VisitorApi.Visitor visitor = new VisitorApi.Visitor(key, "Ada", key + "@example.org");
    VisitorApi.VisitorCall call = world.helpChat.visitors().message(visitor, conversation, "x");
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    form.writeBytes(
        ("--b\r\nContent-Disposition: form-data; name=\"attachments[]\"; filename=\""
                + name
                + "\"\r\nContent-Type: image/png\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    form.writeBytes(PNG);
    form.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
    HttpRequest request =
        HttpRequest.newBuilder(world.mocks.url().resolve(call.path()))
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(HttpRequest.BodyPublishers.ofByteArray(form.toByteArray()))
            .build();
    HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
    assertEquals(200, response.statusCode(), response::body);
  }

  private static List<File> files(MockedWorld world, SlackMessage root)
      throws IOException, SlackApiException {
    return SlackSdk.at(world.environment.get("SLACK_API_URL"))
        .slack()
        .methods(world.environment.get("SLACK_BOT_TOKEN"))
        .conversationsReplies(thread -> thread.channel(world.channel).ts(root.ts()))
        .getMessages()
        .stream()
        .map(Message::getFiles)
        .flatMap(files -> Optional.ofNullable(files).stream().flatMap(List::stream))
        .toList();
  }

  private static String withoutDigest(File file) {
    return file.getName().substring(13);
  }

  private byte[] bytes(MockedWorld world, File file) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(file.getUrlPrivate()))
            .header("Authorization", "Bearer " + world.environment.get("SLACK_BOT_TOKEN"))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
  }

  @Test
  void carriesWhatTheAskerSentBeforeAndAfterTheEscalationIntoTheThread() throws Exception {
    try (MockedWorld world = world(HelpChatProduct.CHATWOOT)) {
      String conversation = world.ask("ada");
      sends(world, "ada", conversation, "no sound.png");
      soon().until(() -> world.mocks.pendingDeliveries() == 0);
      world.takeAndNote(conversation, "/escalate\nIssue: no sound");
      soon().until(() -> !world.posts.isEmpty());
      SlackMessage root = world.posts.getFirst();
      sends(world, "ada", conversation, "later.png");

      soon().until(() -> files(world, root).size() == 2);
      assertTrue(root.text().endsWith("*Screenshot:* in the thread: no sound.png"), root::text);
      List<File> files = files(world, root);
      assertEquals(
          List.of("later.png", "no sound.png"),
          files.stream().map(ScreenshotsTest::withoutDigest).sorted().toList());
      assertArrayEquals(PNG, bytes(world, files.getFirst()));
    }
  }

  private static long lostShowings(MockedWorld world) {
    return world.calls.stream()
        .filter(call -> call.contains("completeUploadExternal") && !call.endsWith(" ok"))
        .count();
  }

  @Test
  void showsAFileOnceThoughAnswersAreLost() throws Exception {
    try (MockedWorld world = world(HelpChatProduct.CHATWOOT)) {
      String conversation = world.ask("ada");
      world.takeAndNote(conversation, "/escalate\nIssue: no sound");
      soon().until(() -> !world.posts.isEmpty());
      SlackMessage root = world.posts.getFirst();
      List<String> names = List.of("1.png", "2.png", "3.png", "4.png", "5.png", "6.png");
      world.mocks.faults().begin("lost", "slack", new Fault.LostAnswers(0.5));
      for (String name : names) {
        sends(world, "ada", conversation, name);
      }
      soon().until(() -> lostShowings(world) >= 2);
      world.mocks.faults().end("lost");

      soon().until(() -> files(world, root).size() >= names.size());
      assertEquals(
          names, files(world, root).stream().map(ScreenshotsTest::withoutDigest).sorted().toList());
    }
  }

  @Test
  void postsTheLinkOfAFileItMayNotFetch() throws Exception {
    try (MockedWorld world = world(HelpChatProduct.SMARTLOOP)) {
      String conversation = world.ask("ada");
      VisitorApi.Visitor visitor = new VisitorApi.Visitor("ada", "Ada", "ada@example.org");
      VisitorApi.VisitorCall call = world.helpChat.visitors().message(visitor, conversation, "x");
      HttpRequest.Builder request =
          HttpRequest.newBuilder(world.mocks.url().resolve(call.path()))
              .POST(
                  HttpRequest.BodyPublishers.ofString(
                      call.body()
                          .replace(
                              "\"text\":\"x\"",
                              "\"image\":\"http://169.254.169.254/a.png?b=<!here>&c\"")));
      call.headers().forEach(request::header);
      assertEquals(
          2, client.send(request.build(), HttpResponse.BodyHandlers.ofString()).statusCode() / 100);
      soon().until(() -> world.mocks.pendingDeliveries() == 0);
      world.slack.post(
          world.al,
          world.channel,
          "Hi <!here>\n*Issue:* no sound\n*Affected users:* ada@example.org",
          Optional.empty());

      soon().until(() -> world.posts.size() == 2);
      assertEquals(
          "Screenshot: a.png http://169.254.169.254/a.png?b=&lt;!here&gt;&amp;c",
          world.posts.getLast().text());
    }
  }

  @Test
  void postsTheLinkIfTheAppMayNotWriteFiles() throws Exception {
    try (MockedWorld world = world(HelpChatProduct.CHATWOOT)) {
      Set<String> scopes = new HashSet<>(SlackGrant.ALL_SCOPES);
      scopes.remove("files:write");
      world.slack.admin().grant().scopes(scopes);
      String conversation = world.ask("ada");
      sends(world, "ada", conversation, "one.png");
      soon().until(() -> world.mocks.pendingDeliveries() == 0);
      world.takeAndNote(conversation, "/escalate\nIssue: no sound");

      soon().until(() -> world.posts.size() == 2);
      String text = world.posts.getLast().text();
      assertTrue(text.startsWith("Screenshot: one.png http"), text);
    }
  }
}
