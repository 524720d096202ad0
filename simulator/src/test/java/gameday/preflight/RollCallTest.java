package gameday.preflight;

import static gameday.preflight.CheckName.HELP_CHAT_PERSON;
import static gameday.preflight.CheckName.SLACK_PERSON;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gameday.preflight.Check.State;
import gameday.preflight.PreflightReport.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class RollCallTest {
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
          MockedEvent.problems(report));
      assertEquals(Outcome.MISSING, report.outcome(false));
    }
  }

  @Test
  void anAgentWhoEscalatesByNotesCanDoWithoutSlack() throws Exception {
    String lacks =
        MockedEvent.FOUR.replace("ben@client.example", "ben@client.example, slack: invited");
    try (MockedEvent event = new MockedEvent(lacks)) {
      PreflightReport report = event.looking(SLACK_PERSON);

      assertEquals(Outcome.READY, report.outcome(false));
      assertEquals(Outcome.MISSING, report.outcome(true));
      assertEquals(1, report.count(State.WARNING));
    }
    try (MockedEvent event = new MockedEvent(lacks + "process: {way: by-hand}\n")) {
      assertEquals(Outcome.MISSING, event.looking(SLACK_PERSON).outcome(false));
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
          MockedEvent.problems(event.looking(SLACK_PERSON)));
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
      PreflightReport report = event.looking(SLACK_PERSON);

      assertEquals(
          List.of(
              "missing slack-person P 250 <p250@juno.example>, csm: invited, has not accepted",
              "missing slack-person P 251 <p251@juno.example>, csm: not invited"
                  + " (users_not_found)"),
          MockedEvent.problems(report));
      assertEquals(501, report.count(State.OK));
    }
  }

  @Test
  void peopleWhoAreMadeUpAreToBeNamed() throws Exception {
    String yaml =
        MockedEvent.FOUR.replaceFirst("(?m)^  csm: .*\n", "  csm: {people: 1, no-shows: 1}\n");
    try (MockedEvent event = new MockedEvent(yaml)) {
      Check check = event.looking(SLACK_PERSON).checks().getFirst();

      assertEquals(State.MISSING, check.state());
      assertEquals("they are made up: name yours in staff.csm.roster", check.remedy());
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
          MockedEvent.problems(event.looking(HELP_CHAT_PERSON)));
    }
  }
}
