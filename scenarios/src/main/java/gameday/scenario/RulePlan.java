package gameday.scenario;

import gameday.process.Audience;
import gameday.process.Chat;
import java.util.Optional;

/**
 * A rule of the scenario's own, beside those of the process.
 *
 * @param id unlike any other rule's
 * @param says what it demands, for people; empty if the form's own words will do
 * @param form what it demands
 * @param per what one case is
 * @param which the cases it is about
 * @param whose who is to blame where it is broken
 * @param minimum how many cases it takes for a pass; 0 if a day may bring none
 */
public record RulePlan(
    String id,
    Optional<String> says,
    RuleForm form,
    Per per,
    Which which,
    Whose whose,
    int minimum) {
  /** What one case is. */
  public enum Per {
    /** A question, with what stands in its threads. */
    QUESTION,
    /** An escalation in Slack, with its thread and the questions it is about. */
    ISSUE,
    /** The whole run. */
    RUN
  }

  /** Who is to blame; only the pipeline's violations make a run fail. */
  public enum Whose {
    PIPELINE,
    STAFF
  }

  /**
   * Narrows the cases to those of some questions; of an issue, one of its questions is enough.
   *
   * @param chat asked in this chat
   * @param audience asked by one of them
   * @param session the session's id
   * @param topic the script's topic
   * @param when only cases in which this happens
   */
  public record Which(
      Optional<Chat> chat,
      Optional<Audience> audience,
      Optional<String> session,
      Optional<String> topic,
      Optional<EventPattern> when) {
    /** All cases. */
    public static final Which ALL =
        new Which(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** Whether it asks for something that only a question has. */
    public boolean isOfQuestions() {
      return chat.isPresent() || audience.isPresent() || session.isPresent() || topic.isPresent();
    }
  }
}
