package gameday.mocks.slack.app;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What Slack's own Bolt for Java makes of the mock, whichever way it is told. */
class BoltTest {
  private static final String BUTTON =
      """
      [{"type":"actions","elements":[{"type":"button","action_id":"take","value":"i-7",
        "text":{"type":"plain_text","text":"Take it"}}]}]
      """;
  private static final Outcome ACKNOWLEDGED = new Outcome.Acknowledged();

  private final AppStage stage = new AppStage(Clock.systemUTC());
  private final SlackInteractions people = stage.app.interactions();

  enum Way {
    HTTP,
    SOCKET;

    BoltApp start(AppStage stage) throws Exception {
      if (this == HTTP) {
        return BoltApp.byHttp(stage);
      }
      var app = BoltApp.bySocket(stage);
      await().until(() -> stage.app.sockets().connections() == 1);
      return app;
    }
  }

  @AfterEach
  void stop() {
    stage.close();
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void takesEvents(Way way) throws Exception {
    try (var app = way.start(stage)) {
      stage.write("no sound");

      await().until(() -> app.seen.equals(List.of(stage.ada + " wrote no sound")));
      await().until(() -> stage.sender.pending() == 0);
      assertEquals(List.of("Ev 0 200"), stage.told);
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void answersACommand(Way way) throws Exception {
    try (var app = way.start(stage)) {
      var outcome = people.command(stage.ada, stage.channel, "/status", "the keynote");

      assertEquals(ACKNOWLEDGED, AppStage.of(outcome));
      assertEquals("all is well with the keynote", people.ephemerals(stage.ada).getFirst().text());

      AppStage.of(people.command(stage.ada, stage.channel, "/shout", ""));
      assertEquals("for all to read", stage.history().at("/0/text").asText());
      assertTrue(app.seen.isEmpty());
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void answersAPress(Way way) throws Exception {
    try (var app = way.start(stage)) {
      var ts = stage.postBlocks(BUTTON);

      var outcome = people.press(stage.ada, stage.channel, ts, "take");

      assertEquals(ACKNOWLEDGED, AppStage.of(outcome));
      var message = stage.history().path(0);
      assertEquals("took i-7", message.path("text").asText());
      assertEquals(ts, message.path("ts").asText());
      assertFalse(message.has("blocks"));
      // Bolt passes an app's own messages over.
      assertTrue(app.seen.isEmpty());
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void opensAViewAndTakesWhatIsSubmitted(Way way) throws Exception {
    try (var app = way.start(stage)) {
      assertEquals(ACKNOWLEDGED, AppStage.of(people.shortcut(stage.ada, "open")));
      var id = people.openViews(stage.ada).getFirst().path("id").asText();

      var tooShort = people.submit(stage.ada, id, Map.of("text", List.of("x")));
      assertEquals(new Outcome.Rejected(Map.of("what", "too short")), AppStage.of(tooShort));
      var good = people.submit(stage.ada, id, Map.of("text", List.of("no sound")));
      assertEquals(ACKNOWLEDGED, AppStage.of(good));

      assertEquals(List.of("opened true", "i-7 x", "i-7 no sound"), app.seen);
      assertTrue(people.openViews(stage.ada).isEmpty());
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void doesNotTakeWhatItKnowsNothingOf(Way way) throws Exception {
    try (var app = way.start(stage)) {
      var unknown = people.command(stage.ada, stage.channel, "/unknown", "");
      if (way == Way.SOCKET) {
        // Bolt says nothing then.
        await().until(() -> stage.alarms.set() > 1);
        stage.alarms.pass(Duration.ofSeconds(4));
      }

      var failed = (Outcome.Failed) AppStage.of(unknown);
      assertEquals(way == Way.SOCKET ? "operation_timeout" : "dispatch_failed", failed.word());
      assertTrue(app.seen.isEmpty());
    }
  }
}
