package gameday.pipeline.server;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.mocks.slack.SlackMessage;
import gameday.process.AnswerRoute;
import gameday.process.Deadlines;
import gameday.process.EscalationProcess;
import gameday.process.EscalationWay;
import gameday.process.HelpChatProduct;
import gameday.process.Profile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One small day, again and again, each time with a kill at the next moment that can be seen from
 * outside: a call that was carried out and not answered yet, and a webhook just acknowledged. Where
 * {@code KilledPipelineTest} draws moments, this leaves none out; every build plays some of them.
 */
class KilledAtEveryStepTest {
  private static final Duration LONG = Duration.ofSeconds(90);
  private static final Duration NEVER = Duration.ofDays(100);
  private static final EscalationProcess BY_NOTE =
      new EscalationProcess(
          Profile.CURRENT,
          EscalationWay.NOTE,
          AnswerRoute.THROUGH_AGENT,
          new Deadlines(NEVER, NEVER, NEVER.plusDays(1)));

  @TempDir private Path dir;

  @Test
  void saysEverythingOnceThoughItIsKilledAtSomeSteps() throws Exception {
    int steps = play(0);
    for (int step = 1; step <= steps; step += Math.max(1, steps / 3)) {
      play(step);
    }
  }

  @Test
  @Tag("bench")
  void saysEverythingOnceWheneverItIsKilled() throws Exception {
    long start = System.nanoTime();
    int steps = play(0);
    assertTrue(steps > 9, () -> "only " + steps);
    for (int step = 1; step <= steps; step++) {
      play(step);
    }
    System.out.printf(
        "killed at each of %d steps in %.0f s%n", steps, (System.nanoTime() - start) / 1e9);
  }

  /** Plays the day with a kill at {@code killAt}, none if 0; how many steps there were. */
  private int play(int killAt) throws Exception {
    Path here = Files.createDirectories(dir.resolve("step-" + killAt));
    try (MockedWorld world = new MockedWorld(HelpChatProduct.CHATWOOT, BY_NOTE, here, 100)) {
      Runs runs = new Runs(world, here.resolve("log"));
      AtomicInteger steps = new AtomicInteger();
      world.step =
          () -> {
            if (steps.incrementAndGet() == killAt) {
              runs.killAndStartAgain();
            }
          };
      try {
        runs.start();
        await().atMost(LONG).until(() -> PipelineProgram.isHealthy(runs.port));
        day(world);
        settle(world);
      } catch (RuntimeException | Error e) {
        throw new AssertionError("killed at step " + killAt + ": " + world.calls, e);
      } finally {
        world.step = () -> {};
        runs.end();
      }
      assertSaidOnce(world, killAt);
      return steps.get();
    }
  }

  /** The pipeline's processes, one after the other. */
  private static final class Runs {
    final int port;
    private final MockedWorld world;
    private final Path log;
    private final List<Process> processes = new CopyOnWriteArrayList<>();

    Runs(MockedWorld world, Path log) throws IOException {
      this.world = world;
      this.log = log;
      this.port = PipelineProgram.freePort();
      world.environment.put("PORT", Integer.toString(port));
      world.reach(port);
    }

    void start() {
      try {
        processes.add(PipelineProgram.start(world.environment, log));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    void killAndStartAgain() {
      processes.getLast().destroyForcibly().onExit().join();
      start();
    }

    void end() {
      processes.forEach(process -> process.destroyForcibly().onExit().join());
    }
  }

  private static void day(MockedWorld world) throws Exception {
    world.takeAndNote(world.ask("ada"), "/escalate\nIssue: no sound");
    String question = world.askInModChat();
    assertTrue(world.modChat.take(question, world.modChatAgent));
    assertTrue(world.modChat.note(question, world.modChatAgent, "/escalate\nIssue: no camera"));
    await().atMost(LONG).until(() -> roots(world).size() >= 2);
    for (SlackMessage root : roots(world)) {
      world.answer(root, "Use Chrome for " + root.ts());
    }
  }

  /** All notes have come, and nothing comes after them. */
  private static void settle(MockedWorld world) {
    await().atMost(LONG).until(() -> isOver(world));
    await().atMost(LONG).during(Duration.ofMillis(300)).until(() -> isOver(world));
  }

  private static boolean isOver(MockedWorld world) {
    return world.mocks.pendingDeliveries() == 0
        && !world.inHelpChat.notes.isEmpty()
        && !world.inModChat.notes.isEmpty();
  }

  private static void assertSaidOnce(MockedWorld world, int killAt) {
    String when = "killed at step " + killAt + ": " + world.calls;
    assertEquals(List.of("no camera", "no sound"), issues(world), when);
    List<String> notes =
        Stream.concat(world.inHelpChat.notes.stream(), world.inModChat.notes.stream())
            .sorted()
            .toList();
    List<String> expected =
        roots(world).stream()
            .map(root -> MockedWorld.noteOf(root, "Use Chrome for " + root.ts()))
            .sorted()
            .toList();
    assertEquals(expected, notes, when);
  }

  private static List<String> issues(MockedWorld world) {
    return roots(world).stream()
        .map(root -> root.text().lines().toList().get(1).replace("*Issue:* ", ""))
        .sorted()
        .toList();
  }

  private static List<SlackMessage> roots(MockedWorld world) {
    return world.posts.stream().filter(post -> post.threadTs().isEmpty()).toList();
  }
}
