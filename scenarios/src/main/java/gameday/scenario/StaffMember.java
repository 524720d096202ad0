package gameday.scenario;

import gameday.process.Tier;
import gameday.scenario.TeamPlan.Shift;
import java.util.List;
import java.util.Optional;

/**
 * One of the staff.
 *
 * @param id such as {@code client-1}, {@code csm-2}, {@code tech-1}; unique
 * @param role their team; never {@link Tier#CHATBOT}
 * @param name as others see it
 * @param email unique, lower case
 * @param helpChat their invitation to the help chat; empty in teams that don't work there
 * @param slack their invitation to Slack
 * @param shifts when they are to work, in order, apart from each other; one at least
 */
public record StaffMember(
    String id,
    Tier role,
    String name,
    String email,
    Optional<Invitation> helpChat,
    Invitation slack,
    List<Shift> shifts) {
  public StaffMember {
    shifts = List.copyOf(shifts);
  }

  /** Whether they have accepted what their work needs: the help chat if they work there. */
  public boolean canWork() {
    return helpChat.orElse(slack) == Invitation.ACCEPTED;
  }

  /** Whether they can write in Slack. */
  public boolean isInSlack() {
    return slack == Invitation.ACCEPTED;
  }
}
