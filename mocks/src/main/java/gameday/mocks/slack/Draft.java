package gameday.mocks.slack;

import gameday.mocks.slack.files.SlackFile;
import java.util.List;
import java.util.Optional;

/**
 * A message that is to be stored.
 *
 * @param text in Slack's markup
 * @param broadcast whether a reply is shown in the channel too
 * @param extras what else came with it
 * @param files what it shows
 * @param subtype such as {@code channel_join}, for what isn't just somebody's words
 * @param inviter who brought the user in, where it tells of that
 */
record Draft(
    String text,
    boolean broadcast,
    Extras extras,
    List<SlackFile> files,
    Optional<String> subtype,
    Optional<String> inviter) {
  /** Longer texts are cut, not refused. */
  static final int LONGEST_TEXT = 40_000;

  Draft {
    text = cut(text);
    files = List.copyOf(files);
  }

  /** What a person says. */
  static Draft of(String text) {
    return of(UnpairedSurrogates.replaced(text), false, Extras.NONE);
  }

  /** What somebody says. */
  static Draft of(String text, boolean broadcast, Extras extras) {
    return new Draft(text, broadcast, extras, List.of(), Optional.empty(), Optional.empty());
  }

  /** What the app says by a URL of its own (webhook, response_url), not by the Web API. */
  static Draft byUrl(String text, boolean broadcast, Extras extras) {
    var subtype = Optional.of(Stored.BY_URL);
    return new Draft(text, broadcast, extras, List.of(), subtype, Optional.empty());
  }

  /** Files, and what somebody says of them. */
  static Draft of(String comment, List<SlackFile> files) {
    var subtype = Optional.of("file_share");
    var readable = UnpairedSurrogates.replaced(comment);
    return new Draft(readable, false, Extras.NONE, files, subtype, Optional.empty());
  }

  /** What Slack itself says of a user. */
  static Draft of(String text, String subtype, Optional<String> inviter) {
    return new Draft(text, false, Extras.NONE, List.of(), Optional.of(subtype), inviter);
  }

  static String cut(String text) {
    if (text.length() <= LONGEST_TEXT) {
      return text;
    }
    var end = Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 1)) ? 1 : 0;
    return text.substring(0, LONGEST_TEXT - end);
  }

  /**
   * Kept and given back, as JSON texts: a tree takes ten times the memory.
   *
   * @param clientMessageId the sender's own id for the message
   * @param metadata event_type and event_payload
   */
  record Extras(
      Optional<String> clientMessageId,
      Optional<String> metadata,
      Optional<String> blocks,
      Optional<String> attachments) {
    static final Extras NONE =
        new Extras(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** The new ones; metadata and the sender's id stay unless given anew. */
    Extras replacedBy(Extras given) {
      return new Extras(
          given.clientMessageId().or(this::clientMessageId),
          given.metadata().or(this::metadata),
          given.blocks(),
          given.attachments());
    }

    /** How many characters that is. */
    int length() {
      return length(clientMessageId) + length(metadata) + length(blocks) + length(attachments);
    }

    private static int length(Optional<String> text) {
      return text.map(String::length).orElse(0);
    }
  }
}
