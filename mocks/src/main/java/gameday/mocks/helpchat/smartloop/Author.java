package gameday.mocks.helpchat.smartloop;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * Who wrote something.
 *
 * @param by {@code user}, {@code bot}, {@code agent} or {@code api}
 * @param agent which agent, if it was one
 */
record Author(String by, Optional<Agent> agent) {
  static Author user() {
    return new Author("user", Optional.empty());
  }

  static Author bot() {
    return new Author("bot", Optional.empty());
  }

  /** The pipeline. */
  static Author api() {
    return new Author("api", Optional.empty());
  }

  void into(ObjectNode payload) {
    payload.put("by", by);
    agent.ifPresent(it -> payload.set("agent", it.json()));
  }
}
