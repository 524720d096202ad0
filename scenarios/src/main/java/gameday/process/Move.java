package gameday.process;

/** What somebody does to a question. */
public enum Move {
  ASK_IN_HELP_CHAT,
  ASK_IN_MOD_CHAT,
  CHATBOT_ANSWERS,
  ASK_FOR_AGENT,
  AGENT_TAKES,
  AGENT_ANSWERS,
  /** The question is put into the event's Slack channel. */
  ESCALATE,
  /** The question nobody took by its deadline is put into the event's Slack channel. */
  ESCALATE_UNTAKEN,
  CSM_ANSWERS,
  CSM_CALLS_TECH_SUPPORT,
  TECH_SUPPORT_ANSWERS,
  /** The thread's answer is brought back, to the agent or to the user. */
  BRING_BACK,
  /** The user asks on after an answer. */
  FOLLOW_UP,
  GIVE_UP
}
