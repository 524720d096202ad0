package gameday.measures;

/** Where a question's time went. */
public enum Part {
  CHATBOT("chatbot", true),
  QUEUE("waiting for an agent", true),
  AGENT("agent", true),
  PIPELINE_OUT("pipeline, to Slack", false),
  CSM("CSM", true),
  TECH_SUPPORT("Tech Support", true),
  PIPELINE_BACK("pipeline, way back", false),
  AGENT_RETURN("agent, way back", true),
  /** What a machine spent waiting for the end of a planned outage: the scenario's time. */
  OUTAGE("waiting for an outage to end", true);

  private final String words;
  private final boolean peoples;

  Part(String words, boolean peoples) {
    this.words = words;
    this.peoples = peoples;
  }

  /** For a report. */
  public String words() {
    return words;
  }

  /** Whether it is people's time (event time, compressed) or machine time (as measured). */
  public boolean isPeoples() {
    return peoples;
  }
}
