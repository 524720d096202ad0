package gameday.preflight;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.preflight.Check.State;
import java.util.Comparator;
import java.util.List;

/**
 * What was found.
 *
 * @param scenario its name
 * @param checks the worst first, then in the order of {@link CheckName}, then as looked at
 */
public record PreflightReport(String scenario, List<Check> checks) {
  static final String SCHEMA = "gameday/preflight/1";

  /** What it all comes to. */
  public enum Outcome {
    READY,
    /** Something is not as it must be. */
    MISSING,
    /** Nothing is known to be missing, and not everything could be told. */
    UNKNOWN
  }

  public PreflightReport {
    checks =
        checks.stream()
            .sorted(Comparator.comparing(Check::state).thenComparing(Check::name))
            .toList();
  }

  /** How many checks stand so. */
  public long count(State state) {
    return checks.stream().filter(check -> check.state() == state).count();
  }

  /** How many were looked at, successfully or not. */
  public long lookedAt() {
    return checks.size() - count(State.SKIPPED);
  }

  /**
   * The outcome. What is missing stays so, whatever else could not be told.
   *
   * @param strict whether a warning counts as something missing
   */
  public Outcome outcome(boolean strict) {
    if (count(State.MISSING) > 0 || (strict && count(State.WARNING) > 0)) {
      return Outcome.MISSING;
    }
    return count(State.UNKNOWN) > 0 ? Outcome.UNKNOWN : Outcome.READY;
  }

  /** All of it as one JSON object. */
  public String json(boolean strict) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("schema", SCHEMA)
            .put("scenario", scenario)
            .put("outcome", outcome(strict).name().toLowerCase(java.util.Locale.ROOT))
            .put("lookedAt", lookedAt());
    for (State state : State.values()) {
      json.put(state.word(), count(state));
    }
    var all = json.putArray("checks");
    for (Check check : checks) {
      all.addObject()
          .put("check", check.name().word())
          .put("subject", check.subject())
          .put("state", check.state().word())
          .put("found", check.found())
          .put("remedy", check.remedy());
    }
    return json.toPrettyString();
  }
}
