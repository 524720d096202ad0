package gameday.story;

import gameday.history.Happening.Author;

/** Where the arrows of a sequence picture begin and end, from left to right. */
public enum Lane {
  USER("user", "user"),
  /** The Help chat or the Mod chat, with its chatbot. */
  CHAT("chat", "chat"),
  /** The Client team. */
  AGENT("agent", "agent"),
  PIPELINE("pipeline", "pipe"),
  SLACK("Slack", "Slack"),
  CSM("CSM", "CSM"),
  TECH_SUPPORT("Tech Support", "Tech"),
  /** Intruders, strangers and the harness itself. */
  OTHERS("others", "other");

  private final String words;
  private final String brief;

  Lane(String words, String brief) {
    this.words = words;
    this.brief = brief;
  }

  /** For a reader. */
  public String words() {
    return words;
  }

  /** The same in at most five letters, for narrow columns. */
  public String brief() {
    return brief;
  }

  /** The lane of somebody in Slack. */
  static Lane of(Author author) {
    return switch (author.role()) {
      case PIPELINE -> PIPELINE;
      case CLIENT_TEAM -> AGENT;
      case CSM -> CSM;
      case TECH_SUPPORT -> TECH_SUPPORT;
      case OTHER -> OTHERS;
    };
  }

  /** The lane of what a history calls {@code help-chat}, {@code slack} or {@code pipeline}. */
  static Lane of(String target) {
    return switch (target) {
      case "slack" -> SLACK;
      case "pipeline" -> PIPELINE;
      default -> CHAT;
    };
  }
}
