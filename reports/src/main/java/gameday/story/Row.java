package gameday.story;

import java.time.Duration;
import java.util.Optional;

/**
 * One line of a sequence picture.
 *
 * @param sequence the entry of the history that it tells, which stands in line {@code sequence + 2}
 *     of history.jsonl; empty for what is no entry
 * @param at event time
 * @param since event time since the question was asked; negative before
 * @param clock what the event's clock on the wall showed, as in {@code 09:14:05}
 * @param from where its arrow begins
 * @param to where it ends; the same as {@code from} if nothing was sent
 * @param words what was done, a few words
 * @param text what was written, whole; empty if nothing
 * @param witness whether it is part of a violation's proof
 */
public record Row(
    Kind kind,
    Optional<Long> sequence,
    Duration at,
    Duration since,
    String clock,
    Lane from,
    Lane to,
    String words,
    String text,
    boolean witness) {

  /** What a line tells of. */
  public enum Kind {
    /** Something that somebody did. */
    STEP,
    /** A fault of the scenario, or a machine that was gone. */
    FAULT,
    /** Something that was due, whether or not it came. */
    DEADLINE,
    /** What the picture leaves out. */
    NOTE
  }

  /** Whether something went from one lane to another. */
  public boolean isArrow() {
    return from != to;
  }
}
