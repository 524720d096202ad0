package gameday.preflight;

import static gameday.preflight.CheckName.BOT_IN_CHANNEL;
import static gameday.preflight.CheckName.CLOCK;
import static gameday.preflight.CheckName.HELP_CHAT_PERSON;
import static gameday.preflight.CheckName.HELP_CHAT_TOKEN;
import static gameday.preflight.CheckName.HELP_CHAT_WEBHOOK;
import static gameday.preflight.CheckName.MOD_CHAT_TOKEN;
import static gameday.preflight.CheckName.SLACK_CHANNEL;
import static gameday.preflight.CheckName.SLACK_EVENTS;
import static gameday.preflight.CheckName.SLACK_PERSON;
import static gameday.preflight.CheckName.SLACK_POST;
import static gameday.preflight.CheckName.SLACK_SCOPES;
import static gameday.preflight.CheckName.SLACK_SOCKET;
import static gameday.preflight.CheckName.SLACK_TOKEN;
import static gameday.preflight.CheckName.TECH_SUPPORT_GROUP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.mocks.faults.Fault;
import gameday.mocks.slack.SlackGrant;
import gameday.mocks.slack.SlackReader;
import gameday.preflight.Check.State;
import gameday.preflight.PreflightReport.Outcome;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreflightTest {
  @Test
  void everythingIsFineWhereEverythingIsThere() throws Exception {
    try (MockedEvent event = new MockedEvent()) {
      PreflightReport report = Preflight.run(event.settings().listening(event.listens()));

      assertEquals(List.of(), problems(report));
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
  void namesWhoHasNotAcceptedWhat() throws Exception {
    String yaml =
        MockedEvent.FOUR
            .replace("email: ada@client.example", "email: ada@client.example, help-chat: invited")
            .replace("ben@client.example", "ben@client.example, help-chat: not-invited")
            .replace("cora@juno.example", "cora@juno.example, slack: invited")
            .replace("dan@juno.example", "dan@juno.example, slack: not-invited");
    try (MockedEvent event = new MockedEvent(yaml)) {
      event.listens();

      PreflightReport report = Preflight.run(event.settings());

      assertEquals(
          List.of(
              "missing slack-person Cora Costa <cora@juno.example>, csm: invited, has not accepted",
              "missing slack-person Dan Dubois <dan@juno.example>, tech-support: not invited"
                  + " (users_not_found)",
              "missing help-chat-person Ada Lovelace <ada@client.example>, client-team: invited,"
                  + " has not accepted",
              "missing help-chat-person Ben Brandt <ben@client.example>, client-team: not invited",
              "warning tech-support-group Dan Dubois <dan@juno.example>, tech-support: not in"
                  + " @tech-support"),
          problems(report));
      assertEquals(Outcome.MISSING, report.outcome(false));
    }
  }

  @Test
  void anAgentWhoEscalatesByNotesCanDoWithoutSlack() throws Exception {
    String lacks =
        MockedEvent.FOUR.replace("ben@client.example", "ben@client.example, slack: invited");
    try (MockedEvent event = new MockedEvent(lacks)) {
      PreflightReport report = looking(event, SLACK_PERSON);

      assertEquals(Outcome.READY, report.outcome(false));
      assertEquals(Outcome.MISSING, report.outcome(true));
      assertEquals(1, report.count(State.WARNING));
    }
    try (MockedEvent event = new MockedEvent(lacks + "process: {way: by-hand}\n")) {
      assertEquals(Outcome.MISSING, looking(event, SLACK_PERSON).outcome(false));
    }
  }

  @Test
  void whoLeftTheChannelOrTheWorkspaceIsMissing() throws Exception {
    try (MockedEvent event = new MockedEvent()) {
      event.slack().leave(event.channel, event.slackId("ada@client.example"));
      event.slack().leave(event.channel, event.slackId("cora@juno.example"));
      event.slack().admin().deactivate(event.slackId("dan@juno.example"));

      assertEquals(
          List.of(
              "missing slack-person Cora Costa <cora@juno.example>, csm: in Slack, not in the"
                  + " channel",
              "missing slack-person Dan Dubois <dan@juno.example>, tech-support: not invited"
                  + " (users_not_found)",
              "warning slack-person Ada Lovelace <ada@client.example>, client-team: in Slack, not"
                  + " in the channel"),
          problems(looking(event, SLACK_PERSON)));
    }
  }

  @Test
  void aRosterOfFiveHundredIsFoundInTheListOfAll() throws Exception {
    StringBuilder people = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      people.append(
          "    - {name: P %d, email: P%d@juno.example, slack: %s}\n"
              .formatted(i, i, i == 250 ? "invited" : i == 251 ? "not-invited" : "accepted"));
    }
    String yaml =
        MockedEvent.FOUR.replaceFirst("(?m)^  csm: .*\n", "  csm:\n    roster:\n" + people);
    try (MockedEvent event = new MockedEvent(yaml)) {
      PreflightReport report = looking(event, SLACK_PERSON);

      assertEquals(
          List.of(
              "missing slack-person P 250 <p250@juno.example>, csm: invited, has not accepted",
              "missing slack-person P 251 <p251@juno.example>, csm: not invited"
                  + " (users_not_found)"),
          problems(report));
      assertEquals(501, report.count(State.OK));
    }
  }

  @Test
  void peopleWhoAreMadeUpAreToBeNamed() throws Exception {
    String yaml =
        MockedEvent.FOUR.replaceFirst("(?m)^  csm: .*\n", "  csm: {people: 1, no-shows: 1}\n");
    try (MockedEvent event = new MockedEvent(yaml)) {
      Check check = looking(event, SLACK_PERSON).checks().getFirst();

      assertEquals(State.MISSING, check.state());
      assertEquals("they are made up: name yours in staff.csm.roster", check.remedy());
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
          List.of("missing slack-token SLACK_BOT_TOKEN: refused: " + word), problems(report));
      assertFalse(report.json(false).contains("xoxb-"), report.json(false));
    }
  }

  @Test
  void aScopeThatIsNotGrantedIsMissing() throws Exception {
    try (MockedEvent event = new MockedEvent()) {
      Set<String> fewer = new TreeSet<>(SlackGrant.ALL_SCOPES);
      fewer.removeAll(Set.of("reactions:read", "usergroups:read", "users:read.email"));
      event.slack().admin().grant().scopes(fewer);

      List<String> problems =
          problems(looking(event, SLACK_SCOPES, TECH_SUPPORT_GROUP, SLACK_PERSON));

      assertEquals(
          List.of(
              "missing slack-scopes reactions:read: not granted; to be told that a CSM is on it",
              "missing slack-scopes users:read.email: not granted; to look them up by their"
                  + " addresses",
              "missing slack-scopes usergroups:read: not granted; to look up Tech Support's group",
              "unknown slack-person Ada Lovelace <ada@client.example>, client-team:"
                  + " users.lookupByEmail: missing_scope, needs users:read.email"),
          problems.subList(0, 4));
      assertEquals(
          "warning tech-support-group @tech-support: missing_scope, needs usergroups:read",
          problems.getLast());
    }
  }

  @Test
  void aPrivateChannelNeedsTheScopesOfGroups() throws Exception {
    try (MockedEvent event = new MockedEvent()) {
      Set<String> fewer = new TreeSet<>(SlackGrant.ALL_SCOPES);
      fewer.remove("groups:history");
      event.slack().admin().grant().scopes(fewer);
      assertEquals(List.of(), problems(looking(event, SLACK_SCOPES)));

      event.environment.put("SLACK_CHANNEL", event.slack().admin().createPrivateChannel("hidden"));

      assertEquals(
          List.of(
              "missing slack-scopes groups:history: not granted; to be told of answers, and to look"
                  + " back for them"),
          problems(looking(event, SLACK_SCOPES)));
    }
  }

  @Test
  void anArchivedChannelIsMissingAndTakesNoTest() throws Exception {
    try (MockedEvent event = new MockedEvent()) {
      event.slack().admin().archive(event.slackId("cora@juno.example"), event.channel);

      assertEquals(
          List.of(
              "missing slack-channel #small-day: archived",
              "missing slack-post #small-day: can't be posted: is_archived"),
          problems(looking(event, SLACK_CHANNEL, SLACK_POST)));
    }
  }

  @Test
  void aChannelOfAnotherNameOrNoneIsMissing() throws Exception {
    try (MockedEvent event = new MockedEvent()) {
      event.environment.put("SLACK_CHANNEL", event.slack().createChannel("other-day"));
      assertEquals(
          List.of(
              "missing slack-channel #other-day: SLACK_CHANNEL names it, but the scenario's"
                  + " event.channel is #small-day"),
          problems(looking(event, SLACK_CHANNEL)));

      event.environment.put("SLACK_CHANNEL", "C0NOWHERE");
      assertEquals(
          List.of("missing slack-channel C0NOWHERE: channel_not_found"),
          problems(looking(event, SLACK_CHANNEL)));
    }
  }

  @Test
  void aBotThatIsNotInTheChannelIsMissing() throws Exception {
    try (MockedEvent event = new MockedEvent()) {
      event.slack().leave(event.channel, event.slack().botUserId());

      assertEquals(
          List.of(
              "missing bot-in-channel #small-day: the bot is no member",
              "missing slack-post #small-day: can't be posted: not_in_channel"),
          problems(looking(event, BOT_IN_CHANNEL, SLACK_POST)));
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

      List<String> problems = problems(looking(event, SLACK_POST));

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
          problems(looking(event, SLACK_POST)));
      assertEquals(List.of(), new SlackReader(event.slack()).messages(event.channel, 10));
      assertEquals(1, slack.lost());
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
          problems(Preflight.run(other)));
      event.mocks.connect(URI.create("http://127.0.0.1:9"));
      assertEquals(
          List.of("missing slack-events #small-day: no event came within 1 s"),
          problems(Preflight.run(settings.waiting(Duration.ofSeconds(1)))));
    }
  }

  @Test
  void anAppTokenThatOpensNothingIsMissing() throws Exception {
    try (MockedEvent event = new MockedEvent()) {
      event.environment.put("SLACK_APP_TOKEN", "xapp-nobodys");

      assertEquals(
          List.of("missing slack-socket SLACK_APP_TOKEN: refused: invalid_auth"),
          problems(looking(event, SLACK_SOCKET)));
    }
  }

  @Test
  void aWebhookThatGoesElsewhereOrNowhereIsMissing() throws Exception {
    try (MockedEvent event = new MockedEvent()) {
      assertEquals(
          List.of("missing help-chat-webhook …/webhooks/help-chat: there is no webhook"),
          problems(looking(event, HELP_CHAT_WEBHOOK)));

      event.mocks.connect(URI.create("http://127.0.0.1:9/"));
      assertEquals(List.of(), problems(looking(event, HELP_CHAT_WEBHOOK)));
      assertEquals(
          List.of(
              "missing help-chat-webhook http://pipeline.example/webhooks/help-chat: they go to"
                  + " http://127.0.0.1:9/webhooks/help-chat"),
          problems(
              Preflight.run(
                  event
                      .settings()
                      .looking(EnumSet.of(HELP_CHAT_WEBHOOK))
                      .at(URI.create("http://pipeline.example/")))));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"chatwoot", "smartloop", "intercom"})
  void aHelpChatTokenThatIsRefusedIsMissing(String provider) throws Exception {
    try (MockedEvent event =
        new MockedEvent(MockedEvent.FOUR + "help-chat: {provider: " + provider + "}\n")) {
      assertEquals(Outcome.READY, looking(event, HELP_CHAT_TOKEN, HELP_CHAT_PERSON).outcome(false));

      event.environment.put("HELP_CHAT_TOKEN", "nobodys");

      assertEquals(
          List.of("missing help-chat-token HELP_CHAT_TOKEN: refused: HTTP 401"),
          problems(looking(event, HELP_CHAT_TOKEN, HELP_CHAT_PERSON)));
    }
  }

  @Test
  void intercomKnowsOnlyThoseWhoHaveAccepted() throws Exception {
    String yaml =
        MockedEvent.FOUR.replace("ada@client.example", "ada@client.example, help-chat: invited")
            + "help-chat: {provider: intercom}\n";
    try (MockedEvent event = new MockedEvent(yaml)) {
      assertEquals(
          List.of(
              "missing help-chat-person Ada Lovelace <ada@client.example>, client-team: no"
                  + " teammate: not invited, or has not accepted"),
          problems(looking(event, HELP_CHAT_PERSON)));
    }
  }

  @Test
  void anAccountThatIsAnothersIsMissing() throws Exception {
    try (MockedEvent event = new MockedEvent()) {
      event.environment.put("HELP_CHAT_ACCOUNT", "99");

      assertEquals(
          List.of("missing help-chat-token account 99: its agents can't be listed: HTTP 404"),
          problems(looking(event, HELP_CHAT_TOKEN, HELP_CHAT_PERSON)));
    }
  }

  @Test
  void aModChatTokenThatIsRefusedIsMissing() throws Exception {
    try (MockedEvent event = new MockedEvent()) {
      event.environment.put("MOD_CHAT_TOKEN", "nobodys");

      assertEquals(
          List.of("missing mod-chat-token MOD_CHAT_TOKEN: refused: HTTP 401"),
          problems(looking(event, MOD_CHAT_TOKEN)));
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
          problems(report));
      assertEquals(Outcome.UNKNOWN, report.outcome(false));
    }
  }

  @Test
  void comesAgainWhenSlackSaysSo() throws Exception {
    try (MockedEvent event = new MockedEvent()) {
      event.mocks.faults().begin("slack", new Fault.RateLimits(0.5, OptionalInt.of(1)));

      assertEquals(List.of(), problems(looking(event, SLACK_TOKEN, SLACK_CHANNEL)));
    }
  }

  private static PreflightReport looking(MockedEvent event, CheckName first, CheckName... others)
      throws InterruptedException {
    return Preflight.run(event.settings().looking(EnumSet.of(first, others)));
  }

  private static List<String> problems(PreflightReport report) {
    return report.checks().stream()
        .filter(check -> check.state().compareTo(State.SKIPPED) < 0)
        .map(
            check ->
                "%s %s %s: %s"
                    .formatted(
                        check.state().word(), check.name().word(), check.subject(), check.found()))
        .toList();
  }
}
