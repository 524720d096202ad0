package gameday.mocks.slack.app;

import gameday.mocks.slack.Method;
import gameday.mocks.slack.SlackCredentials;
import gameday.mocks.slack.SlackPath;
import gameday.mocks.slack.SlackWorkspace;
import gameday.mocks.slack.WorkspaceAccess;
import gameday.mocks.slack.WorkspaceEvents;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The workspace's one app as Slack deals with it: events, sockets, interactions and webhooks, put
 * together. Safe for use by many threads.
 */
public final class SlackApp implements AutoCloseable {
  private final AppWiring wiring;
  private final WallAlarms alarms;
  private final SocketMode sockets;
  private final SlackEvents events;
  private final InteractionSender sender;
  private final SlackInteractions interactions;
  private final IncomingWebhooks webhooks;
  private final ResponseUrls responses;
  private final ViewMethods viewMethods;

  /** From now on the app is told of everything that happens in the workspace. */
  public static SlackApp of(
      SlackWorkspace workspace, SlackCredentials credentials, AppWiring wiring) {
    var alarms = new WallAlarms();
    var timing = new Timing(wiring.clock(), System::nanoTime, wiring.speed(), alarms);
    return new SlackApp(new Identity(workspace, credentials), wiring, timing, alarms);
  }

  /**
   * The same on any clocks.
   *
   * @param alarms closed with this
   */
  SlackApp(Identity app, AppWiring wiring, Timing timing, WallAlarms alarms) {
    this.wiring = wiring;
    this.alarms = alarms;
    var secrets = new Secrets(app.credentials().signingSecret());
    sockets = new SocketMode(app.appId(), secrets, timing);
    events = new SlackEvents(app, wiring.sender(), sockets, wiring.urls().events(), timing);
    sender = new InteractionSender(app, sockets, wiring.urls(), wiring.deliveries(), timing);
    var access = new WorkspaceAccess(app.workspace());
    responses = new ResponseUrls(app.teamId(), access, wiring.slack(), secrets, timing);
    webhooks = new IncomingWebhooks(app.teamId(), access, wiring.limits(), secrets);
    var triggers = new Triggers(secrets, timing);
    var shapes = new ViewShapes(app, access.botId(), timing);
    var state = new AppState(access, triggers, responses, new Views(), shapes, timing);
    viewMethods = new ViewMethods(state.views(), shapes, triggers);
    interactions = new SlackInteractions(wiring.faults(), app, state, sender);
    wiring.sender().courier(new SocketCourier(sockets));
    WorkspaceEvents.tell(app.workspace(), events);
  }

  /** What people do with the app. */
  public SlackInteractions interactions() {
    return interactions;
  }

  /** The connections the app has opened. */
  public SocketMode sockets() {
    return sockets;
  }

  /** Sends Slack's challenge to the pipeline, and tells how it was answered. */
  public SlackEvents.Verification verify(URI pipeline) {
    return events.verify(pipeline);
  }

  /** From now on interactions go to the pipeline, whose base URL this is. */
  public void connect(URI pipeline) {
    sender.pipeline(pipeline);
  }

  /**
   * The URL of a channel's incoming webhook, the same whenever it is asked for.
   *
   * @throws IllegalArgumentException if there is no such channel
   */
  public URI incomingWebhook(String channelId) {
    return URI.create(wiring.slack().get() + webhooks.path(channelId));
  }

  /** Methods of the Web API that are about the app, by name. */
  public Map<String, Method> methods() {
    var methods = new HashMap<>(viewMethods.all());
    methods.put("apps.connections.open", arguments -> sockets.openConnection());
    return methods;
  }

  /** What Slack answers for the app besides the Web API. */
  public List<SlackPath> paths() {
    var paths = new ArrayList<>(responses.paths());
    paths.add(webhooks);
    return paths;
  }

  /** Ends connections, and what is under way. */
  @Override
  public void close() {
    sockets.close();
    sender.close();
    alarms.close();
  }
}
