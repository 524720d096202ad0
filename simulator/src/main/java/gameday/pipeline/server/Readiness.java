package gameday.pipeline.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** What must be well for the pipeline to do its work; each check says how it stands, since when. */
final class Readiness {
  private static final int LONGEST_WHY = 300;

  private final Map<String, Check> checks = new TreeMap<>();
  private final UnaryOperator<String> redaction;
  private boolean draining;

  /**
   * @param redaction takes secrets out of what is shown
   */
  Readiness(UnaryOperator<String> redaction) {
    this.redaction = redaction;
  }

  private enum State {
    UNKNOWN,
    FINE,
    WRONG
  }

  private record Check(State state, String why, Instant since) {}

  /** A check that hasn't been made yet; until it is fine the pipeline isn't ready. */
  void expect(String name) {
    set(name, State.UNKNOWN, "not looked at yet");
  }

  /** Whether that is news. */
  boolean fine(String name) {
    return set(name, State.FINE, "");
  }

  /** Whether that is news. */
  boolean wrong(String name, String why) {
    return set(name, State.WRONG, why);
  }

  private synchronized boolean set(String name, State state, String why) {
    String shown = redaction.apply(why);
    shown = shown.substring(0, Math.min(LONGEST_WHY, shown.length()));
    Check before = checks.get(name);
    boolean turned = before == null || before.state() != state;
    boolean news = turned || !before.why().equals(shown);
    checks.put(name, new Check(state, shown, turned ? Instant.now() : before.since()));
    return news;
  }

  /** From now on the pipeline takes nothing new. */
  synchronized void drain() {
    draining = true;
  }

  synchronized boolean isReady() {
    return !draining && checks.values().stream().allMatch(check -> check.state() == State.FINE);
  }

  /** Everything, as {@code GET /ready} shows it. */
  synchronized ObjectNode json() {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("status", draining ? "draining" : isReady() ? "ready" : "not-ready");
    ObjectNode shown = root.putObject("checks");
    checks.forEach(
        (name, check) -> {
          ObjectNode node =
              shown
                  .putObject(name)
                  .put("state", check.state().name().toLowerCase(Locale.ROOT))
                  .put("since", check.since().toString());
          if (!check.why().isEmpty()) {
            node.put("why", check.why());
          }
        });
    return root;
  }
}
