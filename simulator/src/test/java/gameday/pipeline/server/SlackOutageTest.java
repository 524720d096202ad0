package gameday.pipeline.server;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.mocks.MockSettings;
import gameday.mocks.faults.Fault;
import gameday.mocks.slack.SlackMessage;
import gameday.pipeline.products.Seal;
import gameday.process.AnswerRoute;
import gameday.process.Deadlines;
import gameday.process.EscalationProcess;
import gameday.process.EscalationWay;
import gameday.process.Profile;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Slack is down for ten minutes while escalations go on. Every build plays it with a few; {@code
 * mvn verify -Pbench} with two thousand.
 */
class SlackOutageTest {
  private static final int SPEED = 200;
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
  private static final Duration LONG = Duration.ofMinutes(3);
  private static final Duration NEVER = Duration.ofDays(300);
  private static final int TOO_MANY = 429;

  @TempDir private Path dir;

  @Test
  void postsSixtyInOrderAndAtThePermittedPaceWhenItIsBack() throws Exception {
    backAfterTenMinutes(60);
  }

  @Test
  @Tag("bench")
  void postsTwoThousandInOrderAndAtThePermittedPaceWhenItIsBack() throws Exception {
    backAfterTenMinutes(2_000);
  }

  private void backAfterTenMinutes(int escalations) throws Exception {
    try (MockedWorld world = world()) {
      world.startPipeline();
      long heapBefore = heapKib();
      Fault outage = new Fault.Outage();
      world.mocks.faults().begin("outage", "slack", outage);
      long down = System.nanoTime();
      escalate(world, escalations);
      awaitEnd(down);
      assertEquals(0, world.posts.size());
      long heapWaiting = heapKib();
      world.mocks.faults().end("outage");
      long back = System.nanoTime();

      await().atMost(LONG).until(() -> world.posts.size() >= escalations);
      long took = System.nanoTime() - back;
      world.stopPipeline();

      assertEquals(expected(escalations), issues(world));
      assertKeepsThePace(world, back);
      System.out.printf(
          "%d escalations: all stand %.1f s (%.0f s of event time) after Slack was back, %d posts"
              + " were told to wait; heap %.1f MiB before, %.1f MiB with all of them waiting%n",
          escalations,
          took / 1e9,
          took / 1e9 * SPEED,
          told(world, back).size(),
          heapBefore / 1_024.0,
          heapWaiting / 1_024.0);
    }
  }

  private MockedWorld world() throws Exception {
    return new MockedWorld(
        MockSettings.standard().seed(42).speed(SPEED),
        new EscalationProcess(
            Profile.CURRENT,
            EscalationWay.NOTE,
            AnswerRoute.THROUGH_AGENT,
            new Deadlines(NEVER, NEVER, NEVER.plusDays(1))),
        dir);
  }

  /** Each stored before the next is sent, so that their order is known. */
  private static void escalate(MockedWorld world, int escalations) throws Exception {
    Sender sender = new Sender(world.port());
    String secret = world.environment.get("HELP_CHAT_WEBHOOK_SECRET");
    for (int n = 1; n <= escalations; n++) {
      int status =
          sender.send(
              "/webhooks/help-chat", Seal.CHATWOOT, Sender.escalation(n), Instant.now(), secret);
      assertEquals(200, status);
    }
  }

  private static void awaitEnd(long down) {
    long until = down + TEN_MINUTES.dividedBy(SPEED).toNanos();
    await().atMost(LONG).until(() -> System.nanoTime() - until > 0);
  }

  private static List<String> expected(int escalations) {
    return IntStream.rangeClosed(1, escalations).mapToObj("no sound (%d)"::formatted).toList();
  }

  private static List<String> issues(MockedWorld world) {
    return world.posts.stream()
        .map(SlackMessage::text)
        .map(text -> text.lines().toList().get(1).replace("*Issue:* ", ""))
        .toList();
  }

  /** Told once at most, and after that never earlier than allowed. */
  private static void assertKeepsThePace(MockedWorld world, long back) {
    List<MockedWorld.Post> told = told(world, back);
    assertTrue(told.size() <= 1, told::toString);
    if (told.isEmpty()) {
      // A machine under load is slower than Slack allows, all by itself.
      return;
    }
    long waits = told.getFirst().atNanos();
    List<MockedWorld.Post> after =
        world.slackPosts.stream().filter(post -> post.atNanos() - waits > 0).toList();
    assertTrue(after.getFirst().atNanos() - waits >= Duration.ofMillis(950).toNanos());
    long span = after.getLast().atNanos() - after.getFirst().atNanos();
    // A message a second of Slack's clock, and what one may be noticed late.
    double permitted = span / 1e9 * SPEED + 40;
    assertTrue(after.size() <= permitted, () -> after.size() + " calls, permitted " + permitted);
  }

  private static List<MockedWorld.Post> told(MockedWorld world, long back) {
    return world.slackPosts.stream()
        .filter(post -> post.atNanos() - back > 0 && post.status() == TOO_MANY)
        .toList();
  }

  private static long heapKib() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1_024;
  }
}
