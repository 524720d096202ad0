package gameday.mocks;

import gameday.mocks.chat.ChatListener;
import gameday.mocks.chat.Surroundings;
import gameday.mocks.delivery.WebhookSender;
import gameday.mocks.faults.Faults;
import gameday.mocks.helpchat.HelpChat;
import gameday.mocks.http.MockServer;
import gameday.mocks.modchat.ModChat;
import gameday.mocks.slack.SlackApi;
import gameday.mocks.slack.SlackCredentials;
import gameday.mocks.slack.SlackDoor;
import gameday.mocks.slack.SlackFiles;
import gameday.mocks.slack.SlackWorkspace;
import gameday.mocks.slack.app.SlackEvents;
import gameday.mocks.slack.limits.RateLimits;
import java.net.URI;
import java.time.Clock;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
  private final SlackWorkspace slack;
  private final SlackEvents events;
  private final SlackDoor slackDoor;
  private final HelpChat helpChat;
  private final ModChat modChat;
  private final MockServer server;

  private Mocks(MockSettings settings, Listeners listeners) {
    long seed = settings.seed();
    credentials = SlackCredentials.of(seed);
    faults = new Faults(seed);
    sender = new WebhookSender(settings.speed(), DELIVERY_BOUND, faults, listeners.deliveries());
    slack = new SlackWorkspace(settings.workspace(), Clock.systemUTC(), faults);
    // Who listens must know of a message before the pipeline can act on it.
    slack.listen(listeners.slack());
    events = SlackEvents.of(slack, credentials, sender, Clock.systemUTC());
    RateLimits limits = RateLimits.published(settings.speed(), System::nanoTime);
    slackDoor =
        new SlackDoor(
            List.of(new SlackApi(slack, credentials, limits), new SlackFiles(slack, credentials)));
    helpChat = settings.helpChat().make(seed, around("help-chat", listeners.helpChat()));
    modChat = new ModChat(seed, around("mod-chat", listeners.modChat()), listeners.door());
    server =
        MockServer.start(
            settings.port(), List.of(slackDoor, helpChat, modChat), faults, listeners.calls());
    slack.reachableAt(server.url(slackDoor));
  }

  private Surroundings around(String name, ChatListener listener) {
    return new Surroundings(sender, listener, () -> faults.isOut(name), InstantSource.system());
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

  /** From now on webhooks and events go to the pipeline, whose base URL this is. */
  public void connect(URI pipeline) {
    sender.pipeline(pipeline);
  }

  /** Sends Slack's challenge to the pipeline, and tells how it was answered. */
  public SlackEvents.Verification verify(URI pipeline) {
    return events.verify(pipeline);
  }

  /** Deliveries that are neither done nor given up. */
  public int pendingDeliveries() {
    return sender.pending();
  }

  /** What a pipeline must know, by the contract's names: base URLs, tokens, secrets. */
  public Map<String, String> environment() {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("SLACK_API_URL", server.url(slackDoor) + "/api/");
    environment.putAll(credentials.environment());
    environment.put("HELP_CHAT_URL", server.url(helpChat).toString());
    environment.putAll(helpChat.credentials());
    environment.put("MOD_CHAT_URL", server.url(modChat).toString());
    environment.putAll(modChat.credentials());
    return environment;
  }

  /** Ends deliveries and goes on answering calls. */
  public void hangUp() {
    sender.close();
  }

  @Override
  public void close() {
    sender.close();
    server.close();
  }
}
