package gameday.preflight;

import gameday.mocks.HelpChatKind;
import gameday.mocks.MockSettings;
import gameday.mocks.Mocks;
import gameday.mocks.slack.SlackWorkspace;
import gameday.preflight.Check.State;
import gameday.process.Tier;
import gameday.scenario.Invitation;
import gameday.scenario.Roster;
import gameday.scenario.Scenario;
import gameday.scenario.StaffMember;
import gameday.scenario.yaml.Loaded;
import gameday.scenario.yaml.ScenarioFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The mocks with an event's people in them, as its roster says; to be spoilt by a test. */
final class MockedEvent implements AutoCloseable {
  static final String FOUR =
      """
      title: A small day
      event: {name: Small Day, starts: 08:30, ends: 10:30, channel: small-day}
      audiences: {attendees: {people: 500}}
      staff:
        client-team:
          roster:
            - {name: Ada Lovelace, email: ada@client.example}
            - {name: Ben Brandt, email: ben@client.example}
        csm: {roster: [{name: Cora Costa, email: cora@juno.example}]}
        tech-support: {roster: [{name: Dan Dubois, email: dan@juno.example}]}
      """;

  final Scenario scenario;
  final Mocks mocks;
  final String channel;
  final Map<String, String> environment;
  private final Map<String, String> slackIds = new LinkedHashMap<>();

  MockedEvent() {
    this(FOUR);
  }

  MockedEvent(String yaml) {
    scenario = ((Loaded.Good) ScenarioFile.read("small-day.yaml", yaml)).scenario();
    HelpChatKind kind = HelpChatKind.valueOf(scenario.helpChat().name());
    mocks = Mocks.start(MockSettings.standard().helpChat(kind));
    channel = slack().createChannel(scenario.event().channel());
    List<String> techs = new ArrayList<>();
    for (StaffMember member : Roster.of(scenario.staff())) {
      add(member);
      if (member.role() == Tier.TECH_SUPPORT && member.isInSlack()) {
        techs.add(slackId(member.email()));
      }
    }
    slack().addUserGroup("tech-support", techs);
    environment = new HashMap<>(mocks.environment());
    environment.put("SLACK_CHANNEL", channel);
  }

  private void add(StaffMember member) {
    switch (member.slack()) {
      case ACCEPTED -> {
        String id = slack().addPerson(member.name(), member.email());
        slackIds.put(member.email(), id);
        slack().join(channel, id);
      }
      case INVITED ->
          slackIds.put(member.email(), slack().admin().invitePerson(member.name(), member.email()));
      case NOT_INVITED -> {}
    }
    switch (member.helpChat().orElse(Invitation.NOT_INVITED)) {
      case ACCEPTED -> mocks.helpChat().addAgent(member.name(), member.email());
      case INVITED -> mocks.helpChat().invite(member.name(), member.email());
      case NOT_INVITED -> {}
    }
  }

  SlackWorkspace slack() {
    return mocks.slack();
  }

  String slackId(String email) {
    return slackIds.get(email);
  }

  /** From now on webhooks and events go to a port that nobody listens on yet. */
  int listens() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      mocks.connect(URI.create("http://127.0.0.1:" + free.getLocalPort()));
      return free.getLocalPort();
    }
  }

  /** Everything that can be looked at without a pipeline, as fast as it goes. */
  PreflightSettings settings() {
    return PreflightSettings.of(scenario, environment).by(Clock.systemUTC(), Duration.ZERO);
  }

  /** What is found if only these are looked at. */
  PreflightReport looking(CheckName first, CheckName... others) throws InterruptedException {
    return Preflight.run(settings().looking(EnumSet.of(first, others)));
  }

  /** What is not as it should be, a line each. */
  static List<String> problems(PreflightReport report) {
    return report.checks().stream()
        .filter(check -> check.state().compareTo(State.SKIPPED) < 0)
        .map(
            check ->
                "%s %s %s: %s"
                    .formatted(
                        check.state().word(), check.name().word(), check.subject(), check.found()))
        .toList();
  }

  @Override
  public void close() {
    mocks.close();
  }
}
