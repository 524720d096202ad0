package gameday.checker;

import gameday.evidence.Evidence;
import gameday.evidence.FollowUpKind;
import gameday.evidence.Moment;
import gameday.history.Happening.SlackPosted;
import java.util.List;

/**
 * A reminder that is missing, or one that stands where none was due. The two may be one that went
 * to the wrong place, wherever in the run that is; then their slices have to be judged together.
 *
 * @param sequence of the first message that misses it, or of the message that is too much
 * @param missing whether it is missed; else it is too much
 * @param fromNanos when it could have come, or came
 * @param toNanos until when
 */
public record LooseEnd(
    long sequence, FollowUpKind kind, boolean missing, long fromNanos, long toNanos) {
  static LooseEnd offer(Moment<SlackPosted> post) {
    FollowUpKind kind = FollowUpKind.of(post.what()).orElseThrow();
    return new LooseEnd(post.entry().sequence(), kind, false, post.atNanos(), post.atNanos());
  }

  /** All of a slice; few slices have any. */
  public static List<LooseEnd> of(Evidence slice) {
    return FollowUps.looseEnds(slice);
  }
}
