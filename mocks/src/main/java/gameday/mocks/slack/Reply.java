package gameday.mocks.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** How Slack answers: success, or an error word, both with status 200. */
final class Reply {
  private Reply() {}

  static ObjectNode ok() {
    return SlackJson.MAPPER.createObjectNode().put("ok", true);
  }

  static ObjectNode error(String word) {
    return SlackJson.MAPPER.createObjectNode().put("ok", false).put("error", word);
  }

  static ObjectNode missing(String argument) {
    var reply = error("invalid_arguments");
    reply
        .putObject("response_metadata")
        .putArray("messages")
        .add("[ERROR] missing required field: " + argument);
    return reply;
  }

  static ObjectNode withCursor(ObjectNode reply, String nextCursor) {
    reply.putObject("response_metadata").put("next_cursor", nextCursor);
    return reply;
  }

  /** {@code ok} or the error word. */
  static String outcome(ObjectNode reply) {
    return reply.path("ok").asBoolean() ? "ok" : reply.path("error").asText();
  }
}
