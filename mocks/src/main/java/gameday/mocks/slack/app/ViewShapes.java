package gameday.mocks.slack.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.slack.BlockIds;
import gameday.mocks.slack.Ids;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Views as Slack tells of them: what the app gave, and what Slack adds. */
final class ViewShapes {
  private static final List<String> TEXTS = List.of("callback_id", "private_metadata");
  private static final List<String> OBJECTS = List.of("title", "submit", "close");
  private static final List<String> FLAGS =
      List.of("clear_on_close", "notify_on_close", "submit_disabled");
  private static final int HASH_DIGITS = 8;

  private final Identity app;
  private final String botId;
  private final Timing timing;
  private long made;

  ViewShapes(Identity app, String botId, Timing timing) {
    this.app = app;
    this.botId = botId;
    this.timing = timing;
  }

  /** A new view; on top of {@code below}, if there is one. */
  synchronized ObjectNode made(JsonNode given, Optional<ObjectNode> below) {
    var id = Ids.of("V", "view " + made++);
    var view = shaped(id, given);
    view.put("root_view_id", below.map(under -> under.path("root_view_id").asText()).orElse(id));
    below.ifPresentOrElse(
        under -> view.put("previous_view_id", Views.id(under)),
        () -> view.putNull("previous_view_id"));
    return view;
  }

  /** A view in the place of {@code old}. */
  synchronized ObjectNode inPlaceOf(ObjectNode old, JsonNode given) {
    var view = shaped(Views.id(old), given);
    view.set("root_view_id", old.path("root_view_id"));
    view.set("previous_view_id", old.path("previous_view_id"));
    return view;
  }

  /**
   * A view after somebody has filled in some of it.
   *
   * @param answers by {@code action_id}
   * @throws IllegalArgumentException if one of them doesn't fit
   */
  static ObjectNode filled(ObjectNode view, Map<String, List<String>> answers) {
    var states = new LinkedHashMap<String, ObjectNode>();
    for (var standing : Standing.in(view)) {
      var now = view.path("state").path("values").path(standing.blockId());
      if (now.path(standing.actionId()) instanceof ObjectNode before) {
        states.put(standing.actionId(), before);
      }
    }
    answers.forEach(
        (actionId, values) ->
            states.put(actionId, Elements.chosen(Standing.find(view, actionId).element(), values)));
    var filled = view.deepCopy();
    filled.set("state", Standing.state(Standing.in(view), states));
    return filled;
  }

  /**
   * Does nothing if all is filled in that a person must fill in.
   *
   * @throws IllegalArgumentException naming what is missing
   */
  static void requireComplete(ObjectNode view) {
    for (var standing : Standing.in(view)) {
      var state = view.path("state").path("values").path(standing.blockId());
      if (standing.isRequired()
          && state.path(standing.actionId()) instanceof ObjectNode now
          && Elements.isEmpty(standing.element(), now)) {
        throw new IllegalArgumentException(standing.actionId() + " must be filled in");
      }
    }
  }

  private ObjectNode shaped(String id, JsonNode given) {
    var view = JsonNodeFactory.instance.objectNode();
    view.put("id", id).put("team_id", app.teamId()).put("type", "modal");
    view.set("blocks", BlockIds.filled(given.path("blocks"), id));
    TEXTS.forEach(field -> view.put(field, given.path(field).asText()));
    view.set("state", Standing.state(Standing.in(view), Map.of()));
    view.put("hash", hash(given));
    OBJECTS.forEach(
        field -> view.set(field, given.hasNonNull(field) ? given.get(field) : view.nullNode()));
    FLAGS.forEach(field -> view.put(field, given.path(field).asBoolean()));
    return view.put("external_id", given.path("external_id").asText())
        .put("app_id", app.appId())
        .put("app_installed_team_id", app.teamId())
        .put("bot_id", botId);
  }

  private String hash(JsonNode given) {
    var drawn = Ids.hex("hash " + made++ + given).substring(0, HASH_DIGITS);
    return timing.wall().instant().getEpochSecond() + "." + drawn;
  }
}
