package gameday.mocks.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** How Slack answers: success, or an error word, both with status 200. */
public final class Reply {
  private static final String METADATA = "response_metadata";

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
    return error("invalid_arguments", problems);
  }

  /** Trouble, with what is wrong in detail. */
  static ObjectNode error(String word, List<String> problems) {
    var reply = error(word);
    var messages = reply.putObject(METADATA).putArray("messages");
    problems.forEach(problem -> messages.add("[ERROR] " + problem));
    return reply;
  }

  static ObjectNode withCursor(ObjectNode reply, String nextCursor) {
    reply.withObject(METADATA).put("next_cursor", nextCursor);
    return reply;
  }

  /** Says what could be better; several warnings stand with commas. */
  static ObjectNode warn(ObjectNode reply, String warning) {
    var before = reply.path("warning").asText();
    reply.put("warning", before.isEmpty() ? warning : before + "," + warning);
    reply.withObject("/" + METADATA).withArray("warnings").add(warning);
    return reply;
  }

  /** {@code ok} or the error word. */
  static String outcome(ObjectNode reply) {
    return reply.path("ok").asBoolean() ? "ok" : reply.path("error").asText();
  }
}
