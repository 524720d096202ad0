package gameday.mocks.slack.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * One payload on its way through a socket.
 *
 * @param type the envelope's: {@code events_api}, {@code interactive} or {@code slash_commands}
 * @param takesAnswer whether the acknowledgement may carry something
 * @param retry which attempt, for what is retried
 */
record Parcel(String type, JsonNode payload, boolean takesAnswer, Optional<Retry> retry) {

  /** Which attempt: 0 for the first, and why the one before failed. */
  record Retry(int attempt, String reason) {}

  ObjectNode envelope(String id) {
    var envelope = JsonNodeFactory.instance.objectNode().put("envelope_id", id);
    envelope.set("payload", payload);
    envelope.put("type", type).put("accepts_response_payload", takesAnswer);
    retry.ifPresent(
        which ->
            envelope.put("retry_attempt", which.attempt()).put("retry_reason", which.reason()));
    return envelope;
  }
}
