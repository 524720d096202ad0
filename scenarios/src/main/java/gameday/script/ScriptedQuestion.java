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
 * @param correction how the answer in Slack is edited later
 * @param comeback what the asker asks after the conversation was closed
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
    Optional<FollowUp> followUp,
    Optional<Correction> correction,
    Optional<Comeback> comeback) {
  public ScriptedQuestion {
    messages = List.copyOf(messages);
  }

  /** A question whose answer stays as it is, and whose asker doesn't come back. */
  public ScriptedQuestion(
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
    this(
        id,
        at,
        asker,
        chat,
        session,
        topic,
        page,
        messages,
        truth,
        work,
        patience,
        leavesSilently,
        issue,
        screenshot,
        answer,
        followUp,
        Optional.empty(),
        Optional.empty());
  }

  /** The same with what comes of it later. */
  public ScriptedQuestion with(Optional<Correction> edited, Optional<Comeback> again) {
    return new ScriptedQuestion(
        id,
        at,
        asker,
        chat,
        session,
        topic,
        page,
        messages,
        truth,
        work,
        patience,
        leavesSilently,
        issue,
        screenshot,
        answer,
        followUp,
        edited,
        again);
  }

  /** The question as it is after its asker has come back; empty if they don't. */
  public Optional<ScriptedQuestion> secondTime() {
    return comeback.map(
        again ->
            new ScriptedQuestion(
                id,
                at,
                asker,
                chat,
                session,
                topic,
                page,
                List.of(new Line(Duration.ZERO, again.text())),
                again.truth(),
                again.work(),
                patience,
                leavesSilently,
                again.issue(),
                Optional.empty(),
                again.answer(),
                Optional.empty()));
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

  /**
   * An edit of the answer in Slack, by whoever gave it.
   *
   * @param after how long after the answer
   * @param answer what it says then; contains the question's id, and is no part of the first answer
   *     nor holds it
   */
  public record Correction(Duration after, String answer) {}

  /**
   * The asker writes again in a conversation that was closed, which opens it, and wants a person.
   *
   * @param after how long after the closing
   * @param text what the asker writes
   * @param truth the lowest tier that can answer it; never {@link Tier#CHATBOT}
   * @param work working times on it
   * @param issue what an agent writes as the issue when escalating
   * @param answer what the tier that can answer says; contains the question's id
   */
  public record Comeback(
      Duration after, String text, Tier truth, Work work, String issue, String answer) {}
}
