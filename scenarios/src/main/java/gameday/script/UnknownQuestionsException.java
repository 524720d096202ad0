package gameday.script;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A scenario is to play only some of its questions, and its script has no such questions. */
public final class UnknownQuestionsException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final int MOST_NAMED = 3;

  /** The message names the first few of {@code only} that {@code whole} doesn't have. */
  UnknownQuestionsException(Script whole, List<String> only) {
    super(message(whole, only));
  }

  private static String message(Script whole, List<String> only) {
    Set<String> drawn =
        whole.questions().stream().map(one -> one.id().value()).collect(Collectors.toSet());
    List<String> unknown = only.stream().filter(id -> !drawn.contains(id)).distinct().toList();
    String more =
        unknown.size() > MOST_NAMED ? " and " + (unknown.size() - MOST_NAMED) + " more" : "";
    return "only: seed %d draws no %s, but %s; leave it out, or draw with the seed it was written for"
        .formatted(
            whole.seed(),
            unknown.stream().limit(MOST_NAMED).collect(Collectors.joining(", ")) + more,
            drawn.isEmpty()
                ? "nothing"
                : whole.questions().getFirst().id() + " to " + whole.questions().getLast().id());
  }
}
