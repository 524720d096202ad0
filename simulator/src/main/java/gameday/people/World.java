package gameday.people;

import gameday.process.EscalationTemplate;
import gameday.script.QuestionId;

/**
 * What people can do. Each method returns whether it got through: while Slack or a chat is down it
 * does not, and people try again later. Texts are plain; the world escapes them where they go.
 */
public interface World {
  /** The chatbot writes to the asker; {@code resolves} if that answers the question. */
  boolean chatbotReplies(QuestionId question, String text, boolean resolves);

  /** An agent takes a waiting question. */
  boolean agentTakes(QuestionId question, String agent);

  /** An agent writes to the asker. */
  boolean agentReplies(QuestionId question, String agent, String text, boolean answers);

  /** An agent escalates by a private note, which the pipeline posts. */
  boolean agentEscalatesByNote(QuestionId question, String agent, EscalationTemplate template);

  /** An agent pastes the filled template into the event's Slack channel. */
  boolean agentEscalatesByHand(QuestionId question, String agent, EscalationTemplate template);

  /** An agent closes the conversation. */
  boolean agentCloses(QuestionId question, String agent);

  /** Somebody of the response team reacts with eyes to a message: "seen, on it". */
  boolean reactsWithEyes(String person, String ts);

  /** A CSM calls Tech Support in the thread, mentioning its user group. */
  boolean csmCallsTechSupport(String csm, String threadTs, String text);

  /** A CSM or Tech Support answers in the thread. */
  boolean answersInThread(String person, String threadTs, String text);

  /** Whoever answered in the thread edits that answer, the message {@code ts}. */
  boolean editsAnswer(String person, String threadTs, String ts, String text);

  /** A mistake: an agent calls Tech Support in the thread, mentioning its user group. */
  boolean agentCallsTechSupport(String agent, String threadTs, String text);

  /** A mistake: somebody writes at the channel's top level what belongs in a thread. */
  boolean writesAtTopLevel(String person, String text);

  /** A mistake: an agent pastes the filled template into another channel than the event's. */
  boolean agentEscalatesElsewhere(QuestionId question, String agent, EscalationTemplate template);
}
