package gameday.scenario;

import java.time.Duration;
import java.util.List;

/**
 * One team.
 *
 * @param people how many work in each shift, 0 or more
 * @param slots questions one person works on at once, 1 to 10
 * @param notice how long until somebody free notices that something waits
 * @param handling working time on one question
 * @param shifts when they work; finishing what they have, then leaving
 */
public record TeamPlan(int people, int slots, Spread notice, Spread handling, List<Shift> shifts) {
  public TeamPlan {
    shifts = List.copyOf(shifts);
  }

  /** Offsets from the event's start; {@code people} of the team come at {@code from}. */
  public record Shift(Duration from, Duration to) {}
}
