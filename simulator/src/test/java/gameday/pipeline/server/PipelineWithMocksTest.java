package gameday.pipeline.server;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.mocks.faults.Fault;
import gameday.mocks.slack.SlackMessage;
import gameday.process.AnswerRoute;
import gameday.process.Deadlines;
import gameday.process.EscalationMessage;
import gameday.process.EscalationProcess;
import gameday.process.EscalationTemplate;
import gameday.process.EscalationWay;
import gameday.process.HelpChatProduct;
import gameday.process.Mention;
import gameday.process.Profile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PipelineWithMocksTest {
  private static final EscalationProcess BY_NOTE =
      new EscalationProcess(
          Profile.CURRENT, EscalationWay.NOTE, AnswerRoute.THROUGH_AGENT, Deadlines.DEFAULT);
  private static final EscalationProcess BY_HAND =
      new EscalationProcess(
          Profile.CURRENT, EscalationWay.BY_HAND, AnswerRoute.STRAIGHT, Deadlines.DEFAULT);

  @TempDir private Path dir;

  private MockedWorld world(HelpChatProduct product, EscalationProcess process) throws Exception {
    MockedWorld world = new MockedWorld(product, process, dir);
    world.startPipeline();
    world.reach();
    return world;
  }

  @ParameterizedTest
  @EnumSource(names = {"CHATWOOT", "INTERCOM"})
  void escalatesAndBringsTheAnswerBackOnceThoughTheAnswersToItsCallsAreLost(HelpChatProduct product)
      throws Exception {
    try (MockedWorld world = world(product, BY_NOTE)) {
      Fault lost = new Fault.LostAnswers(1);
      String conversation = world.ask("ada");

      world.mocks.faults().begin("slack", lost);
      world.takeAndNote(conversation, "/escalate\nIssue: no sound");
      world.awaitPosts(1);
      world.mocks.faults().end("slack", lost);
      SlackMessage post = world.posts.getFirst();
      world.mocks.faults().begin("help-chat", lost);
      world.answer(post, "Use Chrome &amp; reload (ref q-00001)");
      await().until(() -> !world.inHelpChat.notes.isEmpty());
      world.mocks.faults().end("help-chat", lost);
      world.answer(post, "And sign in again");
      await().until(() -> world.inHelpChat.notes.size() > 1);

      assertEquals(
          List.of(
              MockedWorld.noteOf(post, "Use Chrome & reload (ref q-00001)"),
              MockedWorld.noteOf(post, "And sign in again")),
          world.inHelpChat.notes);
      assertTrue(post.text().contains("*Affected users:* ada@example.org"));
      assertEquals(3, world.posts.size());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"CHATWOOT", "INTERCOM"})
  void catchesUpWithANoteAndAnAnswerThatCameWhileItWasDown(HelpChatProduct product)
      throws Exception {
    try (MockedWorld world = world(product, BY_NOTE)) {
      world.takeAndNote(world.ask("ada"), "/escalate\nIssue: no sound");
      world.awaitPosts(1);
      SlackMessage post = world.posts.getFirst();

      world.stopPipeline();
      world.takeAndNote(world.ask("bob"), "/escalate\nIssue: no picture");
      world.answer(post, "Use Chrome (ref q-00001)");
      world.startPipeline();

      // No webhook reaches it yet: all this is what it has read for itself.
      await().until(() -> world.posts.size() == 3 && !world.inHelpChat.notes.isEmpty());
      assertTrue(world.posts.get(2).text().contains("*Issue:* no picture\n"));
      assertTrue(world.posts.get(2).text().contains("*Affected users:* bob@example.org"));
      world.reach();
      world.takeAndNote(world.ask("cem"), "/escalate\nIssue: no chat");
      world.awaitPosts(4);
      assertEquals(
          List.of(MockedWorld.noteOf(post, "Use Chrome (ref q-00001)")), world.inHelpChat.notes);
      assertEquals(4, world.posts.size());
    }
  }

  @Test
  void bringsTheAnswerToAMessagePostedByHandStraightToTheUserOfSmartloop() throws Exception {
    try (MockedWorld world = world(HelpChatProduct.SMARTLOOP, BY_HAND)) {
      String conversation = world.ask("ada");
      assertTrue(world.helpChat.take(conversation, world.helpChatAgent));

      world.slack.post(world.al, world.channel, byHand("ada@example.org"), Optional.empty());
      world.answer(world.posts.getFirst(), "Use Chrome &lt;100 (ref q-00001)");

      await().until(() -> !world.inHelpChat.replies.isEmpty());
      assertEquals(List.of("Use Chrome <100 (ref q-00001)"), world.inHelpChat.replies);
      assertEquals(2, world.posts.size());
    }
  }

  @Test
  void catchesUpWithSmartloopAndWithAMessagePostedByHandWhileItWasDown() throws Exception {
    try (MockedWorld world = world(HelpChatProduct.SMARTLOOP, BY_HAND)) {
      world.stopPipeline();
      String conversation = world.ask("ada");
      assertTrue(world.helpChat.take(conversation, world.helpChatAgent));
      world.slack.post(world.al, world.channel, byHand("ada@example.org"), Optional.empty());
      world.answer(world.posts.getFirst(), "Use Chrome (ref q-00001)");

      world.startPipeline();

      await().until(() -> !world.inHelpChat.replies.isEmpty());
      assertEquals(List.of("Use Chrome (ref q-00001)"), world.inHelpChat.replies);
      assertEquals(2, world.posts.size());
    }
  }

  @Test
  void escalatesANoteOfTheModChatAndBringsTheAnswerBackAsANote() throws Exception {
    try (MockedWorld world = world(HelpChatProduct.CHATWOOT, BY_NOTE)) {
      String question = world.askInModChat();

      assertTrue(world.modChat.take(question, world.modChatAgent));
      assertTrue(world.modChat.note(question, world.modChatAgent, "/escalate\nIssue: no camera"));
      world.awaitPosts(1);
      SlackMessage post = world.posts.getFirst();
      world.answer(post, "Allow the camera (ref q-00009)");

      await().until(() -> !world.inModChat.notes.isEmpty());
      assertTrue(post.text().contains("*Page or session URL:* https://horizon.example/keynote\n"));
      assertTrue(post.text().contains("*Affected users:* sam@speaker.example\n"));
      assertEquals(
          List.of(MockedWorld.noteOf(post, "Allow the camera (ref q-00009)")),
          world.inModChat.notes);
      assertEquals(List.of(), world.inHelpChat.notes);
    }
  }

  private static String byHand(String email) {
    return EscalationMessage.forSlack(
        new Mention.Here(),
        new EscalationTemplate(
            "no sound", "https://horizon.example", List.of(email), Optional.empty()));
  }
}
