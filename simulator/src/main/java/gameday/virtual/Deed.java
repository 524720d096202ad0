package gameday.virtual;

/** What an asker is about to write. */
record Deed(Kind kind, String text) {
  /** Why they write it. */
  enum Kind {
    ASK,
    LINE,
    AGENT_PLEASE,
    FOLLOW_UP,
    COMEBACK,
    GOODBYE
  }
}
