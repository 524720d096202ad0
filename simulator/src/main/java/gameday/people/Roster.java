package gameday.people;

import gameday.process.Tier;
import gameday.scenario.StaffPlan;
import gameday.scenario.TeamPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Gives the people of a staff plan ids, names and addresses; the same plan, the same people. */
final class Roster {
  private static final List<String> FIRST =
      List.of(
          "Amara", "Ben", "Chiara", "Dmitri", "Elena", "Farid", "Grace", "Hugo", "Ines", "Jamal",
          "Keiko", "Lars", "Maya", "Nils", "Olivia", "Pedro", "Quinn", "Rosa", "Samir", "Tessa",
          "Uma", "Victor", "Wanda", "Yusuf");
  private static final List<String> LAST =
      List.of(
          "Almeida",
          "Brandt",
          "Costa",
          "Dubois",
          "Eriksen",
          "Fischer",
          "Garcia",
          "Haddad",
          "Ivanova",
          "Jensen",
          "Kowalski",
          "Lindqvist",
          "Moreau",
          "Nakamura",
          "Okafor",
          "Petrov",
          "Quispe",
          "Rossi",
          "Schmidt",
          "Tanaka",
          "Ueda",
          "Vargas",
          "Weber",
          "Zhang");

  private Roster() {}

  static List<StaffMember> of(StaffPlan plan) {
    List<StaffMember> members = new ArrayList<>();
    add(members, plan.clientTeam(), Tier.CLIENT_TEAM);
    add(members, plan.csm(), Tier.CSM);
    add(members, plan.techSupport(), Tier.TECH_SUPPORT);
    return List.copyOf(members);
  }

  private static void add(List<StaffMember> members, TeamPlan team, Tier role) {
    for (int number = 1; number <= headcount(team); number++) {
      members.add(member(members.size(), idOf(role, number), role));
    }
  }

  /** Each shift brings people of its own. */
  static int headcount(TeamPlan team) {
    return team.people() * team.shifts().size();
  }

  static String idOf(Tier role, int number) {
    String team =
        switch (role) {
          case CLIENT_TEAM -> "client-";
          case CSM -> "csm-";
          case TECH_SUPPORT -> "tech-";
          case CHATBOT -> throw new IllegalArgumentException("the chatbot is not staff");
        };
    return team + number;
  }

  private static StaffMember member(int index, String id, Tier role) {
    String first = FIRST.get(index % FIRST.size());
    // Shifted by one name each round, so that no pair comes back before all are used.
    String last = LAST.get((index / FIRST.size() + index) % LAST.size());
    boolean repeats = index >= FIRST.size() * LAST.size();
    String mailbox = first + "." + last + (repeats ? "." + id : "");
    String domain = role == Tier.CLIENT_TEAM ? "client.example" : "juno.example";
    return new StaffMember(
        id, role, first + " " + last, mailbox.toLowerCase(Locale.ROOT) + "@" + domain);
  }
}
