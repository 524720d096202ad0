package gameday.mocks.slack.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.Predicate;

/** What comes of how the app acknowledged an interaction. */
final class AckEffects {
  private static final String VIEW_TROUBLE = "We had some trouble connecting. Try again?";
  private static final String TIMED_OUT =
      "Operation timed out. Apps need to respond within three seconds.";
  private static final String FAILED = "Something went wrong: this app didn't respond.";

  private final AppState state;

  AckEffects(AppState state) {
    this.state = state;
  }

  /** Of a press or a shortcut: what comes with the acknowledgement counts for nothing. */
  Outcome ofPress(Ack ack) {
    return ack.trouble()
        .<Outcome>map(why -> failed(why, why == Trouble.TIMED_OUT ? TIMED_OUT : FAILED))
        .orElseGet(Outcome.Acknowledged::new);
  }

  /** Of a slash command: what comes with the acknowledgement is a message. */
  Outcome ofCommand(String userId, String channelId, String command, Ack ack) {
    var trouble = ack.trouble().or(() -> answered(userId, channelId, ack.body()));
    return trouble
        .<Outcome>map(
            why -> failed(why, "%s failed with the error \"%s\"".formatted(command, why.word())))
        .orElseGet(Outcome.Acknowledged::new);
  }

  private Optional<Trouble> answered(String userId, String channelId, JsonNode body) {
    if (isNothing(body)) {
      return Optional.empty();
    }
    var toAll = body.path("response_type").asText().equals("in_channel");
    if (toAll && !hasContent(body)) {
      // Shows everybody the command itself, which is not a message of the app.
      return Optional.empty();
    }
    var refused =
        toAll
            ? state.access().post(channelId, body)
            : state.access().show(userId, channelId, body, Optional.empty());
    return refused.map(word -> Trouble.FAILED);
  }

  private static boolean hasContent(JsonNode body) {
    return body.hasNonNull("text") || body.hasNonNull("blocks") || body.hasNonNull("attachments");
  }

  /** Of a view that was submitted: what comes with the acknowledgement is what to do with it. */
  Outcome ofSubmission(String userId, String viewId, Ack ack) {
    if (ack.trouble().isPresent()) {
      return failed(ack.trouble().get(), VIEW_TROUBLE);
    }
    if (isNothing(ack.body())) {
      state.views().close(userId, viewId);
      return new Outcome.Acknowledged();
    }
    return switch (ack.body().path("response_action").asText()) {
      case "errors" -> rejected(ack.body().path("errors"));
      case "clear" -> {
        state.views().clear(userId);
        yield new Outcome.Acknowledged();
      }
      case "update" -> shown(ack.body(), view -> update(viewId, view));
      case "push" -> shown(ack.body(), view -> push(userId, view));
      default -> failed(Trouble.FAILED, VIEW_TROUBLE);
    };
  }

  private static Outcome rejected(JsonNode errors) {
    var told = new LinkedHashMap<String, String>();
    errors.properties().forEach(error -> told.put(error.getKey(), error.getValue().asText()));
    return told.isEmpty() ? failed(Trouble.FAILED, VIEW_TROUBLE) : new Outcome.Rejected(told);
  }

  /** Shows a view that came with an acknowledgement, if it can be shown. */
  private static Outcome shown(JsonNode body, Predicate<JsonNode> change) {
    var view = body.path("view");
    var good = ViewRules.problems(view).isEmpty() && !ViewRules.isTooLarge(view);
    return good && change.test(view)
        ? new Outcome.Acknowledged()
        : failed(Trouble.FAILED, VIEW_TROUBLE);
  }

  private boolean update(String viewId, JsonNode given) {
    var old = state.views().find("id", viewId);
    old.ifPresent(view -> state.views().change(viewId, state.shapes().inPlaceOf(view, given)));
    return old.isPresent();
  }

  private boolean push(String userId, JsonNode given) {
    var below = state.views().of(userId);
    return !below.isEmpty()
        && state.views().push(userId, state.shapes().made(given, Optional.of(below.getLast())));
  }

  private static Outcome failed(Trouble why, String seen) {
    return new Outcome.Failed(why.word(), seen);
  }

  private static boolean isNothing(JsonNode body) {
    return body.isMissingNode() || body.isNull() || body instanceof ObjectNode o && o.isEmpty();
  }
}
