package gameday.process;

/** Who can answer, from the first line to the last; the order is the order of escalation. */
public enum Tier {
  CHATBOT,
  CLIENT_TEAM,
  CSM,
  TECH_SUPPORT;

  /** The word for it in a scenario, an objective or a report, such as {@code client-team}. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /** Whether answering needs somebody beyond the Client team, that is an escalation. */
  public boolean needsEscalation() {
    return compareTo(CLIENT_TEAM) > 0;
  }
}
