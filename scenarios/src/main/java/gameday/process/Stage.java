package gameday.process;

/** Where a question stands in the flowchart. */
public enum Stage {
  /** Not asked yet. */
  NEW,
  /** The chatbot has it. */
  WITH_CHATBOT,
  /** It waits for somebody of the Client team. */
  WAITING_FOR_CLIENT_TEAM,
  /** Somebody of the Client team works on it. */
  WITH_CLIENT_TEAM,
  /** It stands in the event's Slack channel and waits for a CSM. */
  WITH_CSM,
  /** A CSM has called Tech Support to it. */
  WITH_TECH_SUPPORT,
  /** The response team has answered in the thread; the user has not heard yet. */
  ANSWERED_IN_THREAD,
  /** The user has an answer. */
  ANSWERED,
  /** The asker has left without an answer. */
  GIVEN_UP;

  /** Whether nothing more has to happen. */
  public boolean isEnd() {
    return this == ANSWERED || this == GIVEN_UP;
  }
}
