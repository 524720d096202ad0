package gameday.process;

/**
 * Slack's escaping of message text: only {@code &}, {@code <} and {@code >}, so that what a user
 * typed can never mention anybody.
 */
public final class SlackText {
  private SlackText() {}

  /** {@code text} as it must be written into a message so that it is shown as it is. */
  public static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** What {@code escaped} shows; the inverse of {@link #escape}. */
  public static String unescape(String escaped) {
    return escaped.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }
}
