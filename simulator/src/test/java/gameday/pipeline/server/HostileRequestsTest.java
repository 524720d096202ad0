package gameday.pipeline.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.process.AnswerRoute;
import gameday.process.Deadlines;
import gameday.process.EscalationProcess;
import gameday.process.EscalationWay;
import gameday.process.HelpChatProduct;
import gameday.process.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever anybody sends to the three inputs: refused in its own words, and nothing changes. */
class HostileRequestsTest {
  private static final EscalationProcess BY_NOTE =
      new EscalationProcess(
          Profile.CURRENT, EscalationWay.NOTE, AnswerRoute.THROUGH_AGENT, Deadlines.DEFAULT);

  @TempDir private Path dir;

  @ParameterizedTest
  @EnumSource(HelpChatProduct.class)
  void refusesWhatIsForgedStaleUnsignedOrHugeAndLearnsNothing(HelpChatProduct product)
      throws Exception {
    try (MockedWorld world = new MockedWorld(product, BY_NOTE, dir)) {
      world.startPipeline();
      List<String> wrong = new ArrayList<>();
      for (Webhook webhook : Webhook.of(product, world)) {
        wrong.addAll(wrongAnswers(world.port(), webhook, HostileRequests.refused(webhook)));
      }
      world.stopPipeline();

      assertEquals(List.of(), wrong);
      assertEquals(List.of(), learnt());
      assertEquals(List.of(), world.posts);
    }
  }

  @ParameterizedTest
  @EnumSource(HelpChatProduct.class)
  void learnsOnceFromWhatIsReplayedAndNothingOnceThatIsStale(HelpChatProduct product)
      throws Exception {
    try (MockedWorld world = new MockedWorld(product, BY_NOTE, dir)) {
      world.startPipeline();
      List<Webhook> webhooks = Webhook.of(product, world);
      Instant recorded = Instant.now();
      List<RawRequest> recordings =
          webhooks.stream().map(it -> it.signed(it.body(), it.secret(), recorded)).toList();
      for (RawRequest recording : recordings) {
        assertEquals(200, recording.send(world.port()).status());
      }
      int posts = product == HelpChatProduct.CHATWOOT ? 2 : 1;
      world.awaitPosts(posts);
      world.stopPipeline();
      List<String> once = learnt();
      world.startPipeline();
      for (RawRequest recording : recordings) {
        assertEquals(200, recording.send(world.port()).status());
      }
      List<String> wrong = new ArrayList<>();
      for (Webhook webhook : webhooks) {
        RawRequest stale =
            webhook.signed(webhook.body(), webhook.secret(), recorded.minusSeconds(310));
        // Intercom signs no time: nothing of it is stale, and nothing is learnt twice.
        HostileRequests.Case old =
            HostileRequests.Case.of("stale", stale, webhook.isDated() ? 401 : 200);
        wrong.addAll(wrongAnswers(world.port(), webhook, List.of(old)));
      }
      world.stopPipeline();

      assertEquals(List.of(), wrong);
      assertTrue(once.size() >= 3, once::toString);
      assertEquals(once, learnt());
      assertEquals(posts, world.posts.size());
    }
  }

  @ParameterizedTest
  @EnumSource(HelpChatProduct.class)
  void survivesNonsenseThatIsSigned(HelpChatProduct product) throws Exception {
    try (MockedWorld world = new MockedWorld(product, BY_NOTE, dir)) {
      world.startPipeline();
      List<String> wrong = new ArrayList<>();
      for (Webhook webhook : Webhook.of(product, world)) {
        wrong.addAll(wrongAnswers(world.port(), webhook, HostileRequests.nonsense(webhook)));
        wrong.addAll(wrongAnswers(world.port(), webhook, HostileRequests.mutations(webhook)));
        assertEquals(200, webhook.genuine().send(world.port()).status());
      }

      assertEquals(List.of(), wrong);
      assertTrue(PipelineProgram.isHealthy(world.port()));
    }
  }

  @Test
  void takesNoPathOrMethodThatItDoesNotKnow() throws Exception {
    try (MockedWorld world = new MockedWorld(HelpChatProduct.CHATWOOT, BY_NOTE, dir)) {
      world.startPipeline();
      for (String path : List.of("/", "/webhooks", "/webhooks/help-chat/", "/slack/events/../x")) {
        RawRequest request = new RawRequest(path, Map.of(), new byte[0], false);
        int status = request.send(world.port()).status();
        assertTrue(status / 100 == 4, () -> path + " was answered " + status);
      }
    }
  }

  private static List<String> wrongAnswers(
      int port, Webhook webhook, List<HostileRequests.Case> cases) throws IOException {
    List<String> wrong = new ArrayList<>();
    for (HostileRequests.Case each : cases) {
      RawRequest.Answer answer = each.request().send(port);
      boolean trace = answer.text().contains("\tat ") || answer.text().contains("Exception");
      if (!each.statuses().contains(answer.status()) || trace) {
        wrong.add(
            "%s, %s: %d, expected %s: %s"
                .formatted(
                    webhook.path(), each.name(), answer.status(), each.statuses(), answer.text()));
      }
    }
    return wrong;
  }

  /** The keys of what the pipeline has learnt from outside, in order. */
  private List<String> learnt() throws Exception {
    List<String> keys = new ArrayList<>();
    Path file = dir.resolve("state").resolve("pipeline.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT key FROM inputs ORDER BY seq")) {
      while (rows.next()) {
        keys.add(rows.getString(1));
      }
    }
    Set<String> own = Set.of("was-away", "caught-up", "tick", "posted", "undeliverable");
    return keys.stream().filter(key -> !own.contains(key.split(":")[0])).toList();
  }
}
