package gameday.script;

import gameday.process.Chat;
import gameday.process.Tier;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One question and everything that is to happen to it, drawn in advance.
 *
 * @param id its id
 * @param at when it is asked: the intended moment, offset from the event's start
 * @param asker who asks
 * @param chat where it is asked
 * @param session the session it is about; always there in a Mod chat
 * @param topic what it is about, such as {@code login}
 * @param page URL of the affected page or session
 * @param messages what the asker writes, one or more; the first at {@link #at}
 * @param truth the lowest tier that can answer it
 * @param work working times of each tier that gets to see it
 * @param patience how long the asker waits for a first human answer after asking for an agent (in
 *     Mod chat: after asking); once an agent has replied they stay
 * @param leavesSilently whether they leave without a word
 * @param issue what an agent writes as the issue when escalating
 * @param screenshot a file name, if the asker sent a picture
 * @param answer what the tier that can answer says; contains the question's id, so that it is
 *     unique
 * @param followUp what the asker asks on after the answer
 */
public record ScriptedQuestion(
    QuestionId id,
    Duration at,
    Asker asker,
    Chat chat,
    Optional<String> session,
    String topic,
    String page,
    List<Line> messages,
    Tier truth,
    Work work,
    Duration patience,
    boolean leavesSilently,
    String issue,
    Optional<String> screenshot,
    String answer,
    Optional<FollowUp> followUp) {
  public ScriptedQuestion {
    messages = List.copyOf(messages);
  }

  /** A message, this long after the one before it; zero for the first. */
  public record Line(Duration after, String text) {}

  /**
   * Working and notice times, event time.
   *
   * @param chatbot until the chatbot answers
   * @param agentNotice until a free agent sees that it waits
   * @param agent on the first reply, or until the decision to escalate
   * @param agentReturn to hand the thread's answer to the user
   * @param csmNotice until a CSM sees it in the channel
   * @param csm until the CSM answers or calls Tech Support
   * @param techNotice until Tech Support sees the call
   * @param tech until Tech Support answers
   */
  public record Work(
      Duration chatbot,
      Duration agentNotice,
      Duration agent,
      Duration agentReturn,
      Duration csmNotice,
      Duration csm,
      Duration techNotice,
      Duration tech) {}

  /**
   * One more turn after the answer; answered by the agent who has the question.
   *
   * @param after how long after the answer it is asked
   * @param text what the asker writes
   * @param work the agent's working time on it
   * @param answer what the agent says
   */
  public record FollowUp(Duration after, String text, Duration work, String answer) {}
}
