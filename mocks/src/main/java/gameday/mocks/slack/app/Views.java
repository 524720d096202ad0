package gameday.mocks.slack.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The views that people have open: of each person one stack, the root first, at most three high.
 * Safe for use by many threads; what is put in or given out is never changed.
 */
final class Views {
  static final int HIGHEST = 3;

  private final Map<String, List<ObjectNode>> stacks = new HashMap<>();

  /** A person's, the root first; the last is the one they see. */
  synchronized List<ObjectNode> of(String userId) {
    return List.copyOf(stacks.getOrDefault(userId, List.of()));
  }

  /**
   * The view a person sees.
   *
   * @throws IllegalArgumentException if it isn't that one
   */
  synchronized ObjectNode top(String userId, String viewId) {
    var stack = of(userId);
    if (stack.isEmpty() || !id(stack.getLast()).equals(viewId)) {
      throw new IllegalArgumentException(userId + " doesn't see the view " + viewId);
    }
    return stack.getLast();
  }

  /** Shows a view and drops all the person had open. */
  synchronized void open(String userId, ObjectNode view) {
    stacks.put(userId, new ArrayList<>(List.of(view)));
  }

  /** Puts a view on top; false if there is none below, or the stack is as high as it may be. */
  synchronized boolean push(String userId, ObjectNode view) {
    var stack = stacks.get(userId);
    if (stack == null || stack.size() >= HIGHEST) {
      return false;
    }
    stack.add(view);
    return true;
  }

  /** Puts a view in the place of another, if somebody has that open. */
  synchronized void change(String viewId, ObjectNode now) {
    stacks.values().forEach(stack -> stack.replaceAll(v -> id(v).equals(viewId) ? now : v));
  }

  /** Takes a view, and those above it, from a person's stack. */
  synchronized void close(String userId, String viewId) {
    var stack = stacks.getOrDefault(userId, new ArrayList<>());
    for (var n = 0; n < stack.size(); n++) {
      if (id(stack.get(n)).equals(viewId)) {
        stack.subList(n, stack.size()).clear();
      }
    }
    if (stack.isEmpty()) {
      stacks.remove(userId);
    }
  }

  /** Closes all a person has open. */
  synchronized void clear(String userId) {
    stacks.remove(userId);
  }

  /** One that somebody has open, by one of its fields. */
  synchronized Optional<ObjectNode> find(String field, String value) {
    return stacks.values().stream()
        .flatMap(List::stream)
        .filter(view -> view.path(field).asText().equals(value))
        .findFirst();
  }

  /** Whether a view other than {@code but} has that id of the app's own. */
  synchronized boolean isTaken(String externalId, String but) {
    return !externalId.isEmpty()
        && find("external_id", externalId).filter(view -> !id(view).equals(but)).isPresent();
  }

  static String id(JsonNode view) {
    return view.path("id").asText();
  }
}
