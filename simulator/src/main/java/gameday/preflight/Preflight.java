package gameday.preflight;

import static gameday.preflight.CheckName.BOT_IN_CHANNEL;
import static gameday.preflight.CheckName.CLOCK;
import static gameday.preflight.CheckName.PIPELINE;
import static gameday.preflight.CheckName.PIPELINE_WEBHOOK;
import static gameday.preflight.CheckName.SLACK_CHANNEL;
import static gameday.preflight.CheckName.SLACK_EVENTS;
import static gameday.preflight.CheckName.SLACK_PERSON;
import static gameday.preflight.CheckName.SLACK_POST;
import static gameday.preflight.CheckName.SLACK_SCOPES;
import static gameday.preflight.CheckName.SLACK_SOCKET;
import static gameday.preflight.CheckName.TECH_SUPPORT_GROUP;

import com.slack.api.methods.response.apps.connections.AppsConnectionsOpenResponse;
import com.slack.api.methods.response.auth.AuthTestResponse;
import com.slack.api.model.Conversation;
import gameday.contract.EventFile;
import gameday.contract.InvalidEventFile;
import gameday.contract.PipelineVariable;
import gameday.process.Tier;
import gameday.scenario.Roster;
import gameday.scenario.StaffMember;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Looks whether everything is there before the event. One question at a time, a few a second; each
 * is answered within seconds or not at all. But for the test escalation nothing is changed.
 */
public final class Preflight {
  private static final List<CheckName> AFTER_TOKEN =
      List.of(
          SLACK_SCOPES,
          CLOCK,
          SLACK_CHANNEL,
          BOT_IN_CHANNEL,
          SLACK_PERSON,
          TECH_SUPPORT_GROUP,
          SLACK_POST);

  private final PreflightSettings settings;
  private final Pace pace;
  private final Findings findings;
  private final List<StaffMember> roster;

  private Preflight(PreflightSettings settings) {
    this.settings = settings;
    this.pace = new Pace(settings.apart());
    this.findings = new Findings(settings.wanted());
    this.roster = Roster.of(settings.scenario().staff());
  }

  /**
   * Looks at everything that is wanted.
   *
   * @param settings without {@linkplain PreflightSettings#faults() faults}
   */
  public static PreflightReport run(PreflightSettings settings) throws InterruptedException {
    Preflight preflight = new Preflight(settings);
    preflight.look();
    return new PreflightReport(settings.scenario().name(), preflight.findings.all());
  }

  private void look() throws InterruptedException {
    OwnSide own = new OwnSide(settings, pace, findings);
    if (settings.wantsSlack()) {
      slack(own);
    }
    if (findings.wants(SLACK_SOCKET)) {
      socket();
    }
    if (settings.wantsHelpChat()) {
      List<StaffMember> agents =
          roster.stream().filter(person -> person.role() == Tier.CLIENT_TEAM).toList();
      new HelpChatChecks(settings, agents, pace, findings).look();
    }
    if (findings.wants(CheckName.MOD_CHAT_TOKEN)) {
      own.modChat();
    }
    if (settings.pipeline().isEmpty()) {
      findings.skipped(PIPELINE, "give --pipeline-url");
      findings.skipped(PIPELINE_WEBHOOK, "give --pipeline-url");
    } else if (findings.wants(PIPELINE, PIPELINE_WEBHOOK)) {
      own.pipeline(settings.pipeline().get());
    }
  }

