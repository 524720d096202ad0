package gameday.mocks.slack.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.faults.Faults;
import gameday.mocks.slack.Ephemeral;
import gameday.mocks.slack.SlackWorkspace;
import gameday.mocks.slack.app.Interaction.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * What people do with the app: press its buttons, use its shortcuts and commands, fill in its
 * views.
 *
 * <p>Each verb tells the app at once and returns before it has answered; the outcome comes within
 * little more than three seconds, and never exceptionally. A verb that nobody could do throws
 * {@link IllegalArgumentException}: an element that doesn't stand there, a view that isn't open, a
 * person or channel that doesn't exist. Safe for use by many threads.
 */
public final class SlackInteractions {
  private final Faults faults;
  private final SlackWorkspace workspace;
  private final AppState state;
  private final Payloads payloads;
  private final InteractionSender sender;
  private final AckEffects effects;

  SlackInteractions(Faults faults, Identity app, AppState state, InteractionSender sender) {
    this.faults = faults;
    this.workspace = app.workspace();
    this.state = state;
    this.payloads = new Payloads(app, state.access(), state.timing());
    this.sender = sender;
    this.effects = new AckEffects(state);
  }

  // ---- messages ----

  /** Presses a button in a message, or in an ephemeral message that the person sees. */
  public CompletableFuture<Outcome> press(
      String userId, String channelId, String ts, String actionId) {
    var message = message(userId, channelId, ts);
    var button = Standing.find(message.json(), actionId);
    return act(userId, message, button.pressed(), Map.of());
  }

  /**
   * Chooses in a select, a picker or the like in a message.
   *
   * @param values what is chosen: options by their values, people and channels by id
   */
  public CompletableFuture<Outcome> choose(
      String userId, String channelId, String ts, String actionId, List<String> values) {
    var message = message(userId, channelId, ts);
    var element = Standing.find(message.json(), actionId);
    var chosen = Elements.chosen(element.element(), values);
    return act(userId, message, element.acted(chosen), Map.of(actionId, chosen));
  }

  private CompletableFuture<Outcome> act(
      String userId, Shown message, ObjectNode action, Map<String, ObjectNode> chosen) {
    var states = Standing.state(Standing.in(message.json()), chosen);
    var payload = payloads.blockActions(userId, message, action);
    payload.set("state", states);
    answerable(payload, ResponseUrls.Kind.ACTIONS, userId, message);
    return tell(interactive(payload, message.conversation(), false), effects::ofPress);
  }

  /** Uses a shortcut on a message. */
  public CompletableFuture<Outcome> messageShortcut(
      String userId, String channelId, String ts, String callbackId) {
    var message = message(userId, channelId, ts);
    var payload = payloads.messageShortcut(userId, message, callbackId);
    answerable(payload, ResponseUrls.Kind.SHORTCUTS, userId, message);
    return tell(interactive(payload, message.conversation(), false), effects::ofPress);
  }

  /** The ephemeral messages a person sees, oldest first: the newest 100. */
  public List<Ephemeral> ephemerals(String userId) {
    return workspace.ephemerals().of(userId);
  }

  // ---- anywhere ----

  /** Uses a global shortcut, which the app knows by {@code callbackId}. */
  public CompletableFuture<Outcome> shortcut(String userId, String callbackId) {
    var payload = payloads.globalShortcut(userId, callbackId);
    payload.put("trigger_id", state.triggers().issue(userId));
    return tell(interactive(payload, userId, false), effects::ofPress);
  }

  /**
   * Types a slash command.
   *
   * @param command with its '/', such as {@code /status}
   * @param text what follows it; may be empty
   */
  public CompletableFuture<Outcome> command(
      String userId, String channelId, String command, String text) {
    if (!command.startsWith("/")) {
      throw new IllegalArgumentException("a command must start with '/', was " + command);
    }
    var payload = payloads.command(userId, channelId, command, text);
    var url = state.urls().issue(ResponseUrls.Kind.COMMANDS, userId, channelId, Optional.empty());
    payload.put("response_url", url).put("trigger_id", state.triggers().issue(userId));
    return tell(
        new Interaction(Kind.COMMAND, payload, channelId, true),
        ack -> effects.ofCommand(userId, channelId, command, ack));
  }

