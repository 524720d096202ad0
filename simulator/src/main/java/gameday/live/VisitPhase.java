package gameday.live;

/** Where an asker stands; {@link Visit} says how one leads to another. */
enum VisitPhase {
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