  private void slack(OwnSide own) throws InterruptedException {
    SlackLine line = line(PipelineVariable.SLACK_BOT_TOKEN);
    SlackIdentity identity = new SlackIdentity(findings);
    Optional<AuthTestResponse> who = identity.look(line, settings.clock());
    if (settings.port().isEmpty()) {
      if (settings.pipeline().isPresent() && findings.wants(SLACK_EVENTS)) {
        own.challenge(settings.pipeline().get());
      } else {
        findings.skipped(SLACK_EVENTS, "give --port to listen on, or --pipeline-url");
      }
    }
    if (who.isEmpty()) {
      AFTER_TOKEN.forEach(name -> findings.skipped(name, "Slack can't be asked"));
      settings.port().ifPresent(port -> findings.skipped(SLACK_EVENTS, "Slack can't be asked"));
      return;
    }
    String id = settings.text(PipelineVariable.SLACK_CHANNEL);
    String name = settings.scenario().event().channel();
    SlackChannel channel = new SlackChannel(line, findings, id, name);
    Optional<Conversation> found = channel.look();
    identity.scopes(who.get(), found.filter(Conversation::isPrivate).isPresent());
    if (findings.wants(SLACK_PERSON, TECH_SUPPORT_GROUP)) {
      people(line, channel);
    }
    if (found.isEmpty()) {
      findings.skipped(BOT_IN_CHANNEL, "there is no channel to look at");
    }
    post(line, id, found.map(Conversation::getName).orElse(name));
  }

  private SlackLine line(PipelineVariable token) {
    return new SlackLine(settings.slackApi(), settings.text(token), pace);
  }

  private void people(SlackLine line, SlackChannel channel) throws InterruptedException {
    SlackRollCall roll = new SlackRollCall(settings.scenario(), roster, line, findings);
    roll.call(channel);
    if (roster.stream().noneMatch(person -> person.role() == Tier.TECH_SUPPORT)) {
      findings.skipped(TECH_SUPPORT_GROUP, "the scenario has no Tech Support");
    } else if (findings.wants(TECH_SUPPORT_GROUP)) {
      roll.group(techSupportGroup());
    }
  }

  private String techSupportGroup() {
    String file = settings.text(PipelineVariable.GAMEDAY_EVENT);
    try {
      return file.isEmpty() ? "" : EventFile.read(Path.of(file)).techSupportGroup();
    } catch (IOException | InvalidEventFile unreadable) {
      return "";
    }
  }

  private void post(SlackLine line, String channel, String name) throws InterruptedException {
    if (!findings.wants(SLACK_POST)) {
      settings
          .port()
          .ifPresent(port -> findings.skipped(SLACK_EVENTS, "needs the test escalation"));
      return;
    }
    TestEscalation test = new TestEscalation(line, findings, channel, name);
    if (settings.port().isEmpty() || !findings.wants(SLACK_EVENTS)) {
      test.play(Optional.empty(), settings.patience());
      return;
    }
    int port = settings.port().getAsInt();
    SlackSeal seal = new SlackSeal(settings.text(PipelineVariable.SLACK_SIGNING_SECRET));
    try (EventListener ears = EventListener.open(port, seal, settings.clock())) {
      test.play(Optional.of(ears), settings.patience());
    } catch (IOException taken) {
      findings.unknown(SLACK_EVENTS, "port " + port, "can't be listened on: it is taken");
      test.play(Optional.empty(), settings.patience());
    }
  }

  private void socket() throws InterruptedException {
    if (!settings.has(PipelineVariable.SLACK_APP_TOKEN)) {
      findings.skipped(SLACK_SOCKET, "SLACK_APP_TOKEN is not set");
      return;
    }
    String subject = "SLACK_APP_TOKEN";
    Answer<AppsConnectionsOpenResponse> answer =
        line(PipelineVariable.SLACK_APP_TOKEN).ask(client -> client.appsConnectionsOpen(r -> r));
    switch (answer) {
      case Answer.Good<AppsConnectionsOpenResponse> good ->
          findings.ok(SLACK_SOCKET, subject, "a socket may be opened");
      case Answer.Refused<AppsConnectionsOpenResponse> no ->
          findings.missing(
              SLACK_SOCKET,
              subject,
              "refused: " + no.word(),
              "make an app-level token with connections:write, and turn Socket Mode on");
      case Answer.Silent<AppsConnectionsOpenResponse> silent ->
          findings.unknown(SLACK_SOCKET, subject, silent.why());
    }
  }
}
