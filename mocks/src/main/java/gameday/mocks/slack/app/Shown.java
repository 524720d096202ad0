package gameday.mocks.slack.app;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A message that a person acts on.
 *
 * @param json as Slack shows it
 * @param ephemeral whether only they see it
 */
record Shown(String channelId, String ts, ObjectNode json, boolean ephemeral) {
  /** The thread it stands in or has; its own ts if none. */
  String threadTs() {
    return json.path("thread_ts").asText(ts);
  }

  boolean isInThread() {
    return json.has("thread_ts");
  }

  /** What the record calls it. */
  String conversation() {
    return channelId + ":" + threadTs();
  }
}
