package gameday.live;

import gameday.contract.EventFile;
import gameday.contract.PipelineVariable;
import gameday.mocks.HelpChatKind;
import gameday.mocks.Listeners;
import gameday.mocks.MockSettings;
import gameday.mocks.Mocks;
import gameday.mocks.faults.Faults;
import gameday.mocks.helpchat.HelpChat;
import gameday.mocks.modchat.ModChat;
import gameday.mocks.modchat.Role;
import gameday.mocks.slack.SlackWorkspace;
import gameday.mocks.slack.app.SlackEvents;
import gameday.process.Chat;
import gameday.process.HelpChatProduct;
import gameday.process.Mention;
import gameday.process.Profile;
import gameday.process.Tier;
import gameday.scenario.EventPlan;
import gameday.scenario.Roster;
import gameday.scenario.Scenario;
import gameday.script.Script;
import gameday.script.ScriptedQuestion;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The mocks of one run, with their people and the event in them, on one port. */
final class Stage implements AutoCloseable {
  /** Ends the name of another event's channel, into which a pipeline that is wrong can write. */
  private static final String LIKEWISE = "-2";

  private static final String ELSEWHERE = "-social";

  private final Scenario scenario;
  private final Script script;
  private final double speed;
  private final Mocks mocks;

  private Optional<String> elsewhere = Optional.empty();

  final Faults faults;
  final SlackWorkspace slack;
  final HelpChat helpChat;
  final ModChat modChat;
  final Cast cast;
  final String channelId;
  final String techSupportGroup;

  /**
   * Builds it.
   *
   * @param script whose askers in Mod chat are members of their sessions
   * @param settings but for seed and help chat, which are the script's and the scenario's
   */
  Stage(Scenario scenario, Script script, MockSettings settings, Listeners listeners) {
    this.scenario = scenario;
    this.script = script;
    this.speed = settings.speed();
    mocks =
        Mocks.start(settings.seed(script.seed()).helpChat(kind(scenario.helpChat())), listeners);
    faults = mocks.faults();
    slack = mocks.slack();
    helpChat = mocks.helpChat();
    modChat = mocks.modChat();
    cast = new Cast(Roster.of(scenario.staff()), slack, helpChat, modChat);
    channelId = slack.createChannel(scenario.event().channel());
    slack.createChannel(scenario.event().channel() + LIKEWISE);
    cast.slackIds().forEach(person -> slack.join(channelId, person));
    techSupportGroup = slack.addUserGroup("tech-support", cast.slackIdsOf(Tier.TECH_SUPPORT));
    fillModChat();
  }

  private static HelpChatKind kind(HelpChatProduct product) {
    return switch (product) {
      case CHATWOOT -> HelpChatKind.CHATWOOT;
      case SMARTLOOP -> HelpChatKind.SMARTLOOP;
      case INTERCOM -> HelpChatKind.INTERCOM;
    };
  }

  private void fillModChat() {
    EventPlan event = scenario.event();
    event
        .sessions()
        .forEach(session -> modChat.addSession(session.id(), session.title(), page(session.id())));
    for (ScriptedQuestion question : script.questions()) {
      if (question.chat() == Chat.MOD) {
        String session = question.session().orElseThrow();
        modChat.addMember(session, question.asker().email(), Role.SPEAKER);
      }
    }
  }

  private String page(String session) {
    return scenario.event().url() + "/sessions/" + session;
  }

  /** Where visitors send their calls. */
  String baseUrl() {
    return mocks.url().toString();
  }

  /** The admin side's page, if it is on. */
  Optional<URI> page() {
    return mocks.page();
  }

  /** From now on webhooks and events go to the pipeline. */
  void connect(URI pipeline) {
    mocks.connect(pipeline);
  }

  /** Sends Slack's challenge; whether the pipeline answered it. */
  SlackEvents.Verification verify(URI pipeline) {
    return mocks.verify(pipeline);
  }

  /** Deliveries that are neither done nor given up. */
  int pendingDeliveries() {
    return mocks.pendingDeliveries();
  }

  /**
   * A channel that is not the event's, with the staff in it; made when somebody first goes there.
   */
  synchronized String elsewhere() {
    if (elsewhere.isEmpty()) {
      String channel = slack.createChannel(scenario.event().channel() + ELSEWHERE);
      cast.slackIds().forEach(person -> slack.join(channel, person));
      elsewhere = Optional.of(channel);
    }
    return elsewhere.get();
  }

  /** Whom an escalation's greeting mentions. */
  Mention mention() {
    List<String> csms = cast.slackIdsOf(Tier.CSM);
    return scenario.process().profile() == Profile.NAMED_CSM && !csms.isEmpty()
        ? new Mention.Person(csms.getFirst())
        : new Mention.Here();
  }

  EventFile eventFile() {
    EventPlan event = scenario.event();
    return new EventFile(
        new EventFile.Event(event.name(), event.url(), event.channel()),
        event.sessions().stream()
            .map(
                session -> new EventFile.Session(session.id(), session.title(), page(session.id())))
            .toList(),
        scenario.process(),
        mention(),
        techSupportGroup,
        cast.members());
  }

  /**
   * What a pipeline is started with, but for its port.
   *
   * @param folder the run's, where its event file is written and its state folder made
   */
  Map<String, String> environment(Path folder) throws IOException {
    Path event = folder.resolve("event.json");
    eventFile().write(event);
    Map<String, String> environment = new LinkedHashMap<>(mocks.environment());
    environment.put(PipelineVariable.SLACK_CHANNEL.name(), channelId);
    environment.put(PipelineVariable.GAMEDAY_SPEED.name(), Double.toString(speed));
    environment.put(PipelineVariable.GAMEDAY_EVENT.name(), event.toString());
    environment.put(
        PipelineVariable.GAMEDAY_STATE_DIR.name(),
        Files.createDirectories(folder.resolve("pipeline-state")).toString());
    return environment;
  }

  /** Ends deliveries, before the pipeline is ended: what it can't get any more is not its fault. */
  void hangUp() {
    mocks.hangUp();
  }

  @Override
  public void close() {
    mocks.close();
  }
}
