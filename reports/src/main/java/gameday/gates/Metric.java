package gameday.gates;

/** What an objective is about. */
public enum Metric {
  FIRST_RESPONSE("first-response", true, true),
  FIRST_HUMAN_RESPONSE("first-human-response", true, true),
  RESOLUTION("resolution", true, true),
  ESCALATION("escalation resolution", true, true),
  ABANDONED("abandoned", false, true),
  PIPELINE_ACK("pipeline ack", true, false),
  CLIENT_TEAM_OCCUPANCY("client-team occupancy", false, false),
  CSM_OCCUPANCY("csm occupancy", false, false),
  TECH_SUPPORT_OCCUPANCY("tech-support occupancy", false, false),
  STAFF_MISTAKES("staff mistakes", false, false);

  private final String words;
  private final boolean duration;
  private final boolean ofQuestions;

  Metric(String words, boolean duration, boolean ofQuestions) {
    this.words = words;
    this.duration = duration;
    this.ofQuestions = ofQuestions;
  }

  /** As written in an objective. */
  public String words() {
    return words;
  }

  /** Whether it is a duration; otherwise it is a share. */
  public boolean isDuration() {
    return duration;
  }

  /** Whether it is about questions, and so may have a scope and a time. */
  public boolean isOfQuestions() {
    return ofQuestions;
  }
}