  // ---- views ----

  /** The views a person has open, the root first; they see the last. */
  public List<ObjectNode> openViews(String userId) {
    return state.views().of(userId);
  }

  /** Presses a button in the view that the person sees. */
  public CompletableFuture<Outcome> pressInView(String userId, String viewId, String actionId) {
    var view = state.views().top(userId, viewId);
    return actInView(userId, view, Standing.find(view, actionId).pressed());
  }

  /** Chooses in the view that the person sees; values as in {@link #choose}. */
  public CompletableFuture<Outcome> chooseInView(
      String userId, String viewId, String actionId, List<String> values) {
    if (isOut()) {
      return slackIsOut();
    }
    var view = state.views().top(userId, viewId);
    var element = Standing.find(view, actionId);
    var filled = ViewShapes.filled(view, Map.of(actionId, values));
    state.views().change(viewId, filled);
    return actInView(userId, filled, element.acted(Elements.chosen(element.element(), values)));
  }

  private CompletableFuture<Outcome> actInView(String userId, ObjectNode view, ObjectNode action) {
    var payload = payloads.blockActionsInView(userId, view, action);
    payload.put("trigger_id", state.triggers().issue(userId));
    return tell(interactive(payload, userId, false), effects::ofPress);
  }

  /**
   * Fills in the view that the person sees, and submits it. What is left out stays as it is.
   *
   * @param answers by {@code action_id}; values as in {@link #choose}, or the text typed
   */
  public CompletableFuture<Outcome> submit(
      String userId, String viewId, Map<String, List<String>> answers) {
    if (isOut()) {
      return slackIsOut();
    }
    var view = ViewShapes.filled(state.views().top(userId, viewId), answers);
    ViewShapes.requireComplete(view);
    state.views().change(viewId, view);
    var payload = payloads.viewSubmission(userId, view);
    payload.put("trigger_id", state.triggers().issue(userId));
    return tell(
        interactive(payload, userId, true), ack -> effects.ofSubmission(userId, viewId, ack));
  }

  /** Closes the view that the person sees; the app is told if it asked to be. */
  public CompletableFuture<Outcome> close(String userId, String viewId) {
    if (isOut()) {
      return slackIsOut();
    }
    var view = state.views().top(userId, viewId);
    var cleared = view.path("clear_on_close").asBoolean();
    if (cleared) {
      state.views().clear(userId);
    } else {
      state.views().close(userId, viewId);
    }
    return view.path("notify_on_close").asBoolean()
        ? tell(
            interactive(payloads.viewClosed(userId, view, cleared), userId, false),
            effects::ofPress)
        : CompletableFuture.completedFuture(new Outcome.Acknowledged());
  }

  private CompletableFuture<Outcome> tell(Interaction interaction, Function<Ack, Outcome> outcome) {
    return isOut() ? slackIsOut() : sender.send(interaction).thenApply(outcome);
  }

  private static CompletableFuture<Outcome> slackIsOut() {
    return CompletableFuture.completedFuture(new Outcome.SlackIsOut());
  }

  private boolean isOut() {
    return faults.isOut(SlackWorkspace.NAME);
  }

  private static Interaction interactive(
      ObjectNode payload, String conversation, boolean takesAnswer) {
    return new Interaction(Kind.INTERACTIVE, payload, conversation, takesAnswer);
  }

  private void answerable(
      ObjectNode payload, ResponseUrls.Kind kind, String userId, Shown message) {
    var original = new ResponseUrls.Original(message.ts(), message.ephemeral());
    var url = state.urls().issue(kind, userId, message.channelId(), Optional.of(original));
    payload.put("response_url", url).put("trigger_id", state.triggers().issue(userId));
  }

  private Shown message(String userId, String channelId, String ts) {
    return workspace
        .ephemerals()
        .find(userId, channelId, ts)
        .map(seen -> new Shown(channelId, ts, seen.json().deepCopy(), true))
        .or(
            () ->
                state
                    .access()
                    .message(channelId, ts)
                    .map(json -> new Shown(channelId, ts, json, false)))
        .orElseThrow(() -> new IllegalArgumentException("no message " + ts + " in " + channelId));
  }
}
