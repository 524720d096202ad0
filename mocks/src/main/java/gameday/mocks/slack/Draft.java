package gameday.mocks.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * A message that is to be stored.
 *
 * @param text in Slack's markup
 * @param threadTs the parent's ts; a reply's ts stands for its parent
 * @param broadcast whether a reply is shown in the channel too
 * @param extras what else came with it
 * @param byUrl whether the app wrote it by a URL of its own (webhook, response_url), not by the Web
 *     API
 */
record Draft(
    String text, Optional<String> threadTs, boolean broadcast, Extras extras, boolean byUrl) {
  /** Longer texts are cut, not refused. */
  static final int LONGEST_TEXT = 40_000;

  Draft {
    text = cut(text);
  }

  Draft(String text, Optional<String> threadTs, boolean broadcast, Extras extras) {
    this(text, threadTs, broadcast, extras, false);
  }

  static String cut(String text) {
    if (text.length() <= LONGEST_TEXT) {
      return text;
    }
    var end = Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 1)) ? 1 : 0;
    return text.substring(0, LONGEST_TEXT - end);
  }

  /**
   * Kept as it came and given back; the mock doesn't look into it.
   *
   * @param clientMessageId the sender's own id for the message
   * @param metadata event_type and event_payload
   */
  record Extras(
      Optional<String> clientMessageId,
      Optional<JsonNode> metadata,
      Optional<JsonNode> blocks,
      Optional<JsonNode> attachments) {
    static final Extras NONE =
        new Extras(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
