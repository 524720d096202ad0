package gameday.process;

/** How an agent of the Client team escalates. */
public enum EscalationWay {
  /** By a private note that starts with {@code /escalate}; the pipeline posts to Slack. */
  NOTE,
  /** By pasting the filled template into Slack; the pipeline links it to the conversations. */
  BY_HAND
}
