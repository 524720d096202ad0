package gameday.pipeline.server;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.mocks.slack.SlackMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Slack is down for ten minutes while many users of one session have the same trouble. Every build
 * plays it with a few; {@code mvn verify -Pbench} with two thousand.
 */
class GroupedOutageTest {
  private static final String SAME = "no sound";
  private static final String ALSO_AFFECTED = "Also affected: ";

  /** Slack cuts what is longer, without saying so. */
  private static final int SLACK_CUTS_AT = 40_000;

  @TempDir private Path dir;

  /** Who asks, numbered from one, in the order of their escalations. */
  private record Crowd(List<String> conversations, IntPredicate hasTheSame) {
    int size() {
      return conversations.size();
    }

    String issue(int number) {
      return hasTheSame.test(number) ? SAME : "no picture (" + number + ")";
    }

    List<String> webhooks() {
      return numbers().mapToObj(number -> Sender.escalation(note(number))).toList();
    }

    private Sender.Note note(int number) {
      return new Sender.Note(
          // Beyond the mock's own.
          1_000_000 + number,
          conversations.get(number - 1),
          email(number),
          "Issue: " + issue(number) + "\\nPage: " + MockedWorld.PANEL);
    }

    IntStream numbers() {
      return IntStream.rangeClosed(1, size());
    }

    static String email(int number) {
      return "q" + number + "@example.org";
    }

    /** The issue of each thread, in order: one for all who have the same. */
    List<String> threads() {
      return numbers().mapToObj(this::issue).distinct().toList();
    }

    /** Whoever has the same, in order, but the first, whom the thread's first message names. */
    List<String> joiners() {
      return numbers().filter(hasTheSame).skip(1).mapToObj(Crowd::email).toList();
    }
  }

  @Test
  void putsSixtyWithTheSameTroubleIntoOneThreadWhenItIsBack() throws Exception {
    backAfterTenMinutes(60, number -> true);
  }

  @Test
  void keepsTheOrderOfSixtyOfWhomHalfHaveTheSameTrouble() throws Exception {
    backAfterTenMinutes(60, number -> number % 2 == 1);
  }

  @Test
  @Tag("bench")
  void putsTwoThousandWithTheSameTroubleIntoOneThreadWhenItIsBack() throws Exception {
    backAfterTenMinutes(2_000, number -> true);
  }

  @Test
  @Tag("bench")
  void keepsTheOrderOfTwoThousandOfWhomHalfHaveTheSameTrouble() throws Exception {
    backAfterTenMinutes(2_000, number -> number % 2 == 1);
  }

  private void backAfterTenMinutes(int escalations, IntPredicate hasTheSame) throws Exception {
    try (SlackOutage outage = new SlackOutage(dir)) {
      MockedWorld world = outage.world;
      Crowd crowd = new Crowd(ask(world, escalations), hasTheSame);
      outage.begin();
      outage.escalate(crowd.webhooks());
      outage.end();

      await().atMost(SlackOutage.LONG).until(() -> isAllPosted(world, crowd));
      outage.print(escalations, "all stand");
      // Only now, so that it was known what comes in which order.
      world.reach();
      List<SlackMessage> roots = roots(world);
      roots.forEach(root -> world.answer(root, answer(root)));
      await().atMost(SlackOutage.LONG).until(() -> world.inHelpChat.noted.size() >= escalations);
      outage.print(escalations, "all are answered");
      // Whatever came twice would come about now.
      await()
          .atMost(SlackOutage.LONG)
          .during(Duration.ofMillis(300))
          .until(() -> world.inHelpChat.noted.size() == escalations);
      world.stopPipeline();

      assertEquals(crowd.threads(), roots.stream().map(GroupedOutageTest::issue).toList());
      assertNamesAllOnce(world, crowd);
      assertEquals(answers(crowd, roots), world.inHelpChat.noted.stream().sorted().toList());
      outage.assertKeptThePace();
    }
  }

  private static List<String> ask(MockedWorld world, int users) throws Exception {
    List<String> conversations = new ArrayList<>();
    for (int number = 1; number <= users; number++) {
      conversations.add(world.ask("q" + number));
    }
    return conversations;
  }

  private static boolean isAllPosted(MockedWorld world, Crowd crowd) {
    return roots(world).size() >= crowd.threads().size()
        && joiners(world).count() >= crowd.joiners().size();
  }

  private static List<SlackMessage> roots(MockedWorld world) {
    return world.posts.stream()
        .filter(SlackMessage::byBot)
        .filter(post -> post.threadTs().isEmpty())
        .toList();
  }

  private static List<SlackMessage> namings(MockedWorld world) {
    return world.posts.stream()
        .filter(SlackMessage::byBot)
        .filter(post -> post.threadTs().isPresent())
        .toList();
  }

  /** Whom messages in threads name. */
  private static Stream<String> joiners(MockedWorld world) {
    return namings(world).stream()
        .map(post -> post.text().substring(ALSO_AFFECTED.length()))
        .flatMap(names -> Stream.of(names.split(", ")));
  }

  private static void assertNamesAllOnce(MockedWorld world, Crowd crowd) {
    SlackMessage first = roots(world).getFirst();
    assertTrue(first.text().contains("*Affected users:* " + Crowd.email(1)), first::text);
    for (SlackMessage naming : namings(world)) {
      assertEquals(Optional.of(first.ts()), naming.threadTs());
      assertTrue(naming.text().startsWith(ALSO_AFFECTED), naming::text);
      assertTrue(naming.text().length() < SLACK_CUTS_AT, naming::text);
    }
    assertEquals(crowd.joiners(), joiners(world).toList());
  }

  /** For each conversation the answer in the thread of its issue, once. */
  private static List<Heard.Note> answers(Crowd crowd, List<SlackMessage> roots) {
    List<String> threads = crowd.threads();
    return crowd
        .numbers()
        .mapToObj(
            number -> {
              SlackMessage root = roots.get(threads.indexOf(crowd.issue(number)));
              return new Heard.Note(
                  crowd.conversations().get(number - 1), MockedWorld.noteOf(root, answer(root)));
            })
        .sorted()
        .toList();
  }

  private static String answer(SlackMessage root) {
    return "Reload the page: " + issue(root);
  }

  private static String issue(SlackMessage root) {
    return root.text().lines().toList().get(1).replace("*Issue:* ", "");
  }
}
