package gameday.mocks.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** How Slack answers: success, or an error word, both with status 200. */
public final class Reply {
  private Reply() {}

  /** Success. */
  public static ObjectNode ok() {
    return SlackJson.MAPPER.createObjectNode().put("ok", true);
  }

  /** Trouble, by Slack's word for it. */
  public static ObjectNode error(String word) {
    return SlackJson.MAPPER.createObjectNode().put("ok", false).put("error", word);
  }

  /** A required argument wasn't given. */
  public static ObjectNode missing(String argument) {
    return invalid(List.of("missing required field: " + argument));
  }

  /** Arguments that can't be taken, with what is wrong with each. */
  public static ObjectNode invalid(List<String> problems) {
    var reply = error("invalid_arguments");
    var messages = reply.putObject("response_metadata").putArray("messages");
    problems.forEach(problem -> messages.add("[ERROR] " + problem));
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
