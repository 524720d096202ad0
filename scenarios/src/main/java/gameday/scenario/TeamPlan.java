package gameday.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One team.
 *
 * @param people how many work in each shift, 0 or more; of a roster, its length
 * @param slots questions one person works on at once, 1 to 10
 * @param notice how long until somebody free notices that something waits
 * @param handling working time on one question
 * @param shifts when they work; finishing what they have, then leaving
 * @param roster the people by name, who work all shifts; empty if they are invented, each shift's
 *     its own
 * @param noShows how many of each shift's invented people, the last ones, never accepted their
 *     invitations; 0 with a roster
 */
public record TeamPlan(
    int people,
    int slots,
    Spread notice,
    Spread handling,
    List<Shift> shifts,
    List<Invitee> roster,
    int noShows) {
  public TeamPlan {
    shifts = List.copyOf(shifts);
    roster = List.copyOf(roster);
    if (!roster.isEmpty() && roster.size() != people) {
      throw new IllegalArgumentException(people + " people, but a roster of " + roster.size());
    }
    if (noShows < 0 || noShows > (roster.isEmpty() ? people : 0)) {
      throw new IllegalArgumentException(noShows + " no-shows, of " + people + " people");
    }
  }

  /** A team of invented people who all have accepted. */
  public TeamPlan(int people, int slots, Spread notice, Spread handling, List<Shift> shifts) {
    this(people, slots, notice, handling, shifts, List.of(), 0);
  }

  /** Offsets from the event's start; {@code people} of the team come at {@code from}. */
  public record Shift(Duration from, Duration to) {}

  /** When somebody works who works all shifts: in order, and those that touch are one. */
  List<Shift> wholeDay() {
    List<Shift> joined = new ArrayList<>();
    for (Shift next : shifts.stream().sorted(Comparator.comparing(Shift::from)).toList()) {
      boolean touches = !joined.isEmpty() && next.from().compareTo(joined.getLast().to()) <= 0;
      if (touches) {
        Shift before = joined.removeLast();
        Duration to = before.to().compareTo(next.to()) > 0 ? before.to() : next.to();
        joined.add(new Shift(before.from(), to));
      } else {
        joined.add(next);
      }
    }
    return List.copyOf(joined);
  }
}
