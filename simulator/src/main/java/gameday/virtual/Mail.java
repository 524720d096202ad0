package gameday.virtual;

/** What an asker notices. */
enum Mail {
  CHATBOT_RESOLVED,
  CHATBOT_PASSED,
  TENDED,
  ANSWERED,
  CLOSED
}
