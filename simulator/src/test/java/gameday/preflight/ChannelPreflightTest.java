package gameday.preflight;

import static gameday.preflight.CheckName.BOT_IN_CHANNEL;
import static gameday.preflight.CheckName.SLACK_CHANNEL;
import static gameday.preflight.CheckName.SLACK_PERSON;
import static gameday.preflight.CheckName.SLACK_POST;
import static gameday.preflight.CheckName.SLACK_SCOPES;
import static gameday.preflight.CheckName.TECH_SUPPORT_GROUP;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gameday.mocks.slack.SlackGrant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ChannelPreflightTest {
  @Test
  void aScopeThatIsNotGrantedIsMissing() throws Exception {
    try (MockedEvent event = new MockedEvent()) {
      Set<String> fewer = new TreeSet<>(SlackGrant.ALL_SCOPES);
      fewer.removeAll(Set.of("reactions:read", "usergroups:read", "users:read.email"));
      event.slack().admin().grant().scopes(fewer);

      List<String> problems =
          MockedEvent.problems(event.looking(SLACK_SCOPES, TECH_SUPPORT_GROUP, SLACK_PERSON));

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
      assertEquals(List.of(), MockedEvent.problems(event.looking(SLACK_SCOPES)));

      event.environment.put("SLACK_CHANNEL", event.slack().admin().createPrivateChannel("hidden"));

      assertEquals(
          List.of(
              "missing slack-scopes groups:history: not granted; to be told of answers, and to look"
                  + " back for them"),
          MockedEvent.problems(event.looking(SLACK_SCOPES)));
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
          MockedEvent.problems(event.looking(SLACK_CHANNEL, SLACK_POST)));
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
          MockedEvent.problems(event.looking(SLACK_CHANNEL)));

      event.environment.put("SLACK_CHANNEL", "C0NOWHERE");
      assertEquals(
          List.of("missing slack-channel C0NOWHERE: channel_not_found"),
          MockedEvent.problems(event.looking(SLACK_CHANNEL)));
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
          MockedEvent.problems(event.looking(BOT_IN_CHANNEL, SLACK_POST)));
    }
  }
}
