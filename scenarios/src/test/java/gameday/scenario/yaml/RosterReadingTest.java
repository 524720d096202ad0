package gameday.scenario.yaml;

import static gameday.scenario.Invitation.ACCEPTED;
import static gameday.scenario.Invitation.INVITED;
import static gameday.scenario.Invitation.NOT_INVITED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.scenario.Invitee;
import gameday.scenario.NoShows;
import gameday.scenario.Scenario;
import gameday.scenario.TeamPlan;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RosterReadingTest {
  private static final String DAY =
      """
      title: A small day
      event: {name: Small Day, starts: 08:30, ends: 10:30}
      audiences: {attendees: {people: 500}}
      """;

  private static final String NAMED =
      DAY
          + """
          staff:
            client-team:
              roster:
                - name: Ada Lovelace
                  email: Ada@client.example
                  slack: invited
                - {name: "<!channel> | Ben \\u202e", email: ben@client.example, help-chat: not-invited}
            csm:
              roster: [{name: Cora, email: cora@juno.example}]
            tech-support: {people: 3, no-shows: 2}
          """;

  @Test
  void aRosterNamesPeopleAndHowFarTheyAreInvited() {
    Scenario scenario = good(NAMED);

    TeamPlan agents = scenario.staff().clientTeam();
    assertEquals(2, agents.people());
    assertEquals(
        List.of(
            new Invitee("Ada Lovelace", "ada@client.example", Optional.of(ACCEPTED), INVITED),
            new Invitee(
                "<!channel> | Ben \u202e",
                "ben@client.example",
                Optional.of(NOT_INVITED),
                ACCEPTED)),
        agents.roster());
    assertEquals(
        List.of(new Invitee("Cora", "cora@juno.example", Optional.empty(), ACCEPTED)),
        scenario.staff().csm().roster());
    assertEquals(2, scenario.staff().techSupport().noShows());
  }

  @Test
  void rostersAndNoShowsReadBackFromTheEffectiveText() {
    Scenario scenario = good(NAMED);

    assertEquals(scenario, good(EffectiveYaml.write(scenario)));
  }

  @Test
  void oneRunCanHaveOtherNoShows() {
    Loaded loaded =
        ScenarioFile.read(
            "small-day.yaml",
            NAMED,
            List.of(
                "staff.client-team.roster[0].help-chat=invited",
                "staff.tech-support.no-shows=1",
                "staff.csm.roster[1]={name: Dan, email: dan@juno.example, slack: invited}"));

    Scenario scenario = assertInstanceOf(Loaded.Good.class, loaded, loaded::toString).scenario();
    assertEquals(
        Optional.of(INVITED), scenario.staff().clientTeam().roster().getFirst().helpChat());
    assertEquals(1, scenario.staff().techSupport().noShows());
    assertEquals(2, scenario.staff().csm().people());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          agents: 3, roster: [{name: A, email: a@c.example}]      | 5:25: agents is 3, but the roster names 1; leave it out
          roster: []                                              | 5:25: roster must name one person at least
          roster: [{name: A, email: a.c.example}]                 | 5:43: email must be an e-mail address, was a.c.example
          roster: [{name: A}]                                     | 5:26: missing 'staff.client-team.roster[0].email'
          roster: [{name: "a\\nb", email: a@c.example}]           | 5:33: name must be a name of 1 to 80 characters on one line
          roster: [{name: A, email: a@c.example, slack: yes}]     | 5:63: slack must be one of accepted, invited, not-invited, was yes
          roster: [{name: A, email: a@c.example, slak: invited}]  | 5:56: unknown setting 'staff.client-team.roster[0].slak'; did you mean 'slack'?
          no-shows: 1, roster: [{name: A, email: a@c.example}]    | 5:27: no-shows is for people who are made up
          agents: 2, no-shows: 3                                  | 5:38: no-shows must be 2 at most, which is the whole shift
          no-shows: -1                                            | 5:27: no-shows must be a whole number from 0 to 2000
          """)
  void aFaultOfARosterHasItsPlace(String team, String fault) {
    List<String> faults = faults(DAY + "staff:\n  client-team: {" + team.strip() + "}\n");

    assertEquals(1, faults.size(), faults::toString);
    assertTrue(faults.getFirst().startsWith("small-day.yaml:" + fault), faults::toString);
  }

  @Test
  void anAddressIsOnePersonsInAllTeams() {
    List<String> faults =
        faults(
            DAY
                + """
                staff:
                  client-team: {roster: [{name: A, email: same@c.example}]}
                  csm: {roster: [{name: B, email: SAME@c.example}]}
                """);

    assertEquals(
        List.of(
            "small-day.yaml:6:35: email same@c.example is somebody else's; give each person their"
                + " own"),
        faults);
  }

  @Test
  void theHelpChatIsNoMatterForThoseWhoAnswerInSlack() {
    List<String> faults =
        faults(
            DAY
                + """
                staff:
                  csm: {roster: [{name: B, email: b@c.example, help-chat: invited}]}
                """);

    assertTrue(faults.getFirst().contains("unknown setting 'staff.csm.roster[0].help-chat'"));
  }

  @Test
  void aRosterHasFiveHundredPeopleAtMost() {
    StringBuilder text = new StringBuilder(DAY + "staff:\n  csm:\n    roster:\n");
    for (int i = 0; i < 501; i++) {
      text.append("      - {name: P, email: p%d@juno.example}\n".formatted(i));
    }

    assertEquals(
        List.of("small-day.yaml:7:7: roster names 501 people; 500 is the most"),
        faults(text.toString()));
  }

  @Test
  void theNamedCsmMustHaveAccepted() {
    String named = "process: {profile: named-csm}\n";
    String first = "staff: {csm: {roster: [{name: Cora, email: c@j.example, slack: invited}]}}\n";

    assertEquals(
        List.of(
            "small-day.yaml:5:20: named-csm names the first CSM, and Cora has not accepted the"
                + " Slack invitation; put somebody first who has"),
        faults(DAY + first + named));
    good(DAY + first);
    good(DAY + "staff: {csm: {people: 2, no-shows: 1}}\n" + named);
    assertEquals(1, faults(DAY + "staff: {csm: {people: 2, no-shows: 2}}\n" + named).size());
  }

  @Test
  void tellsWhoIsMissingAndWhatNobodyCanDo() {
    Scenario scenario = good(NAMED + "process: {way: by-hand, route: straight}\n");

    assertEquals(
        List.of(
            "1 of 2 agents had not accepted their help-chat invitation: <!channel> | Ben \u202e"
                + " (not invited)",
            "1 of 1 agents in the help chat had not accepted their Slack invitation, to escalate"
                + " by hand: Ada Lovelace",
            "2 of 3 people of Tech Support had not accepted their Slack invitation: Elena Eriksen,"
                + " Farid Fischer"),
        NoShows.missing(scenario));
    assertEquals(
        List.of(
            "the Client team can't escalate by hand: nobody who works in the help chat has accepted"
                + " the Slack invitation"),
        NoShows.gaps(scenario));
  }

  @Test
  void tellsOfTeamsOfWhichNobodyCanWork() {
    Scenario scenario =
        good(
            DAY
                + """
                staff:
                  client-team: {agents: 7, no-shows: 7}
                  csm: {people: 0}
                """);

    assertEquals(
        List.of(
            "7 of 7 agents had not accepted their help-chat invitation: Amara Almeida, Ben Brandt,"
                + " Chiara Costa, Dmitri Dubois, Elena Eriksen and 2 more"),
        NoShows.missing(scenario));
    assertEquals(
        List.of(
            "the Client team can't work: none of 7 agents has accepted the help-chat invitation;"
                + " what the chatbot doesn't resolve waits",
            "the CSMs can't work: there is nobody; escalations wait"),
        NoShows.gaps(scenario));
    assertEquals(List.of(), NoShows.gaps(good(DAY)));
    assertEquals(List.of(), NoShows.missing(good(DAY)));
  }

  private static Scenario good(String text) {
    Loaded loaded = ScenarioFile.read("small-day.yaml", text);
    return assertInstanceOf(Loaded.Good.class, loaded, loaded::toString).scenario();
  }

  private static List<String> faults(String text) {
    Loaded loaded = ScenarioFile.read("small-day.yaml", text);
    return assertInstanceOf(Loaded.Faulty.class, loaded, "no fault").faults().stream()
        .map(Fault::toString)
        .toList();
  }
}
