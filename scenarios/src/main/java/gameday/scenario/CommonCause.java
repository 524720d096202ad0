package gameday.scenario;

import java.time.Duration;

/**
 * One trouble that hits many of an audience at once: they write and are escalated in the same
 * words, about the same session, so that a pipeline may make one issue of it.
 *
 * @param name short name, unique in its audience; each cause's chance is its own
 * @param session id of the session it is about
 * @param topic what it is about, such as {@code video}
 * @param issue what agents write as the issue
 * @param says what askers write
 * @param from when it begins to hit, offset from the event's start
 * @param to when it ends, after {@code from}
 * @param share share of the questions asked in that time that are about it, 0 to 1
 */
public record CommonCause(
    String name,
    String session,
    String topic,
    String issue,
    String says,
    Duration from,
    Duration to,
    double share) {
  /** Whether it hits questions asked then. */
  public boolean isOnAt(Duration at) {
    return from.compareTo(at) <= 0 && at.compareTo(to) < 0;
  }
}
