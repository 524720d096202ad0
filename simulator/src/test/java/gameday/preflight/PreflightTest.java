package gameday.preflight;

import static gameday.preflight.CheckName.CLOCK;
import static gameday.preflight.CheckName.SLACK_CHANNEL;
import static gameday.preflight.CheckName.SLACK_SOCKET;
import static gameday.preflight.CheckName.SLACK_TOKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import gameday.mocks.faults.Fault;
import gameday.mocks.slack.SlackReader;
import gameday.preflight.Check.State;
import gameday.preflight.PreflightReport.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreflightTest {
  @Test
  void everythingIsFineWhereEverythingIsThere() throws Exception {
    try (MockedEvent event = new MockedEvent()) {
      PreflightReport report = Preflight.run(event.settings().listening(event.listens()));

      assertEquals(List.of(), MockedEvent.problems(report));
      assertEquals(Outcome.READY, report.outcome(true));
      Set<CheckName> looked = EnumSet.noneOf(CheckName.class);
      report.checks().stream()
          .filter(check -> check.state() == State.OK)
          .forEach(check -> looked.add(check.name()));
      Set<CheckName> all = EnumSet.allOf(CheckName.class);
      all.removeAll(Set.of(CheckName.PIPELINE, CheckName.PIPELINE_WEBHOOK));
      assertEquals(all, looked);
      assertEquals(List.of(), new SlackReader(event.slack()).messages(event.channel, 10));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"revoked", "wrong"})
  void aTokenThatIsNoGoodIsMissingAndNothingElseIsAsked(String how) throws Exception {
    try (MockedEvent event = new MockedEvent()) {
      event.listens();
      if (how.equals("revoked")) {
        event.slack().admin().grant().revoke();
      } else {
        event.environment.put("SLACK_BOT_TOKEN", "xoxb-nobodys");
      }

      PreflightReport report = Preflight.run(event.settings());

      String word = how.equals("revoked") ? "token_revoked" : "invalid_auth";
      assertEquals(
          List.of("missing slack-token SLACK_BOT_TOKEN: refused: " + word),
          MockedEvent.problems(report));
      assertFalse(report.json(false).contains("xoxb-"), report.json(false));
    }
  }

  @ParameterizedTest
  @CsvSource({"0, ok", "59, ok", "-59, ok", "90, warning", "-90, warning", "400, missing"})
  void aClockThatIsOffIsTold(long seconds, String state) throws Exception {
    try (MockedEvent event = new MockedEvent()) {
      Clock off = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(seconds));
      PreflightSettings settings =
          event.settings().looking(EnumSet.of(CLOCK)).by(off, Duration.ZERO);

      Check check = Preflight.run(settings).checks().getFirst();

      assertEquals(state, check.state().word(), check::toString);
    }
  }

  @Test
  void anAppTokenThatOpensNothingIsMissing() throws Exception {
    try (MockedEvent event = new MockedEvent()) {
      event.environment.put("SLACK_APP_TOKEN", "xapp-nobodys");

      assertEquals(
          List.of("missing slack-socket SLACK_APP_TOKEN: refused: invalid_auth"),
          MockedEvent.problems(event.looking(SLACK_SOCKET)));
    }
  }

  @Test
  void servicesThatDoNotAnswerLeaveItUnknown() throws Exception {
    try (MockedEvent event = new MockedEvent()) {
      event.environment.put("SLACK_API_URL", "http://127.0.0.1:9/api/");
      event.environment.put("HELP_CHAT_URL", "http://127.0.0.1:9");
      event.environment.put("MOD_CHAT_URL", "http://127.0.0.1:9");

      PreflightReport report = Preflight.run(event.settings());

      assertEquals(
          List.of(
              "unknown slack-token SLACK_BOT_TOKEN: Slack can't be reached: nobody answers there",
              "unknown slack-socket SLACK_APP_TOKEN: Slack can't be reached: nobody answers there",
              "unknown help-chat-token HELP_CHAT_TOKEN: HELP_CHAT_URL can't be reached: nobody"
                  + " answers there",
              "unknown mod-chat-token MOD_CHAT_TOKEN: MOD_CHAT_URL can't be reached: nobody answers"
                  + " there"),
          MockedEvent.problems(report));
      assertEquals(Outcome.UNKNOWN, report.outcome(false));
    }
  }

  @Test
  void comesAgainWhenSlackSaysSo() throws Exception {
    try (MockedEvent event = new MockedEvent()) {
      event.mocks.faults().begin("slack", new Fault.RateLimits(0.5, OptionalInt.of(1)));

      assertEquals(List.of(), MockedEvent.problems(event.looking(SLACK_TOKEN, SLACK_CHANNEL)));
    }
  }
}
