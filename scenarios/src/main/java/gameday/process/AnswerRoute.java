package gameday.process;

/** How an answer from the Slack thread gets back to the user. */
public enum AnswerRoute {
  /** As a private note to the Client team's agent, who answers the user. */
  THROUGH_AGENT,
  /** Straight into the user's chat. */
  STRAIGHT
}
