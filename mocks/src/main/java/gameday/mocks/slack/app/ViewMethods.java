package gameday.mocks.slack.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.slack.Arguments;
import gameday.mocks.slack.Method;
import gameday.mocks.slack.Reply;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** The methods of {@code views.*}. */
final class ViewMethods {
  private final Views views;
  private final ViewShapes shapes;
  private final Triggers triggers;

  ViewMethods(Views views, ViewShapes shapes, Triggers triggers) {
    this.views = views;
    this.shapes = shapes;
    this.triggers = triggers;
  }

  Map<String, Method> all() {
    return Map.of(
        "views.open", arguments -> withTrigger(arguments, this::open),
        "views.push", arguments -> withTrigger(arguments, this::push),
        "views.update", this::update);
  }

  private ObjectNode withTrigger(
      Arguments arguments, BiFunction<String, JsonNode, ObjectNode> show) {
    var problem = problem(arguments, "");
    if (problem.isPresent()) {
      return problem.get();
    }
    var trigger = arguments.text("trigger_id").or(() -> arguments.text("interactivity_pointer"));
    if (trigger.isEmpty()) {
      return Reply.missing("trigger_id");
    }
    return switch (triggers.exchange(trigger.get())) {
      case Triggers.Exchange.Refused refused -> Reply.error(refused.word());
      case Triggers.Exchange.Good good -> show.apply(good.userId(), view(arguments));
    };
  }

  private ObjectNode open(String userId, JsonNode given) {
    var view = shapes.made(given, Optional.empty());
    views.open(userId, view);
    return told(view);
  }

  private ObjectNode push(String userId, JsonNode given) {
    var below = views.of(userId);
    if (below.isEmpty()) {
      return Reply.error("not_found");
    }
    var view = shapes.made(given, Optional.of(below.getLast()));
    return views.push(userId, view) ? told(view) : Reply.error("push_limit_reached");
  }

  private ObjectNode update(Arguments arguments) {
    var field = arguments.text("view_id").isPresent() ? "id" : "external_id";
    var wanted = arguments.text("view_id").or(() -> arguments.text("external_id"));
    if (wanted.isEmpty()) {
      return Reply.missing("view_id");
    }
    synchronized (views) {
      var old = views.find(field, wanted.get());
      if (old.isEmpty()) {
        return Reply.error("not_found");
      }
      var hash = arguments.text("hash");
      if (hash.isPresent() && !hash.get().equals(old.get().path("hash").asText())) {
        return Reply.error("hash_conflict");
      }
      return problem(arguments, Views.id(old.get()))
          .orElseGet(() -> changed(old.get(), view(arguments)));
    }
  }

  private ObjectNode changed(ObjectNode old, JsonNode given) {
    var view = shapes.inPlaceOf(old, given);
    views.change(Views.id(old), view);
    return told(view);
  }

  /**
   * What is wrong with the view to be shown.
   *
   * @param inPlaceOf the id of the view that goes; empty if none does
   */
  private Optional<ObjectNode> problem(Arguments arguments, String inPlaceOf) {
    var view = arguments.json("view");
    if (view.isEmpty()) {
      return Optional.of(Reply.missing("view"));
    }
    if (ViewRules.isTooLarge(view.get())) {
      return Optional.of(Reply.error("view_too_large"));
    }
    var problems = ViewRules.problems(view.get());
    if (!problems.isEmpty()) {
      return Optional.of(Reply.invalid(problems));
    }
    return views.isTaken(view.get().path("external_id").asText(), inPlaceOf)
        ? Optional.of(Reply.error("duplicate_external_id"))
        : Optional.empty();
  }

  private static JsonNode view(Arguments arguments) {
    return arguments.json("view").orElseThrow();
  }

  private static ObjectNode told(ObjectNode view) {
    var reply = Reply.ok();
    reply.set("view", view);
    return reply;
  }
}
