package gameday.process;

/** Where a question is asked: in the Help chat, open to all, or in a session's Mod chat. */
public enum Chat {
  HELP,
  MOD;

  /** The word for it in an objective or a report: {@code help-chat} or {@code mod-chat}. */
  public String word() {
    return this == HELP ? "help-chat" : "mod-chat";
  }
}
