package gameday.pipeline.server;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.mocks.faults.Fault;
import gameday.mocks.slack.SlackMessage;
import gameday.process.AnswerRoute;
import gameday.process.Deadlines;
import gameday.process.EscalationProcess;
import gameday.process.EscalationWay;
import gameday.process.HelpChatProduct;
import gameday.process.Profile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Slack's events by Socket Mode: nothing ever comes to /slack/events, which isn't there. */
class SlackSocketTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final EscalationProcess BY_NOTE =
      new EscalationProcess(
          Profile.CURRENT, EscalationWay.NOTE, AnswerRoute.THROUGH_AGENT, Deadlines.DEFAULT);

  private final AtomicInteger asked = new AtomicInteger();
  @TempDir private Path dir;
  private MockedWorld world;

  @BeforeEach
  void open() throws Exception {
    world = new MockedWorld(HelpChatProduct.CHATWOOT, BY_NOTE, dir);
    world.environment.put("SLACK_MODE", "socket");
    world.environment.remove("SLACK_SIGNING_SECRET");
  }

  @AfterEach
  void close() throws Exception {
    world.close();
  }

  private void start() throws Exception {
    world.startPipeline();
    await().atMost(LONG).until(() -> PipelineProgram.isHealthy(world.port()));
    world.reach();
  }

  private SlackMessage escalate() throws Exception {
    int before = world.posts.size();
    String user = "ada" + asked.incrementAndGet();
    world.takeAndNote(world.ask(user), "/escalate\nIssue: no sound");
    await().atMost(LONG).until(() -> world.posts.size() > before);
    return world.posts.get(before);
  }

  private void awaitNotes(int count) {
    await().atMost(LONG).until(() -> world.inHelpChat.notes.size() >= count);
  }

  @Test
  void isConnectedBeforeItSaysThatItIsUpAndBringsAnswersBack() throws Exception {
    start();

    assertEquals(1, world.mocks.sockets().connections());
    assertTrue(world.mocks.verify(URI.create("http://127.0.0.1:1")).holds());
    SlackMessage post = escalate();
    world.answer(post, "Use Chrome &amp; reload");

    awaitNotes(1);
    assertEquals(List.of(MockedWorld.noteOf(post, "Use Chrome & reload")), world.inHelpChat.notes);
  }

  @Test
  void bringsManyAnswersBackEachOnceInTheirOrder() throws Exception {
    start();
    SlackMessage post = escalate();

    IntStream.range(0, 200).forEach(at -> world.answer(post, "answer " + at));

    awaitNotes(200);
    assertEquals(
        IntStream.range(0, 200).mapToObj(at -> MockedWorld.noteOf(post, "answer " + at)).toList(),
        world.inHelpChat.notes);
  }

  @Test
  void connectsAnewWhenSlackAsksForIt() throws Exception {
    start();
    SlackMessage post = escalate();

    world.mocks.sockets().refresh();
    await().atMost(LONG).until(() -> world.mocks.sockets().connections() == 1);
    world.answer(post, "after the first");
    awaitNotes(1);
    world.mocks.sockets().warn();
    world.answer(post, "after the second");

    awaitNotes(2);
    assertEquals(
        List.of(
            MockedWorld.noteOf(post, "after the first"),
            MockedWorld.noteOf(post, "after the second")),
        world.inHelpChat.notes);
  }

  @Test
  void findsForItselfWhatWasSaidWhileSocketModeWasOff() throws Exception {
    start();
    SlackMessage post = escalate();

    world.mocks.sockets().turnOff();
    await().atMost(LONG).until(() -> ready() == 503);
    world.answer(post, "said meanwhile");
    world.mocks.sockets().turnOn();

    await().atMost(LONG).until(() -> ready() == 200);
    awaitNotes(1);
    assertEquals(List.of(MockedWorld.noteOf(post, "said meanwhile")), world.inHelpChat.notes);
  }

  @Test
  void keepsTryingWhenSlackIsNotThereAtTheStart() throws Exception {
    Fault down = new Fault.ErrorWords(1, "internal_error", 0);
    world.mocks.faults().begin("slack", down);
    world.startPipeline();
    await().atMost(LONG).until(() -> ready() == 503);
    world.mocks.faults().end("slack", down);

    await().atMost(LONG).until(() -> ready() == 200);
    assertEquals(1, world.mocks.sockets().connections());
  }

  @Test
  void endsItsConnectionWhenItStops() throws Exception {
    start();

    world.stopPipeline();

    await().atMost(LONG).until(() -> world.mocks.sockets().connections() == 0);
  }

  private int ready() throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + world.port() + "/ready")).build();
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
  }
}
