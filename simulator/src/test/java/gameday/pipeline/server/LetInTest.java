package gameday.pipeline.server;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.pipeline.Conversation;
import gameday.pipeline.Effect;
import gameday.pipeline.delivery.Attempt;
import gameday.pipeline.products.ModChatDestination;
import gameday.pipeline.settings.Settings;
import gameday.process.AnswerRoute;
import gameday.process.Chat;
import gameday.process.Deadlines;
import gameday.process.EscalationProcess;
import gameday.process.EscalationWay;
import gameday.process.HelpChatProduct;
import gameday.process.Profile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Grants of the Mod chat, from an agent's note to the call. */
class LetInTest {
  private static final EscalationProcess PROCESS =
      new EscalationProcess(
          Profile.CURRENT,
          EscalationWay.NOTE,
          AnswerRoute.THROUGH_AGENT,
          new Deadlines(Duration.ofDays(1), Duration.ofDays(1), Duration.ofDays(2)));

  @TempDir private Path dir;

  private MockedWorld world() throws Exception {
    MockedWorld world = new MockedWorld(HelpChatProduct.CHATWOOT, PROCESS, dir);
    world.startPipeline();
    world.reach();
    return world;
  }

  private static void awaits(Callable<Boolean> condition) {
    await().atMost(Duration.ofSeconds(40)).until(condition);
  }

  private static List<String> grants(MockedWorld world) {
    return world.calls.stream().filter(call -> call.contains("grant")).toList();
  }

  @Test
  void letsInWhomAnAgentNames() throws Exception {
    try (MockedWorld world = world()) {
      String question = world.askInModChat();

      assertTrue(world.modChat.note(question, world.modChatAgent, "/let-in Ada@example.org"));
      awaits(() -> !grants(world).isEmpty());

      assertEquals(1, grants(world).size());
      assertTrue(grants(world).getFirst().contains(" 201 "), grants(world)::toString);
      assertEquals(List.of(), world.inModChat.notes);
    }
  }

  @Test
  void tellsTheAgentHowToWriteIt() throws Exception {
    try (MockedWorld world = world()) {
      String question = world.askInModChat();

      assertTrue(world.modChat.note(question, world.modChatAgent, "/let-in Ada, please"));
      awaits(() -> !world.inModChat.notes.isEmpty());

      assertEquals(
          List.of("Nobody was let in. Write one e-mail address: /let-in ada@example.org"),
          world.inModChat.notes);
      assertEquals(List.of(), grants(world));
    }
  }

  @Test
  void tellsTheAgentWhyTheModChatSaidNo() throws Exception {
    try (MockedWorld world = world()) {
      String question = world.askInModChat();
      ModChatDestination modChat =
          new ModChatDestination(
              new Settings.ModChat(
                  world.environment.get("MOD_CHAT_URL"),
                  world.environment.get("MOD_CHAT_TOKEN"),
                  ""));

      Attempt stranger = modChat.send(letIn(question, "keynote", "nobody"));
      Attempt nowhere = modChat.send(letIn(question, "no-such", world.modChatAgent));

      assertEquals(new Attempt.Refused("not_client_team"), stranger);
      assertEquals(new Attempt.Refused("unknown_session"), nowhere);
    }
  }

  private static Effect.LetIn letIn(String question, String session, String by) {
    return new Effect.LetIn(
        "let-in:" + session + by,
        new Conversation(Chat.MOD, question),
        session,
        "ada@example.org",
        by);
  }
}
