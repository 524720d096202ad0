package gameday.mocks;

import gameday.mocks.chat.ChatListener;
import gameday.mocks.chat.Surroundings;
import gameday.mocks.console.Backstage;
import gameday.mocks.console.Console;
import gameday.mocks.delivery.WebhookSender;
import gameday.mocks.faults.Faults;
import gameday.mocks.helpchat.HelpChat;
import gameday.mocks.http.MockServer;
import gameday.mocks.http.Service;
import gameday.mocks.intruder.Intruder;
import gameday.mocks.modchat.ModChat;
import gameday.mocks.slack.SlackApi;
import gameday.mocks.slack.SlackCredentials;
import gameday.mocks.slack.SlackDoor;
import gameday.mocks.slack.SlackFiles;
import gameday.mocks.slack.SlackPath;
import gameday.mocks.slack.SlackWorkspace;
import gameday.mocks.slack.app.AppWiring;
import gameday.mocks.slack.app.SlackApp;
import gameday.mocks.slack.app.SlackEvents;
import gameday.mocks.slack.app.SlackInteractions;
import gameday.mocks.slack.app.SocketMode;
import gameday.mocks.slack.limits.RateLimits;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Slack, a help chat and Mod chat on one port, wired together: everything a pipeline talks to.
 *
 * <p>People act through {@link #slack()}, {@link #helpChat()} and {@link #modChat()}; the pipeline
 * is given the {@link #environment()}. Safe for use by many threads.
 */
public final class Mocks implements AutoCloseable {
  private static final int DELIVERY_BOUND = 100_000;

  private final SlackCredentials credentials;
  private final Faults faults;
  private final WebhookSender sender;
  private final Intruder intruder;
  private final SlackWorkspace slack;
  private final SlackApp slackApp;
  private final SlackDoor slackDoor;
  private final HelpChat helpChat;
  private final ModChat modChat;
  private final Optional<String> admin;
  private final MockServer server;

  private Mocks(MockSettings settings, Listeners listeners) {
    long seed = settings.seed();
    credentials = SlackCredentials.of(seed);
    faults = new Faults(seed);
    sender = new WebhookSender(settings.speed(), DELIVERY_BOUND, faults, listeners.deliveries());
    slack = new SlackWorkspace(settings.workspace(), faults.clock(SlackWorkspace.NAME), faults);
    // Who listens must know of a message before the pipeline can act on it.
    slack.listen(listeners.slack());
    RateLimits limits = settings.rateLimits();
    slackApp = SlackApp.of(slack, credentials, wiring(settings, listeners, limits));
    slackDoor = new SlackDoor(slackPaths(limits));
    helpChat = settings.helpChat().make(seed, around("help-chat", listeners.helpChat()));
    modChat = new ModChat(seed, around("mod-chat", listeners.modChat()), listeners.door());
    admin = settings.admin();
    server = MockServer.start(settings.server(), services(settings), faults, listeners.calls());
    slack.reachableAt(server.url(slackDoor));
    intruder = intruder(settings, listeners);
  }

  private List<Service> services(MockSettings settings) {
    List<Service> services = new ArrayList<>(List.of(slackDoor, helpChat, modChat));
    Backstage backstage = new Backstage(slack, helpChat, modChat, faults);
    admin.ifPresent(
        token -> services.add(new Console(token, Set.of(settings.server().host()), backstage)));
    return services;
  }

  private AppWiring wiring(MockSettings settings, Listeners listeners, RateLimits limits) {
    return new AppWiring(
        sender,
        listeners.deliveries(),
        faults,
        limits,
        faults.clock(SlackWorkspace.NAME),
        settings.speed(),
        settings.requestUrls(),
        this::slackUrl);
  }

  private List<SlackPath> slackPaths(RateLimits limits) {
    List<SlackPath> paths = new ArrayList<>(slackApp.paths());
    paths.add(new SlackApi(slack, credentials, limits, slackApp.methods()));
    paths.add(new SlackFiles(slack, credentials));
    return paths;
  }

  private Intruder intruder(MockSettings settings, Listeners listeners) {
    var doors = List.of(helpChat.name(), modChat.name(), slackDoor.name());
    var one = new Intruder(settings.seed(), settings.speed(), faults, doors, listeners.intruder());
    sender.wiretap(one);
    faults.watch(one);
    return one;
  }

  private URI slackUrl() {
    return server.url(slackDoor);
  }

  private Surroundings around(String name, ChatListener listener) {
    return new Surroundings(sender, listener, () -> faults.isOut(name), faults.clock(name));
  }

  /**
   * Starts to answer; nobody is told of anything.
   *
   * @throws java.io.UncheckedIOException naming the port, if somebody else listens there
   */
  public static Mocks start(MockSettings settings) {
    return start(settings, Listeners.NONE);
  }

  /** The same, with somebody who is told what visitors and the pipeline do. */
  public static Mocks start(MockSettings settings, Listeners listeners) {
    return new Mocks(settings, listeners);
  }

  /** The workspace, in which people act. */
  public SlackWorkspace slack() {
    return slack;
  }

  /** What people do with the pipeline's app in Slack: buttons, shortcuts, commands, views. */
  public SlackInteractions interactions() {
    return slackApp.interactions();
  }

  /** The Socket Mode connections that the pipeline has opened. */
  public SocketMode sockets() {
    return slackApp.sockets();
  }

  /**
   * The URL of a Slack channel's incoming webhook, the same whenever it is asked for.
   *
   * @throws IllegalArgumentException if there is no such channel
   */
  public URI incomingWebhook(String channelId) {
    return slackApp.incomingWebhook(channelId);
  }

  /** The help chat, in which visitors, the chatbot and agents act. */
  public HelpChat helpChat() {
    return helpChat;
  }

  /** The Mod chats of all sessions. */
  public ModChat modChat() {
    return modChat;
  }

  /** What is wrong at the moment; begin and end faults here. */
  public Faults faults() {
    return faults;
  }

  /** Where everything is, such as {@code http://127.0.0.1:8080}. */
  public URI url() {
    return server.url();
  }

  /** The page of the admin side, its token behind the '#'; empty unless it was asked for. */
  public Optional<URI> page() {
    return admin.map(token -> URI.create(url() + "/gameday/#token=" + token));
  }

  /** From now on webhooks, events and interactions go to the pipeline, whose base URL this is. */
  public void connect(URI pipeline) {
    sender.pipeline(pipeline);
    slackApp.connect(pipeline);
    intruder.pipeline(pipeline);
  }

  /** Sends Slack's challenge to the pipeline, and tells how it was answered. */
  public SlackEvents.Verification verify(URI pipeline) {
    return slackApp.verify(pipeline);
  }

  /** Deliveries that are neither done nor given up. */
  public int pendingDeliveries() {
    return sender.pending();
  }

  /** What a pipeline must know, by the contract's names: base URLs, tokens, secrets. */
  public Map<String, String> environment() {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("SLACK_API_URL", slackUrl() + "/api/");
    environment.putAll(credentials.environment());
    environment.put("HELP_CHAT_URL", server.url(helpChat).toString());
    environment.putAll(helpChat.credentials());
    environment.put("MOD_CHAT_URL", server.url(modChat).toString());
    environment.putAll(modChat.credentials());
    return environment;
  }

  /** Ends deliveries and goes on answering calls. */
  public void hangUp() {
    intruder.close();
    sender.close();
    slackApp.close();
  }

  @Override
  public void close() {
    hangUp();
    server.close();
  }
}
