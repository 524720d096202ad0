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
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A Slack that is down for ten minutes, and the pipeline that escalations go on to reach. */
final class SlackOutage implements AutoCloseable {
  /** How long a test waits for what two thousand escalations may take on a busy machine. */
  static final Duration LONG = Duration.ofMinutes(3);

  private static final int SPEED = 200;
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
  private static final Duration NEVER = Duration.ofDays(300);
  private static final int TOO_MANY = 429;

  final MockedWorld world;
  private final long heapBefore;
  private long heapWaiting;
  private long downNanos;
  private long backNanos;

  /** Everything works yet; a slow machine must not part what belongs together. */
  SlackOutage(Path dir) throws Exception {
    world =
        new MockedWorld(
            MockSettings.standard().seed(42).speed(SPEED),
            new EscalationProcess(
                Profile.CURRENT,
                EscalationWay.NOTE,
                AnswerRoute.THROUGH_AGENT,
                new Deadlines(NEVER, NEVER, NEVER.plusDays(1)),
                NEVER),
            dir);
    world.startPipeline();
    heapBefore = heapKib();
  }

  /** Slack is down from now on. */
  void begin() {
    world.mocks.faults().begin("outage", "slack", new Fault.Outage());
    downNanos = System.nanoTime();
  }

  /** Escalations come, each stored before the next is sent, so that their order is known. */
  void escalate(List<String> webhooks) throws Exception {
    Sender sender = new Sender(world.port());
    String secret = world.environment.get("HELP_CHAT_WEBHOOK_SECRET");
    for (String body : webhooks) {
      int status = sender.send("/webhooks/help-chat", Seal.CHATWOOT, body, Instant.now(), secret);
      assertEquals(200, status);
    }
  }

  /** Waits for the end of the ten minutes, in which nothing got through; Slack is back. */
  void end() {
    long until = downNanos + TEN_MINUTES.dividedBy(SPEED).toNanos();
    await().atMost(LONG).until(() -> System.nanoTime() - until > 0);
    assertEquals(0, world.posts.size());
    heapWaiting = heapKib();
    world.mocks.faults().end("outage");
    backNanos = System.nanoTime();
  }

  /** Says how it went until now. */
  void print(int escalations, String what) {
    double took = (System.nanoTime() - backNanos) / 1e9;
    System.out.printf(
        "%d escalations: %s %.1f s (%.0f s of event time) after Slack was back, %d posts, of which"
            + " %d were told to wait; heap %.1f MiB before, %.1f with all of them waiting, %.1f"
            + " now%n",
        escalations,
        what,
        took,
        took * SPEED,
        world.posts.stream().filter(SlackMessage::byBot).count(),
        told().size(),
        heapBefore / 1_024.0,
        heapWaiting / 1_024.0,
        heapKib() / 1_024.0);
  }

  /** Told once at most, and after that never earlier than allowed. */
  void assertKeptThePace() {
    List<MockedWorld.Post> told = told();
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

  private List<MockedWorld.Post> told() {
    return world.slackPosts.stream()
        .filter(post -> post.atNanos() - backNanos > 0 && post.status() == TOO_MANY)
        .toList();
  }

  private static long heapKib() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1_024;
  }

  @Override
  public void close() throws SQLException {
    world.close();
  }
}
