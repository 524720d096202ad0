package gameday.pipeline.server;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gameday.mocks.faults.Fault;
import gameday.mocks.slack.SlackMessage;
import gameday.process.AnswerRoute;
import gameday.process.Deadlines;
import gameday.process.EscalationProcess;
import gameday.process.EscalationWay;
import gameday.process.HelpChatProduct;
import gameday.process.Profile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever goes wrong on the way, everybody is told, and told once. */
class PipelineUnderFaultsTest {
  private static final int HUNDREDFOLD = 100;
  private static final Duration NEVER = Duration.ofHours(24);
  private static final EscalationProcess BY_NOTE =
      new EscalationProcess(
          Profile.CURRENT,
          EscalationWay.NOTE,
          AnswerRoute.THROUGH_AGENT,
          new Deadlines(NEVER, NEVER, NEVER.plusHours(1)));

  @TempDir private Path dir;

  static List<Fault> ofCalls() {
    return List.of(
        new Fault.Errors(0.7, 500),
        new Fault.ErrorWords(0.7, "internal_error", 0.5),
        new Fault.RateLimits(0.5, OptionalInt.of(1)),
        new Fault.RateLimits(0.5, OptionalInt.empty()),
        new Fault.LostCalls(0.7),
        new Fault.LostAnswers(0.7),
        new Fault.CutAnswers(0.7, 0.5),
        new Fault.ErrorPages(0.7, 502, 0.5),
        new Fault.ErrorPages(0.7, 200, 0.5),
        new Fault.RevokedToken());
  }

  static List<Fault> ofWebhooks() {
    return List.of(
        new Fault.DuplicatedWebhooks(1),
        new Fault.RepeatedWebhooks(1, 11),
        new Fault.ReorderedWebhooks(0.5));
  }

  @ParameterizedTest
  @MethodSource("ofCalls")
  void saysEverythingOnceThoughCallsFail(Fault fault) throws Exception {
    try (MockedWorld world = world()) {
      begin(world, fault);
      escalate(world, 3);
      forAWhile(world, fault);
      world.awaitPosts(3);
      begin(world, fault);
      List<String> notes = answerAll(world, 3);
      forAWhile(world, fault);

      settle(world, 3);
      assertEquals(notes, world.inHelpChat.notes.stream().sorted().toList());
      assertEquals(3 + 3, world.posts.size());
    }
  }

  @ParameterizedTest
  @MethodSource("ofWebhooks")
  void saysEverythingOnceWhateverItIsToldHowOftenAndInWhichOrder(Fault fault) throws Exception {
    try (MockedWorld world = world()) {
      begin(world, fault);
      escalate(world, 5);
      world.awaitPosts(5);
      List<String> notes = answerAll(world, 5);

      settle(world, 5);
      assertEquals(notes, world.inHelpChat.notes.stream().sorted().toList());
      assertEquals(5 + 5, world.posts.size());
    }
  }

  private MockedWorld world() throws Exception {
    MockedWorld world = new MockedWorld(HelpChatProduct.CHATWOOT, BY_NOTE, dir, HUNDREDFOLD);
    world.startPipeline();
    world.reach();
    return world;
  }

  private static void begin(MockedWorld world, Fault fault) {
    world.mocks.faults().begin("slack " + fault, "slack", fault);
    world.mocks.faults().begin("help-chat " + fault, "help-chat", fault);
  }

  /** Lets a fault go on until some calls have failed, then ends it. */
  private static void forAWhile(MockedWorld world, Fault fault) {
    int before = world.calls.size();
    await().until(() -> world.calls.size() >= before + 4 || world.calls.size() >= 12);
    world.mocks.faults().end("slack " + fault);
    world.mocks.faults().end("help-chat " + fault);
  }

  private static void escalate(MockedWorld world, int number) throws Exception {
    for (int n = 0; n < number; n++) {
      world.takeAndNote(world.ask("user" + n), "/escalate\nIssue: no sound for " + n);
    }
  }

  /** Each issue is answered; the notes that must come of it, sorted. */
  private static List<String> answerAll(MockedWorld world, int number) {
    List<SlackMessage> roots =
        world.posts.stream().filter(post -> post.threadTs().isEmpty()).limit(number).toList();
    List<String> notes = new ArrayList<>();
    for (SlackMessage root : roots) {
      String answer = "Use Chrome for " + root.ts();
      world.answer(root, answer);
      notes.add(MockedWorld.noteOf(root, answer));
    }
    return notes.stream().sorted().toList();
  }

  /** All notes have come, and nothing comes after them. */
  private static void settle(MockedWorld world, int notes) {
    await()
        .until(
            () -> world.inHelpChat.notes.size() >= notes && world.mocks.pendingDeliveries() == 0);
    await()
        .during(Duration.ofMillis(300))
        .until(
            () -> world.inHelpChat.notes.size() >= notes && world.mocks.pendingDeliveries() == 0);
  }
}
