package gameday.people;

import java.time.Duration;

/**
 * How the simulated people work where neither the process nor the script says it; event time. All
 * values are assumptions.
 *
 * @param holdsSlot whether a chat keeps its agent's slot while its escalation is open. If not, the
 *     agent still has the chat, but takes other questions meanwhile; handing the answer over then
 *     takes a slot again, before anything else that waits
 * @param look how long a look takes that ends without real work: at a chat whose asker has left
 *     silently, or at one that is escalated already
 * @param urgent a speaker's question is urgent from this long before the session's start to this
 *     long after it
 * @param unmentioned how long until a CSM finds a message in the channel that mentions nobody
 * @param firstRetry how long until people try again after something didn't get through; doubles
 *     each time
 * @param longestRetry the most they wait between two tries
 * @param overtime how long after the script's end people still try again; later, they give up
 * @param followUpGrace how much longer than scripted an agent waits for a follow-up before closing
 */
public record Habits(
    boolean holdsSlot,
    Duration look,
    Duration urgent,
    Duration unmentioned,
    Duration firstRetry,
    Duration longestRetry,
    Duration overtime,
    Duration followUpGrace) {
  /** What people do unless told otherwise. */
  public static final Habits DEFAULT =
      new Habits(
          false,
          Duration.ofSeconds(30),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofSeconds(20),
          Duration.ofMinutes(2),
          Duration.ofHours(4),
          Duration.ofMinutes(10));

  public Habits {
    if (!firstRetry.isPositive() || longestRetry.compareTo(firstRetry) < 0) {
      throw new IllegalArgumentException(
          "retries must be positive and not shrink, were " + firstRetry + " up to " + longestRetry);
    }
  }

  /** The same people, keeping or releasing slots while an escalation is open. */
  public Habits holdingSlots(boolean holds) {
    return new Habits(
        holds, look, urgent, unmentioned, firstRetry, longestRetry, overtime, followUpGrace);
  }
}
