package gameday.mocks.slack.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;

/**
 * How the app took an interaction.
 *
 * @param status HTTP status, 200 for an acknowledgement by socket, 0 if there was none
 * @param trouble why it failed, if it did
 * @param body what came with the acknowledgement: an object, or missing if nothing did; a bare text
 *     is an object with it as {@code text}
 */
record Ack(int status, Optional<Trouble> trouble, JsonNode body) {
  static Ack taken(int status, JsonNode body) {
    return new Ack(status, Optional.empty(), body);
  }

  static Ack failed(int status, Trouble trouble) {
    return new Ack(status, Optional.of(trouble), MissingNode.getInstance());
  }
}
