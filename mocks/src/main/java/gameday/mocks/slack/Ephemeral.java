package gameday.mocks.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A message that one person sees and nobody else, until it goes.
 *
 * @param userId who sees it
 * @param channelId where
 * @param ts its id in the channel
 * @param json as Slack shows it: text, blocks, attachments, thread_ts
 */
public record Ephemeral(String userId, String channelId, String ts, ObjectNode json) {
  /** Its text, in Slack's markup. */
  public String text() {
    return json.path("text").asText();
  }
}
