package gameday.preflight;

import gameday.process.Tier;
import gameday.scenario.Scenario;
import gameday.scenario.StaffMember;
import gameday.scenario.StaffPlan;
import gameday.scenario.TeamPlan;

/** How people are named in a table. */
final class Subject {
  static final String GROUP = "@tech-support";

  private Subject() {}

  static String of(StaffMember person) {
    return "%s <%s>, %s".formatted(person.name(), person.email(), person.role().word());
  }

  /** What to do about somebody: whoever is made up can't be invited. */
  static String remedy(Scenario scenario, StaffMember person, String remedy) {
    Tier role = person.role();
    return team(scenario.staff(), role).roster().isEmpty()
        ? "they are made up: name yours in staff." + role.word() + ".roster"
        : remedy;
  }

  private static TeamPlan team(StaffPlan staff, Tier role) {
    return switch (role) {
      case CLIENT_TEAM, CHATBOT -> staff.clientTeam();
      case CSM -> staff.csm();
      case TECH_SUPPORT -> staff.techSupport();
    };
  }
}
