package gameday.scenario;

/** What people on the staff get wrong, if a scenario lets them; each is some rule's to find. */
public enum StaffMistake {
  /** An agent escalates what the Client team could answer. */
  ESCALATES_WITHOUT_NEED,
  /** An agent answers what takes an escalation. */
  ANSWERS_WITHOUT_ESCALATING,
  /** An agent leaves out the affected page. */
  LEAVES_OUT_PAGE,
  /** A CSM calls Tech Support for what a CSM could answer; costs time, and breaks no rule. */
  CALLS_TECH_SUPPORT_WITHOUT_NEED,
  /** An agent calls Tech Support in the thread, over the CSMs' heads. */
  AGENT_CALLS_TECH_SUPPORT,
  /** An agent asks for news at top level instead of in the thread. */
  AGENT_WRITES_AT_TOP_LEVEL,
  /** A CSM answers at top level first, and in the thread only after that. */
  CSM_ANSWERS_AT_TOP_LEVEL,
  /** An agent who escalates by hand pastes it into another channel first. */
  ESCALATES_TO_WRONG_CHANNEL
}
