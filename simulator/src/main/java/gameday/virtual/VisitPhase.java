package gameday.virtual;

/** How far an asker has come. */
enum VisitPhase {
  COMING,
  WITH_CHATBOT,
  WAITING,
  TENDED,
  ANSWERED,
  FOLLOWED_UP,
  AWAY,
  GONE
}
