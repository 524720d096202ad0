package gameday.pipeline.server;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.docs.Pages;
import gameday.pipeline.products.Seal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(gameday_\\w+)` \\|([^|]*)\\|");
  private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE (gameday_\\w+) (\\w+)$");
  private static final Pattern NAME = Pattern.compile("\\b(?:gameday_pipeline|jvm|process)_\\w+");

  @TempDir private Path dir;

  private static String page() {
    return Pages.text(Pages.ROOT.resolve("docs/run-on-the-day.md"));
  }

  private static void awaitLine(OneServer world, String line) {
    await().atMost(LONG).until(() -> world.get("/metrics").body().lines().anyMatch(line::equals));
  }

  @Test
  void thePageNamesEveryMetricWithItsLabelsAndNoOther() throws Exception {
    try (OneServer world = new OneServer(dir).start()) {
      String scrape = world.get("/metrics").body();

      TreeMap<String, Set<String>> told = new TreeMap<>();
      for (MatchResult row : ROW.matcher(page()).results().toList()) {
        told.put(
            row.group(1),
            Arrays.stream(row.group(2).replace("`", "").strip().split(", "))
                .filter(label -> !label.isBlank())
                .collect(Collectors.toCollection(TreeSet::new)));
      }
      TreeMap<String, Set<String>> found = new TreeMap<>();
      for (MatchResult type : TYPE.matcher(scrape).results().toList()) {
        found.put(type.group(1), labels(type.group(1), scrape));
      }
      assertEquals(told, found);
    }
  }

  private static Set<String> labels(String metric, String scrape) {
    Pattern sample = Pattern.compile("(?m)^" + metric + "(?:_bucket)?\\{([^}]*)\\}");
    return sample
        .matcher(scrape)
        .results()
        .flatMap(found -> Arrays.stream(found.group(1).split(",")))
        .map(label -> label.replaceFirst("=.*", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyMetricThatThePageSpeaksOfIsThere() throws Exception {
    try (OneServer world = new OneServer(dir).start()) {
      System.gc();

      Set<String> named =
          NAME.matcher(page()).results().map(MatchResult::group).collect(Collectors.toSet());

      assertTrue(named.size() > 10, named::toString);
      for (String name : named) {
        await(name).atMost(LONG).until(() -> world.get("/metrics").body().contains("\n" + name));
      }
    }
  }

  @Test
  void countsWebhooksByWhatBecameOfThem() throws Exception {
    try (OneServer world = new OneServer(dir).start()) {
      Sender sender = world.sender();

      sender.chatwoot(Sender.question(7));
      sender.chatwoot("{\"event\":\"contact_created\"}");
      sender.chatwoot("no json");
      sender.send("/webhooks/help-chat", Seal.CHATWOOT, "{}", Instant.now(), "another secret");
      sender.unsigned("/webhooks/help-chat", new byte[(1 << 20) + 1]);
      sender.unsigned("/slack/events", "{}".getBytes());

      String webhooks = "gameday_pipeline_webhooks_total";
      awaitLine(world, webhooks + "{outcome=\"stored\",source=\"help-chat\"} 2.0");
      awaitLine(world, webhooks + "{outcome=\"no-json\",source=\"help-chat\"} 1.0");
      awaitLine(world, webhooks + "{outcome=\"not-genuine\",source=\"help-chat\"} 1.0");
      awaitLine(world, webhooks + "{outcome=\"too-large\",source=\"help-chat\"} 1.0");
      awaitLine(world, webhooks + "{outcome=\"not-genuine\",source=\"slack\"} 1.0");
      String took = "gameday_pipeline_acknowledgement_seconds";
      awaitLine(world, took + "_count{source=\"help-chat\"} 5");
      awaitLine(world, "gameday_pipeline_conversations_open{chat=\"help-chat\"} 1.0");
      assertTrue(
          world.get("/metrics").body().contains(took + "_bucket{source=\"slack\",le=\"3.0\"}"));
    }
  }

  @Test
  void countsWhatItHasToSayAndWhatBecomesOfIt() throws Exception {
    try (OneServer world = new OneServer(dir).start()) {
      world.outside.nextSlackPosts(Outside.Trouble.TOO_MANY, Outside.Trouble.DOWN);

      world.sender().chatwoot(Sender.escalation(7));

      String tries = "gameday_pipeline_deliveries_total";
      awaitLine(world, "gameday_pipeline_effects_total{kind=\"escalation\"} 1.0");
      awaitLine(world, tries + "{destination=\"slack\",outcome=\"not-now\"} 1.0");
      awaitLine(world, tries + "{destination=\"slack\",outcome=\"unknown\"} 1.0");
      awaitLine(world, tries + "{destination=\"slack\",outcome=\"accepted\"} 1.0");
      awaitLine(world, "gameday_pipeline_retry_after_seconds_total{destination=\"slack\"} 1.0");
      awaitLine(world, "gameday_pipeline_outbox_open 0.0");
      awaitLine(world, "gameday_pipeline_outbox_oldest_seconds 0.0");
    }
  }

  @Test
  void tellsHowMuchWaitsAndForHowLong() throws Exception {
    try (OneServer world = new OneServer(dir).start()) {
      Outside.Trouble[] down = new Outside.Trouble[1_000];
      Arrays.fill(down, Outside.Trouble.DOWN);
      world.outside.nextSlackPosts(down);

      world.sender().chatwoot(Sender.escalation(7));
      world.sender().chatwoot(Sender.escalation(8));

      awaitLine(world, "gameday_pipeline_outbox_open 2.0");
      await().atMost(LONG).until(() -> oldest(world) > 0);
    }
  }

  private static double oldest(OneServer world) throws Exception {
    String name = "gameday_pipeline_outbox_oldest_seconds ";
    return world
        .get("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith(name))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length())))
        .sum();
  }

  @Test
  void saysWhetherItIsReady() throws Exception {
    try (OneServer world = new OneServer(dir)) {
      world.outside.isTokenKnown = false;
      world.start();

      awaitLine(world, "gameday_pipeline_ready 0.0");
      world.outside.isTokenKnown = true;
      awaitLine(world, "gameday_pipeline_ready 1.0");
    }
  }
}
