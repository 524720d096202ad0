package gameday.scenario;

import gameday.process.Audience;
import java.util.List;

/**
 * Who of one audience asks, how often, when and about what.
 *
 * @param audience which audience
 * @param people how many of them there are; bounds how many different askers there can be
 * @param questions expected number of questions over the event's length, drawn as a Poisson count
 * @param modChatShare share asked in a session's Mod chat rather than the Help chat, 0 to 1;
 *     speakers only
 * @param topics what they ask about; shares add up to 1
 * @param peaks when they ask more than usual; where peaks overlap, the highest factor counts
 * @param escalates share of what reaches an agent that the Client team can't answer, 0 to 1
 * @param patience how long they wait for a first human answer before they leave
 * @param leavesSilently share of those who leave that say nothing, 0 to 1
 * @param followsUp share that asks on once after an answer, 0 to 1
 * @param returns share that asks again after the conversation was closed, 0 to 1
 * @param causes what hits many of them at once; of several at a time, the first counts
 */
public record AudiencePlan(
    Audience audience,
    int people,
    double questions,
    double modChatShare,
    List<TopicShare> topics,
    List<Peak> peaks,
    double escalates,
    Spread patience,
    double leavesSilently,
    double followsUp,
    double returns,
    List<CommonCause> causes) {
  public AudiencePlan {
    topics = List.copyOf(topics);
    peaks = List.copyOf(peaks);
    causes = List.copyOf(causes);
  }

  /** An audience of whom nobody comes back, and whom nothing hits in common. */
  public AudiencePlan(
      Audience audience,
      int people,
      double questions,
      double modChatShare,
      List<TopicShare> topics,
      List<Peak> peaks,
      double escalates,
      Spread patience,
      double leavesSilently,
      double followsUp) {
    this(
        audience,
        people,
        questions,
        modChatShare,
        topics,
        peaks,
        escalates,
        patience,
        leavesSilently,
        followsUp,
        0,
        List.of());
  }

  /** A topic's share of an audience's questions, 0 to 1. */
  public record TopicShare(String topic, double share) {}

  /** From one offset of event time to another, this many times the base rate. */
  public record Peak(java.time.Duration from, java.time.Duration to, double factor) {}
}
