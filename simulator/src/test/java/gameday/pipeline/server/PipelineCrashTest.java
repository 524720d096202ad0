package gameday.pipeline.server;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.contract.PipelineVariable;
import gameday.mocks.slack.SlackMessage;
import gameday.pipeline.store.Database;
import gameday.pipeline.store.PostgresServer;
import gameday.process.AnswerRoute;
import gameday.process.Deadlines;
import gameday.process.EscalationProcess;
import gameday.process.EscalationWay;
import gameday.process.HelpChatProduct;
import gameday.process.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PipelineCrashTest {
  private static final int BURST = 30;
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final EscalationProcess BY_NOTE =
      new EscalationProcess(
          Profile.CURRENT, EscalationWay.NOTE, AnswerRoute.THROUGH_AGENT, Deadlines.DEFAULT);

  private final Set<SlackMessage> answered = new HashSet<>();

  /** Which database the pipeline is told to use. */
  private enum Kind {
    SQLITE,
    POSTGRES
  }

  @ParameterizedTest
  @EnumSource
  void losesNothingAndRepeatsNothingWhenItIsKilledInTheMiddleOfABurst(Kind kind, @TempDir Path dir)
      throws Exception {
    Path log = dir.resolve("pipeline.log");
    try (MockedWorld world = new MockedWorld(HelpChatProduct.CHATWOOT, BY_NOTE, dir)) {
      if (kind == Kind.POSTGRES) {
        useNewPostgres(world);
      }
      List<Process> runs = new ArrayList<>();
      try {
        int port = PipelineProgram.freePort();
        world.reach(port);
        runs.add(startOn(port, world, log));
        burst(world, runs.getFirst());
        runs.getFirst().onExit().join();
        runs.add(startOn(port, world, log));
        finish(world);
        runs.getLast().destroy();
        runs.getLast().onExit().join();
      } finally {
        runs.forEach(Process::destroyForcibly);
      }

      assertTrue(Set.of(0, 143).contains(runs.getLast().exitValue()));
      assertAllIsSaidOnce(world);
      assertKeepsSecrets(Files.readString(log), world);
    }
  }

  @Test
  void losesNothingAndRepeatsNothingWhenOneOfTwoInstancesIsKilledForGood(@TempDir Path dir)
      throws Exception {
    Path log = dir.resolve("pipeline.log");
    List<Integer> ports = List.of(PipelineProgram.freePort(), PipelineProgram.freePort());
    try (MockedWorld world = new MockedWorld(HelpChatProduct.CHATWOOT, BY_NOTE, dir);
        TurnAbout front = new TurnAbout(ports)) {
      useNewPostgres(world);
      world.reach(front.port());
      List<Process> runs = new ArrayList<>();
      try {
        for (int port : ports) {
          runs.add(startOn(port, world, log));
        }
        burst(world, runs.getFirst());
        finish(world);
      } finally {
        runs.forEach(Process::destroyForcibly);
        runs.forEach(run -> run.onExit().join());
      }

      assertAllIsSaidOnce(world);
      assertKeepsSecrets(Files.readString(log), world);
    }
  }

  private static void useNewPostgres(MockedWorld world) throws SQLException {
    Database.Postgres database = PostgresServer.newDatabase();
    world.environment.put("GAMEDAY_DATABASE_URL", database.url());
    world.environment.put("GAMEDAY_DATABASE_USER", database.user());
  }

  private static Process startOn(int port, MockedWorld world, Path log) throws IOException {
    world.environment.put("PORT", Integer.toString(port));
    Process pipeline = PipelineProgram.start(world.environment, log);
    await().atMost(LONG).until(() -> PipelineProgram.isHealthy(port));
    return pipeline;
  }

  private void finish(MockedWorld world) {
    await().atMost(LONG).until(() -> issues(world).size() >= BURST);
    answerAll(world);
    await().atMost(LONG).until(() -> world.inHelpChat.notes.size() >= BURST);
  }

  private void assertAllIsSaidOnce(MockedWorld world) {
    assertEquals(
        IntStream.range(0, BURST).mapToObj(PipelineCrashTest::issue).toList(), issues(world));
    assertEquals(
        answered.stream().map(PipelineCrashTest::note).sorted().toList(),
        world.inHelpChat.notes.stream().sorted().toList());
  }

  /** Note after note; in the middle of them the first answers come, and the kill. */
  private void burst(MockedWorld world, Process pipeline) throws Exception {
    List<String> conversations = new ArrayList<>();
    for (int at = 0; at < BURST; at++) {
      conversations.add(world.ask("q" + at));
    }
    for (int at = 0; at < BURST; at++) {
      world.takeAndNote(conversations.get(at), "/escalate\nIssue: " + issue(at));
      if (at == BURST / 2) {
        world.awaitPosts(3);
        answerAll(world);
        pipeline.destroyForcibly();
      }
    }
  }

  private void answerAll(MockedWorld world) {
    for (SlackMessage post : world.posts) {
      if (post.byBot() && post.threadTs().isEmpty() && answered.add(post)) {
        world.answer(post, answer(post));
      }
    }
  }

  private static String issue(int number) {
    return "no sound (%02d)".formatted(number);
  }

  private static String answer(SlackMessage post) {
    return "Reload the page: " + issueOf(post);
  }

  private static String note(SlackMessage post) {
    return MockedWorld.noteOf(post, answer(post));
  }

  private static String issueOf(SlackMessage post) {
    return post.text().lines().toList().get(1).replace("*Issue:* ", "");
  }

  private static List<String> issues(MockedWorld world) {
    return world.posts.stream()
        .filter(SlackMessage::byBot)
        // Where the machine is slow, a reminder may stand in a thread.
        .filter(post -> post.threadTs().isEmpty())
        .map(PipelineCrashTest::issueOf)
        .sorted()
        .toList();
  }

  private static void assertKeepsSecrets(String log, MockedWorld world) {
    assertTrue(log.contains("event=delivered"), log);
    for (PipelineVariable variable : PipelineVariable.values()) {
      String value = world.environment.getOrDefault(variable.name(), "");
      if (variable.isSecret() && !value.isEmpty()) {
        assertFalse(log.contains(value), variable.name());
      }
    }
  }
}
