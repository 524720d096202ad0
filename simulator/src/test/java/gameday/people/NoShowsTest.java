package gameday.people;

import static gameday.people.Day.shift;
import static gameday.scenario.Invitation.ACCEPTED;
import static gameday.scenario.Invitation.INVITED;
import static gameday.scenario.Invitation.NOT_INVITED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import gameday.process.Tier;
import gameday.scenario.Invitation;
import gameday.scenario.Invitee;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NoShowsTest {
  @Test
  void whoNeverAcceptedTakesNothing() {
    Day day = two(new Day().agentsWithNoShows(2, 1)).opens(0, "q-1").opens(0, "q-2");

    assertEquals(List.of("0 client-1 takes q-1", "60 client-1 takes q-2"), takes(day.play()));
  }

  @Test
  void eachShiftHasNoShowsOfItsOwn() {
    Day day = two(new Day().agentsWithNoShows(2, 1, shift(0, 100), shift(100, 7200)));
    day.opens(0, "q-1").opens(150, "q-2");

    assertEquals(List.of("0 client-1 takes q-1", "150 client-3 takes q-2"), takes(day.play()));
  }

  @Test
  void aQuestionWaitsForATeamOfWhichNobodyAccepted() {
    Day day = two(new Day().agentsWithNoShows(2, 2)).opens(0, "q-1");

    assertEquals(List.of(), day.play());
    assertEquals(1, day.staff.openWork().waiting());
    assertFalse(day.staff.idle());
  }

  @Test
  void onARosterTheHelpChatDecidesWhoWorks() {
    List<Invitee> roster =
        List.of(agent("Ada", INVITED, ACCEPTED), agent("Ben", ACCEPTED, NOT_INVITED));
    Day day = two(new Day().agents(roster)).opens(0, "q-1").opens(0, "q-2");

    assertEquals(List.of("0 client-2 takes q-1", "60 client-2 takes q-2"), takes(day.play()));
  }

  @Test
  void thoseOnARosterComeBackForTheirNextShift() {
    List<Invitee> roster = List.of(agent("Ada", ACCEPTED, ACCEPTED));
    Day day = two(new Day().agents(roster, shift(0, 100), shift(200, 300), shift(250, 7200)));
    day.opens(110, "q-1").opens(310, "q-2");

    assertEquals(List.of("200 client-1 takes q-1", "310 client-1 takes q-2"), takes(day.play()));
  }

  @Test
  void whoIsNotInSlackHasAColleaguePasteTheEscalation() {
    List<Invitee> roster =
        List.of(agent("Ada", ACCEPTED, INVITED), agent("Ben", ACCEPTED, ACCEPTED));
    Day day = new Day().agents(roster).escalatingByHand().question("q-1", Tier.CSM);

    List<String> log = day.opens(0, "q-1").playUntil(60);

    assertEquals(
        List.of("0 client-1 takes q-1", "60 client-2 posts q-1", "60 client-1 reassures q-1"), log);
  }

  @Test
  void nobodyEscalatesByHandWhereNobodyIsInSlack() {
    List<Invitee> roster = List.of(agent("Ada", ACCEPTED, INVITED));
    Day day = new Day().agents(roster).escalatingByHand().question("q-1", Tier.CSM);

    assertEquals(List.of("0 client-1 takes q-1"), day.opens(0, "q-1").play());
    assertEquals(1, day.staff.openWork().stuck());
  }

  private static Day two(Day day) {
    return day.question("q-1", Tier.CLIENT_TEAM).question("q-2", Tier.CLIENT_TEAM);
  }

  private static List<String> takes(List<String> log) {
    return log.stream().filter(line -> line.contains(" takes ")).toList();
  }

  private static Invitee agent(String name, Invitation helpChat, Invitation slack) {
    return new Invitee(name, name.toLowerCase() + "@c.example", Optional.of(helpChat), slack);
  }
}
