package gameday.live;

import gameday.contract.EventFile;
import gameday.contract.PipelineVariable;
import gameday.mocks.chat.Surroundings;
import gameday.mocks.delivery.WebhookSender;
import gameday.mocks.faults.Faults;
import gameday.mocks.helpchat.HelpChat;
import gameday.mocks.helpchat.chatwoot.Chatwoot;
import gameday.mocks.helpchat.intercom.Intercom;
import gameday.mocks.helpchat.smartloop.Smartloop;
import gameday.mocks.http.MockServer;
import gameday.mocks.modchat.ModChat;
import gameday.mocks.modchat.Role;
import gameday.mocks.slack.RateLimits;
import gameday.mocks.slack.SlackApi;
import gameday.mocks.slack.SlackCredentials;
import gameday.mocks.slack.SlackEvents;
import gameday.mocks.slack.SlackWorkspace;
import gameday.people.Staff;
import gameday.process.Chat;
import gameday.process.Mention;
import gameday.process.Profile;
import gameday.process.Tier;
import gameday.scenario.EventPlan;
import gameday.scenario.Scenario;
import gameday.script.ScriptedQuestion;
import java.net.URI;
import java.time.Clock;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The mocks of one run, with their people and the event in them, on one port. */
final class Stage implements AutoCloseable {
  private static final int DELIVERY_BOUND = 100_000;

  private final LiveSettings settings;
  private final SlackCredentials slackCredentials;
  private final WebhookSender sender;
  private final SlackEvents events;
  private final SlackApi slackApi;
  private final MockServer server;

  final Faults faults;
  final SlackWorkspace slack;
  final HelpChat helpChat;
  final ModChat modChat;
  final Cast cast;
  final String channelId;
  final String techSupportGroup;

  Stage(LiveSettings settings, Ears ears) {
    this.settings = settings;
    Scenario scenario = settings.scenario();
    long seed = settings.script().seed();
    faults = new Faults(seed);
    sender = new WebhookSender(settings.speed(), DELIVERY_BOUND, faults, ears.deliveries());
    slack = new SlackWorkspace("juno", Clock.systemUTC(), faults);
    slackCredentials = SlackCredentials.of(seed);
    Surroundings help = around(ears, Chat.HELP);
    helpChat =
        switch (scenario.helpChat()) {
          case CHATWOOT -> new Chatwoot(seed, help);
          case SMARTLOOP -> new Smartloop(seed, help);
          case INTERCOM -> new Intercom(seed, help);
        };
    modChat = new ModChat(seed, around(ears, Chat.MOD), ears.door());
    cast = new Cast(Staff.rosterOf(scenario), slack, helpChat, modChat);
    channelId = slack.createChannel(scenario.event().channel());
    cast.slackIds().forEach(person -> slack.join(channelId, person));
    techSupportGroup = slack.addUserGroup("tech-support", cast.slackIdsOf(Tier.TECH_SUPPORT));
    fillModChat();
    // The history must know of a message before the pipeline can act on it.
    slack.listen(ears.slack());
    events = SlackEvents.of(slack, slackCredentials, sender, Clock.systemUTC());
    slackApi =
        new SlackApi(
            slack, slackCredentials, RateLimits.published(settings.speed(), System::nanoTime));
    server =
        MockServer.start(
            settings.port(), List.of(slackApi, helpChat, modChat), faults, ears.calls());
  }

  private Surroundings around(Ears ears, Chat chat) {
    return new Surroundings(
        sender, ears.chat(chat), () -> faults.isOut(chat.word()), InstantSource.system());
  }

  private void fillModChat() {
    EventPlan event = settings.scenario().event();
    event
        .sessions()
        .forEach(session -> modChat.addSession(session.id(), session.title(), page(session.id())));
    for (ScriptedQuestion question : settings.script().questions()) {
      if (question.chat() == Chat.MOD) {
        String session = question.session().orElseThrow();
        modChat.addMember(session, question.asker().email(), Role.SPEAKER);
      }
    }
  }

  private String page(String session) {
    return settings.scenario().event().url() + "/sessions/" + session;
  }

  /** Where visitors send their calls. */
  String baseUrl() {
    return "http://127.0.0.1:" + server.port();
  }

  /** From now on webhooks and events go to the pipeline. */
  void connect(URI pipeline) {
    sender.pipeline(pipeline);
  }

  /** Sends Slack's challenge; whether the pipeline answered it. */
  SlackEvents.Verification verify(URI pipeline) {
    return events.verify(pipeline);
  }

  /** Deliveries that are neither done nor given up. */
  int pendingDeliveries() {
    return sender.pending();
  }

  /** Whom an escalation's greeting mentions. */
  Mention mention() {
    List<String> csms = cast.slackIdsOf(Tier.CSM);
    return settings.scenario().process().profile() == Profile.NAMED_CSM && !csms.isEmpty()
        ? new Mention.Person(csms.getFirst())
        : new Mention.Here();
  }

  EventFile eventFile() {
    EventPlan event = settings.scenario().event();
    return new EventFile(
        new EventFile.Event(event.name(), event.url(), event.channel()),
        event.sessions().stream()
            .map(
                session -> new EventFile.Session(session.id(), session.title(), page(session.id())))
            .toList(),
        settings.scenario().process(),
        mention(),
        techSupportGroup,
        cast.members());
  }

  /** What a pipeline is started with, but for its port, event file and state folder. */
  Map<String, String> environment() {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put(PipelineVariable.SLACK_API_URL.name(), server.url(slackApi) + "/api/");
    environment.putAll(slackCredentials.environment());
    environment.put(PipelineVariable.SLACK_CHANNEL.name(), channelId);
    environment.put(PipelineVariable.HELP_CHAT_URL.name(), server.url(helpChat).toString());
    environment.putAll(helpChat.credentials());
    environment.put(PipelineVariable.MOD_CHAT_URL.name(), server.url(modChat).toString());
    environment.putAll(modChat.credentials());
    environment.put(PipelineVariable.GAMEDAY_SPEED.name(), Double.toString(settings.speed()));
    return environment;
  }

  /** Ends deliveries, before the pipeline is ended: what it can't get any more is not its fault. */
  void hangUp() {
    sender.close();
  }

  @Override
  public void close() {
    sender.close();
    server.close();
  }
}
