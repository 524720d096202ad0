package gameday.preflight;

import static gameday.preflight.CheckName.SLACK_EVENTS;
import static gameday.preflight.CheckName.SLACK_POST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.mocks.slack.SlackReader;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TestEscalationTest {
  @Test
  void theTestEscalationWakesNobody() throws Exception {
    List<String> texts = new ArrayList<>();
    try (MockedEvent event = new MockedEvent()) {
      event
          .slack()
          .listen(
              new gameday.mocks.slack.SlackListener() {
                @Override
                public void posted(gameday.mocks.slack.SlackMessage message) {
                  texts.add(message.text());
                  assertEquals(Set.of(), event.slack().notified(message));
                }

                @Override
                public void reacted(String id, String name, String ts, String user, String word) {}
              });

      Preflight.run(event.settings());

      assertEquals(1, texts.size());
      assertTrue(texts.getFirst().startsWith("*A test, please ignore it.*"), texts::toString);
      assertFalse(texts.getFirst().contains("<"), texts::toString);
    }
  }

  @Test
  void aMessageThatCannotBeTakenBackIsToldWithItsPlace() throws Exception {
    try (MockedEvent event = new MockedEvent()) {
      event
          .slack()
          .listen(
              new gameday.mocks.slack.SlackListener() {
                @Override
                public void posted(gameday.mocks.slack.SlackMessage message) {
                  // Nobody can delete in an archived channel.
                  event.slack().admin().archive(event.slackId("cora@juno.example"), event.channel);
                }

                @Override
                public void reacted(String id, String name, String ts, String user, String word) {}
              });

      List<String> problems = MockedEvent.problems(event.looking(SLACK_POST));

      assertEquals(1, problems.size(), problems::toString);
      assertTrue(
          problems
              .getFirst()
              .startsWith(
                  "missing slack-post #small-day: posted, and could not be taken back:"
                      + " cant_delete_message; it stands at https://"),
          problems::toString);
    }
  }

  @Test
  void aMessageWhoseFateIsUnknownIsLookedForAndTakenBack() throws Exception {
    try (MockedEvent event = new MockedEvent();
        LosingProxy slack = LosingProxy.before(event.environment.get("SLACK_API_URL"))) {
      event.environment.put("SLACK_API_URL", slack.url());

      assertEquals(
          List.of("unknown slack-post #small-day: Slack answered HTTP 502"),
          MockedEvent.problems(event.looking(SLACK_POST)));
      assertEquals(List.of(), new SlackReader(event.slack()).messages(event.channel, 10));
      assertEquals(1, slack.lost());
    }
  }

  @Test
  void anEventThatNeverComesOrIsSignedWithAnotherSecretIsMissing() throws Exception {
    try (MockedEvent event = new MockedEvent()) {
      int port = event.listens();
      PreflightSettings settings =
          event.settings().looking(EnumSet.of(SLACK_POST, SLACK_EVENTS)).listening(port);
      event.environment.put("SLACK_SIGNING_SECRET", "another");
      PreflightSettings other =
          PreflightSettings.of(event.scenario, event.environment)
              .looking(EnumSet.of(SLACK_POST, SLACK_EVENTS))
              .by(Clock.systemUTC(), Duration.ZERO)
              .waiting(Duration.ofSeconds(2))
              .listening(port);

      assertEquals(
          List.of(
              "missing slack-events #small-day: what came was not signed with"
                  + " SLACK_SIGNING_SECRET, or its time was wrong"),
          MockedEvent.problems(Preflight.run(other)));
      event.mocks.connect(URI.create("http://127.0.0.1:9"));
      assertEquals(
          List.of("missing slack-events #small-day: no event came within 1 s"),
          MockedEvent.problems(Preflight.run(settings.waiting(Duration.ofSeconds(1)))));
    }
  }
}
