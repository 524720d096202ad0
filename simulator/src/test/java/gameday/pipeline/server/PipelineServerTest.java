package gameday.pipeline.server;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.pipeline.products.Seal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipelineServerTest {
  @TempDir private Path dir;
  private OneServer world;
  private Outside outside;
  private Sender sender;

  @BeforeEach
  void startServer() throws IOException, SQLException {
    world = new OneServer(dir).start();
    outside = world.outside;
    sender = world.sender();
  }

  @AfterEach
  void stopServer() throws SQLException {
    world.close();
  }

  private void awaitSlackMessages(int count) {
    await().until(() -> outside.slackMessages().size() == count);
  }

  @Test
  void postsOnceThoughTheWebhookComesTwice() throws Exception {
    int asked = sender.chatwoot(Sender.question(7));
    int first = sender.chatwoot(Sender.escalation(7));
    int again = sender.chatwoot(Sender.escalation(7));
    sender.chatwoot(Sender.escalation(8));

    awaitSlackMessages(2);
    assertEquals(List.of(200, 200, 200), List.of(asked, first, again));
    assertEquals(
        List.of(1L, 1L),
        List.of("no sound (7)", "no sound (8)").stream()
            .map(
                issue ->
                    outside.slackMessages().stream()
                        .filter(message -> message.get("text").contains(issue))
                        .count())
            .toList());
  }

  @Test
  void bringsTheAnswerBackOnceThoughTheEventComesTwice() throws Exception {
    sender.chatwoot(Sender.escalation(7));
    awaitSlackMessages(1);
    String ts = outside.slackMessages().getFirst().get("ts");

    sender.slack(Sender.answer(ts, "Ev1"));
    sender.slack(Sender.answer(ts, "Ev2"));
    sender.chatwoot(Sender.escalation(8));

    awaitSlackMessages(2);
    await().until(() -> !outside.chatMessages().isEmpty());
    ObjectNode note = outside.chatMessages().getFirst();
    assertEquals(1, outside.chatMessages().size());
    assertEquals("Answer from Slack (thread " + ts + "):\na < b", note.path("content").asText());
    assertTrue(note.path("private").asBoolean());
  }

  @Test
  void refusesWhatIsForgedStaleUnsignedOrHuge() throws Exception {
    String path = "/webhooks/help-chat";
    String body = Sender.escalation(7);
    Instant now = Instant.now();

    int forged = sender.send(path, Seal.CHATWOOT, body, now, "another secret");
    int stale = sender.send(path, Seal.CHATWOOT, body, now.minusSeconds(302), Sender.SECRET);
    int unsigned = sender.unsigned(path, body.getBytes(StandardCharsets.UTF_8));
    int huge = sender.unsigned(path, new byte[(1 << 20) + 1]);
    int genuine = sender.chatwoot(Sender.escalation(8));

    awaitSlackMessages(1);
    assertEquals(List.of(401, 401, 401, 413, 200), List.of(forged, stale, unsigned, huge, genuine));
    assertTrue(outside.slackMessages().getFirst().get("text").contains("(8)"));
  }

  @Test
  void finishesTheOutboxAfterARestartAndRepeatsNothing() throws Exception {
    sender.chatwoot(Sender.escalation(7));
    awaitSlackMessages(1);
    outside.nextSlackPosts(
        Outside.Trouble.DOWN, Outside.Trouble.DOWN, Outside.Trouble.DOWN, Outside.Trouble.DOWN);
    sender.chatwoot(Sender.escalation(8));
    await().until(() -> outside.slackCallNanos().size() >= 2);

    world.server().stop();
    sender = world.start().sender();

    awaitSlackMessages(2);
    sender.chatwoot(Sender.escalation(7));
    sender.slack(Sender.answer(outside.slackMessages().getFirst().get("ts"), "Ev1"));
    await().until(() -> !outside.chatMessages().isEmpty());
    assertEquals(2, outside.slackMessages().size());
  }

  @Test
  void waitsAsLongAsSlackAsks() throws Exception {
    outside.nextSlackPosts(Outside.Trouble.TOO_MANY);

    sender.chatwoot(Sender.escalation(7));
    sender.chatwoot(Sender.escalation(8));

    awaitSlackMessages(2);
    List<Long> calls = outside.slackCallNanos();
    assertEquals(3, calls.size());
    assertTrue(calls.get(1) - calls.get(0) >= Duration.ofSeconds(1).toNanos());
  }

  @Test
  void postsOnceThoughSlackAcceptsAndThenHangsUp() throws Exception {
    outside.nextSlackPosts(Outside.Trouble.ACCEPTED_THEN_LOST);

    sender.chatwoot(Sender.escalation(7));

    awaitSlackMessages(1);
    String ts = outside.slackMessages().getFirst().get("ts");
    sender.slack(Sender.answer(ts, "Ev1"));
    await().until(() -> outside.chatMessages().size() == 1);
    assertEquals(1, outside.slackCallNanos().size());
  }
}
