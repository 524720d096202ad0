package gameday.rehearsal;

/** Where an asker stands; the visits of each rehearsal say how one leads to another. */
public enum VisitPhase {
  COMING,
  WITH_CHATBOT,
  WAITING,
  TENDED,
  ANSWERED,
  FOLLOWED_UP,
  /** Gone, but to come back once the conversation is closed. */
  AWAY,
  GONE
}
