package gameday.saboteur;

/** What a day must bring so that a saboteur has something to spoil. */
public enum Day {
  /** Every exercise of the process, and nothing goes wrong. */
  PLAIN,
  /** Agents paste their escalations into the channel by hand. */
  BY_HAND,
  /** A plain day at a walking pace, for what takes seconds of machine time. */
  SLOW,
  /** The pipeline is killed and started again, several times. */
  CRASHES,
  /** Slack carries out calls and loses its answers. */
  SLACK_LOSES_ANSWERS,
  /** The Help chat does. */
  CHAT_LOSES_ANSWERS,
  /** Slack asks to come later, often. */
  RATE_LIMITS,
  /** Somebody sends forged, stale and replayed requests. */
  INTRUDER
}
