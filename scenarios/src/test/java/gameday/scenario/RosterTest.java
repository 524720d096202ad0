package gameday.scenario;

import static gameday.scenario.Invitation.ACCEPTED;
import static gameday.scenario.Invitation.INVITED;
import static gameday.scenario.Invitation.NOT_INVITED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gameday.process.Tier;
import gameday.scenario.TeamPlan.Shift;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RosterTest {
  private static final TeamPlan NOBODY = team(List.of(), 0, 0, shift(0, 60));

  @Test
  void thoseOnARosterWorkAllShiftsAndShiftsThatTouchAreOne() {
    Invitee ada = new Invitee("Ada", "ada@c.example", Optional.of(ACCEPTED), INVITED);
    TeamPlan agents =
        team(List.of(ada), 1, 0, shift(200, 300), shift(0, 60), shift(60, 90), shift(10, 20));

    List<StaffMember> roster = Roster.of(new StaffPlan(agents, NOBODY, NOBODY, 0.9, 0));

    assertEquals(
        List.of(
            new StaffMember(
                "client-1",
                Tier.CLIENT_TEAM,
                "Ada",
                "ada@c.example",
                Optional.of(ACCEPTED),
                INVITED,
                List.of(shift(0, 90), shift(200, 300)))),
        roster);
  }

  @Test
  void theLastOfEachShiftAreTheNoShows() {
    TeamPlan csms = team(List.of(), 3, 1, shift(0, 60), shift(60, 90));

    List<StaffMember> roster = Roster.of(new StaffPlan(NOBODY, csms, NOBODY, 0.9, 0), Tier.CSM);

    assertEquals(
        List.of("csm-3", "csm-6"),
        roster.stream().filter(member -> !member.canWork()).map(StaffMember::id).toList());
    assertEquals(List.of(shift(60, 90)), roster.get(3).shifts());
  }

  @Test
  void nobodyWhoIsMadeUpHasAnAddressOfARoster() {
    TeamPlan agents = team(List.of(), 1, 0, shift(0, 60));
    Invitee same = new Invitee("A", "amara.almeida@client.example", Optional.empty(), NOT_INVITED);
    TeamPlan csms = team(List.of(same), 1, 0, shift(0, 60));

    List<StaffMember> roster = Roster.of(new StaffPlan(agents, csms, NOBODY, 0.9, 0));

    assertEquals(
        List.of("amara.almeida.client-1@client.example", "amara.almeida@client.example"),
        roster.stream().map(StaffMember::email).toList());
  }

  @Test
  void aTeamIsAsLargeAsItsRosterAndLosesNoMoreThanItHas() {
    assertThrows(IllegalArgumentException.class, () -> team(List.of(), 1, 2, shift(0, 60)));
    List<Invitee> one = List.of(new Invitee("A", "a@c.example", Optional.empty(), ACCEPTED));
    assertThrows(IllegalArgumentException.class, () -> team(one, 2, 0, shift(0, 60)));
    assertThrows(IllegalArgumentException.class, () -> team(one, 1, 1, shift(0, 60)));
  }

  static TeamPlan team(List<Invitee> roster, int people, int noShows, Shift... shifts) {
    Spread instant = new Spread.Fixed(Duration.ofSeconds(1));
    return new TeamPlan(people, 3, instant, instant, List.of(shifts), roster, noShows);
  }

  static Shift shift(int fromMinute, int toMinute) {
    return new Shift(Duration.ofMinutes(fromMinute), Duration.ofMinutes(toMinute));
  }
}
