package gameday.pipeline.server;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gameday.mocks.slack.SlackMessage;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Slack is down for ten minutes while escalations go on, each of another trouble. Every build plays
 * it with a few; {@code mvn verify -Pbench} with two thousand.
 */
class SlackOutageTest {
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
    try (SlackOutage outage = new SlackOutage(dir)) {
      outage.begin();
      outage.escalate(IntStream.rangeClosed(1, escalations).mapToObj(Sender::escalation).toList());
      outage.end();

      List<SlackMessage> posts = outage.world.posts;
      await().atMost(SlackOutage.LONG).until(() -> posts.size() >= escalations);
      outage.print(escalations, "all stand");
      outage.world.stopPipeline();

      assertEquals(expected(escalations), posts.stream().map(SlackOutageTest::issue).toList());
      outage.assertKeptThePace();
    }
  }

  private static List<String> expected(int escalations) {
    return IntStream.rangeClosed(1, escalations).mapToObj("no sound (%d)"::formatted).toList();
  }

  private static String issue(SlackMessage post) {
    return post.text().lines().toList().get(1).replace("*Issue:* ", "");
  }
}
