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
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Edits and deletions as Slack tells them, all the way to the agent. */
class CorrectedAnswersWithMocksTest {
  private static final EscalationProcess BY_NOTE =
      new EscalationProcess(
          Profile.CURRENT,
          EscalationWay.NOTE,
          AnswerRoute.THROUGH_AGENT,
          new Deadlines(Duration.ofDays(1), Duration.ofDays(1), Duration.ofDays(2)));

  @TempDir private Path dir;

  private static void awaitNotes(MockedWorld world, int count) {
    await().atMost(Duration.ofSeconds(40)).until(() -> world.inHelpChat.notes.size() >= count);
  }

  private SlackMessage escalated(MockedWorld world) throws Exception {
    world.startPipeline();
    world.reach();
    world.takeAndNote(world.ask("ada"), "/escalate\nIssue: no sound");
    await().atMost(Duration.ofSeconds(40)).until(() -> !world.posts.isEmpty());
    return world.posts.getFirst();
  }

  @Test
  void bringsAnEditAndADeletionToTheAgent() throws Exception {
    try (MockedWorld world = new MockedWorld(HelpChatProduct.CHATWOOT, BY_NOTE, dir)) {
      SlackMessage root = escalated(world);
      String ts =
          world.slack.post(world.csm, world.channel, "Use Chrome", Optional.of(root.ts())).get();
      awaitNotes(world, 1);
      assertTrue(world.slack.edit(world.csm, world.channel, ts, "Use Firefox"));
      awaitNotes(world, 2);
      assertTrue(world.slack.delete(world.csm, world.channel, ts));
      awaitNotes(world, 3);

      assertEquals(
          List.of(
              "Answer from Slack (thread " + root.ts() + "):\nUse Chrome",
              "Corrected answer from Slack (thread " + root.ts() + "):\nUse Firefox",
              "The answer from Slack (thread " + root.ts() + ") was withdrawn: \"Use Firefox\""),
          world.inHelpChat.notes);
    }
  }

  @Test
  void findsWhatWasEditedWhileItWasAwayOnce() throws Exception {
    try (MockedWorld world = new MockedWorld(HelpChatProduct.CHATWOOT, BY_NOTE, dir)) {
      SlackMessage root = escalated(world);
      world.stopPipeline();
      Optional<String> thread = Optional.of(root.ts());
      String ts = world.slack.post(world.csm, world.channel, "Use Chrome", thread).get();
      world.slack.edit(world.csm, world.channel, ts, "Use Firefox");

      world.startPipeline();
      awaitNotes(world, 1);
      world.reach();
      world.slack.post(world.csm, world.channel, "Or call us", thread);
      awaitNotes(world, 2);

      assertEquals(
          List.of(
              "Answer from Slack (thread " + root.ts() + "):\nUse Firefox",
              "Answer from Slack (thread " + root.ts() + "):\nOr call us"),
          world.inHelpChat.notes);
    }
  }
}
